import { erase } from './erase.js';
import { beginStroke, extendStroke } from '../shared/strokes.js';

/**
 * What a hand is doing between down and up: drawing a stroke, or erasing. Nothing is recorded until it ends.
 * @import { Ink, Point } from '../shared/strokes.js'
 * @import { Size } from '../shared/strokes.js'
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
