/**
 * A point on the pad, in sides of it (the shorter one is 1), y down, so that a drawing means the same on every screen;
 * `t` is when it was drawn, in milliseconds, where that is known; `wide` and `meant` are as the reader takes them.
 * @import { Box } from '../reader/ink/rasterize.js'
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ x: number, y: number, t?: number, wide?: boolean, meant?: boolean }} Point
 * @typedef {ReadonlyArray<Point>} Stroke from pen down to pen up; a dot is a stroke of one point
 * @typedef {ReadonlyArray<Stroke>} Ink the strokes in the order in which they were drawn
 * @typedef {{ ink: Ink, corrections: ReadonlyArray<import('./reading/correct.js').Correction> }} Drawing all that a person put
 *   on the pad: the ink, and corrections of its answer
 */

/** Finer than a screen's pixel, and short when written as text, so that a stored drawing is the drawing itself. */
const STEPS = 1e5;

/**
 * Ink with one more stroke, which starts at a point.
 * @param {Ink} ink
 * @param {Point} point
 * @param {Box} pad what is in sight of the sheet, in the ink's units
 * @returns {Ink}
 */
export function beginStroke(ink, point, pad) {
  return [...ink, [onPad(point, pad)]];
}

/**
 * Ink whose last stroke goes on through some points. A stroke that leaves the pad stops at the edge and goes on where
 * it comes back: what cannot be seen is not read either.
 * @param {Ink} ink with at least one stroke
 * @param {ReadonlyArray<Point>} points unlimited, since a captured pointer also reports what happens beside the pad
 * @param {Box} pad what is in sight of the sheet, in the ink's units
 * @returns {Ink}
 */
export function extendStroke(ink, points, pad) {
  const stroke = [...ink[ink.length - 1]];
  for (const point of points) {
    const last = stroke[stroke.length - 1];
    if (isOutside(point, pad) && isOnEdge(last, pad)) continue;
    const next = onPad(isOutside(point, pad) ? leavingPoint(last, point, pad) : point, pad);
    if (next.x !== last.x || next.y !== last.y) stroke.push(next);
  }
  return [...ink.slice(0, -1), stroke];
}

/**
 * @param {number} value
 * @returns {number}
 */
const rounded = (value) => Math.round(value * STEPS) / STEPS;

/**
 * @param {Point} point
 * @param {Box} pad
 * @returns {Point} the nearest point of the pad, rounded
 */
function onPad({ x, y, ...rest }, pad) {
  const limit = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ length) =>
    rounded(Math.min(least + length, Math.max(least, value)));
  return { x: limit(x, pad.x, pad.width), y: limit(y, pad.y, pad.height), ...rest };
}

/**
 * @param {Point} from on the pad
 * @param {Point} to outside it
 * @param {Box} pad
 * @returns {Point} where the straight line between them crosses the edge
 */
function leavingPoint(from, to, pad) {
  let share = 1;
  for (const [axis, length] of /** @type {const} */ ([
    ['x', pad.width],
    ['y', pad.height],
  ])) {
    const [least, most] = [pad[axis], pad[axis] + length];
    const edge = to[axis] < least ? least : most;
    if (to[axis] < least || to[axis] > most) share = Math.min(share, (edge - from[axis]) / (to[axis] - from[axis]));
  }
  return { ...to, x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** @param {Point} point @param {Box} pad */
function isOutside({ x, y }, pad) {
  return x < pad.x || x > pad.x + pad.width || y < pad.y || y > pad.y + pad.height;
}

/** @param {Point} point @param {Box} pad */
function isOnEdge({ x, y }, pad) {
  const [left, right, top, bottom] = [pad.x, pad.x + pad.width, pad.y, pad.y + pad.height].map(rounded);
  return x <= left || x >= right || y <= top || y >= bottom;
}

/** @type {Drawing} */
export const BLANK = { ink: [], corrections: [] };

/**
 * @param {Drawing} drawing
 * @param {Ink} ink
 * @returns {Drawing} the same where the ink is; without ink there is nothing to be corrected
 */
export function withInk(drawing, ink) {
  if (ink === drawing.ink || (ink.length === 0 && drawing.ink.length === 0)) return drawing;
  return ink.length === 0 ? BLANK : { ...drawing, ink };
}
