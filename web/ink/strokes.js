/**
 * A point on the pad. Both coordinates run from 0 to 1 of the pad's side, y down, so that a drawing means the same on
 * every screen and after every rotation.
 * @typedef {{ x: number, y: number }} Point
 * @typedef {ReadonlyArray<Point>} Stroke from pen down to pen up; a dot is a stroke of one point
 * @typedef {ReadonlyArray<Stroke>} Ink the strokes in the order in which they were drawn
 */

/** Finer than a screen's pixel, and short when written as text, so that a stored drawing is the drawing itself. */
const STEPS = 1e5;

/**
 * Ink with one more stroke, which starts at a point.
 * @param {Ink} ink
 * @param {Point} point
 * @returns {Ink}
 */
export function beginStroke(ink, point) {
  return [...ink, [onPad(point)]];
}

/**
 * Ink whose last stroke goes on through some points. A stroke that leaves the pad stops at the edge and goes on where
 * it comes back: what cannot be seen is not read either.
 * @param {Ink} ink with at least one stroke
 * @param {ReadonlyArray<Point>} points unlimited, since a captured pointer also reports what happens beside the pad
 * @returns {Ink}
 */
export function extendStroke(ink, points) {
  const stroke = [...ink[ink.length - 1]];
  for (const point of points) {
    const last = stroke[stroke.length - 1];
    if (isOutside(point) && isOnEdge(last)) continue;
    const next = onPad(isOutside(point) ? leavingPoint(last, point) : point);
    if (next.x !== last.x || next.y !== last.y) stroke.push(next);
  }
  return [...ink.slice(0, -1), stroke];
}

/**
 * @param {Point} point
 * @returns {Point} the nearest point of the pad, rounded
 */
function onPad({ x, y }) {
  /** @param {number} value */
  const limit = (value) => Math.round(Math.min(1, Math.max(0, value)) * STEPS) / STEPS;
  return { x: limit(x), y: limit(y) };
}

/**
 * @param {Point} from on the pad
 * @param {Point} to outside it
 * @returns {Point} where the straight line between them crosses the edge
 */
function leavingPoint(from, to) {
  let share = 1;
  for (const axis of /** @type {const} */ (['x', 'y'])) {
    const edge = to[axis] < 0 ? 0 : 1;
    if (to[axis] < 0 || to[axis] > 1) share = Math.min(share, (edge - from[axis]) / (to[axis] - from[axis]));
  }
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** @param {Point} point */
function isOutside({ x, y }) {
  return x < 0 || x > 1 || y < 0 || y > 1;
}

/** @param {Point} point */
function isOnEdge({ x, y }) {
  return x === 0 || x === 1 || y === 0 || y === 1;
}
