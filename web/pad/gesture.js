import { erase } from './erase.js';
import { beginStroke, extendStroke, withInk } from '../shared/strokes.js';

/**
 * @import { Drawing, Ink, Point, Size } from '../shared/strokes.js'
 * @import { Hand } from './pointer.js'
 * @typedef {{ drawing: Drawing, gesture: Gesture | null, erases: boolean, pad: Size }} Before pad is how large the pad is, in
 *   the ink's units
 */

/**
 * A hand on the pad changes the drawing.
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

/**
 * Between down and up a hand draws a stroke, or erases. Nothing is recorded until it ends.
 * @typedef {Point & { radius: number }} Eraser where it is, and how large
 * @typedef {{ ink: Ink, eraser: Eraser | null, pad: Size }} Gesture ink is the drawing as it would be if
 *   the hand were lifted now; pad how large the pad is, in the ink's units
 */

const ERASER_RADIUS = 0.03;

/**
 * @param {Ink} ink
 * @param {Point} point
 * @param {{ erases: boolean, pad: Size }} how
 * @returns {Gesture}
 */
export function beginGesture(ink, point, { erases, pad }) {
  if (!erases) return { ink: beginStroke(ink, point, pad), eraser: null, pad };
  return { ink: erase(ink, point, point, ERASER_RADIUS), eraser: { ...point, radius: ERASER_RADIUS }, pad };
}

/**
 * @param {Gesture} gesture
 * @param {ReadonlyArray<Point>} points
 * @returns {Gesture}
 */
export function continueGesture({ ink, eraser, pad }, points) {
  if (!eraser) return { ink: extendStroke(ink, points, pad), eraser, pad };
  let [left, last] = [ink, eraser];
  for (const point of points) {
    left = erase(left, last, point, ERASER_RADIUS);
    last = { ...point, radius: ERASER_RADIUS };
  }
  return { ink: left, eraser: last, pad };
}
