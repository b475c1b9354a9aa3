import { withInk } from '../shared/drawing.js';
import { beginGesture, continueGesture } from './gesture.js';

/**
 * @import { Drawing } from '../shared/drawing.js'
 * @import { Gesture } from './gesture.js'
 * @import { Hand } from './pointer.js'
 * @import { Size } from '../shared/strokes.js'
 * @typedef {{ drawing: Drawing, gesture: Gesture | null, erases: boolean, pad: Size }} Before pad is how large the pad is, in
 *   the ink's units
 */

/**
 * What a hand on the pad does to the drawing.
 * @param {() => Before} now
 * @param {{
 *   onGesture: (gesture: Gesture | null, isNew: boolean) => void,
 *   onDrawn: (drawing: Drawing) => () => void,
 *   onTap: (place: { x: number, y: number }) => (() => void) | null,
 * }} events onGesture tells what is under way, null where it was given up; onDrawn that it has ended, and
 *   returns what takes it back
 * @returns {Hand}
 */
export function createPadHand(now, { onGesture, onDrawn, onTap }) {
  return {
    start(point, { eraser }) {
      const { drawing, erases, pad } = now();
      onGesture(beginGesture(drawing.ink, point, { erases: eraser || erases, pad }), true);
    },
    move(points) {
      const { gesture } = now();
      if (gesture) onGesture(continueGesture(gesture, points), false);
    },
    end() {
      const { drawing, gesture } = now();
      return gesture ? onDrawn(withInk(drawing, gesture.ink)) : undefined;
    },
    cancel: () => onGesture(null, false),
    // An eraser that only touches a label is still an eraser.
    tap: (place) => (now().erases ? null : onTap(place)),
  };
}
