import { erase } from './erase.js';
import { beginStroke, extendStroke, withInk } from '../shared/strokes.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Drawing, Ink, Point } from '../shared/strokes.js'
 * @import { Hand } from './pointer.js'
 * @typedef {{ drawing: Drawing, gesture: Gesture | null, erases: boolean, pad: Box }} Before pad is what is in sight of the
 *   sheet, in the ink's units
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
 * @typedef {{ ink: Ink, eraser: Eraser | null, pad: Box }} Gesture ink is the drawing as it would be if
 *   the hand were lifted now; pad what is in sight of the sheet, in the ink's units
 */

/** In sides of the pad, however large the sheet is shown. */
const ERASER_RADIUS = 0.03;

/**
 * @param {Ink} ink
 * @param {Point} point
 * @param {{ erases: boolean, pad: Box }} how
 * @returns {Gesture}
 */
export function beginGesture(ink, point, { erases, pad }) {
  if (!erases) return { ink: beginStroke(ink, point, pad), eraser: null, pad };
  const radius = ERASER_RADIUS * Math.min(pad.width, pad.height);
  return { ink: erase(ink, point, point, radius), eraser: { ...point, radius }, pad };
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
    left = erase(left, last, point, eraser.radius);
    last = { ...point, radius: eraser.radius };
  }
  return { ink: left, eraser: last, pad };
}
