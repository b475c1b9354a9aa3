/**
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @typedef {{ box: Box, ink: number }} Ink where it lies, and how much of it there is: the sum of its 28 x 28 image, 0
 *   for a separator, which has none
 */

/** A picture that is read again, cropped, gives the same digit a box that differs by a pixel. */
const LEAST_OVERLAP = 0.8;
/** A short stroke more within the box is more than this. */
const MOST_INK_MORE = 0.05;

/**
 * Whether two readings speak of the same ink, so that what was said of the one holds for the other.
 * @param {Ink} one
 * @param {Ink} other
 */
export function isSameInk(one, other) {
  const difference = Math.abs(one.ink - other.ink);
  return overlap(one.box, other.box) >= LEAST_OVERLAP && difference <= MOST_INK_MORE * Math.max(one.ink, other.ink);
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {number} what is in both, as a share of what is in either; 1 for the same box, also one without area
 */
function overlap(one, other) {
  const across = shared([one.x, one.width], [other.x, other.width]);
  const down = shared([one.y, one.height], [other.y, other.height]);
  return across * down;
}

/**
 * @param {[start: number, length: number]} one
 * @param {[start: number, length: number]} other
 */
function shared([a, length], [b, otherLength]) {
  const all = Math.max(a + length, b + otherLength) - Math.min(a, b);
  const both = Math.min(a + length, b + otherLength) - Math.max(a, b);
  return all > 0 ? Math.max(0, both) / all : 1;
}
