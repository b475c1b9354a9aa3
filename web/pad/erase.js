/** @import { Ink, Point, Stroke } from '../shared/strokes.js' */

/**
 * Removes every stroke that the eraser touches on its way. Whole strokes, since half a stroke is nothing that a hand
 * drew, and the reader was taught by hands.
 * @param {Ink} ink
 * @param {Point} from where the eraser was
 * @param {Point} to where it is now
 * @param {number} radius of the eraser, in sides of the pad
 * @returns {Ink} the same object where nothing was touched
 */
export function erase(ink, from, to, radius) {
  const kept = ink.filter((stroke) => !touches(stroke, from, to, radius));
  return kept.length === ink.length ? ink : kept;
}

/**
 * @param {Stroke} stroke
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 */
function touches(stroke, from, to, radius) {
  return stroke.some((point, index) => gap(stroke[Math.max(0, index - 1)], point, from, to) <= radius);
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {Point} d
 * @returns {number} the distance between the segments ab and cd
 */
function gap(a, b, c, d) {
  if (cross(a, b, c, d)) return 0;
  return Math.min(distance(a, c, d), distance(b, c, d), distance(c, a, b), distance(d, a, b));
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {Point} d
 */
function cross(a, b, c, d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} point
 * @returns {number} its sign says on which side of the line ab the point lies
 */
function side(a, b, point) {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

/**
 * @param {Point} point
 * @param {Point} a
 * @param {Point} b
 * @returns {number} from the point to the segment ab, which may have no length
 */
function distance(point, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(a.x + share * dx - point.x, a.y + share * dy - point.y);
}
