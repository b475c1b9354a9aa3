import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

/**
 * How digits stand on their line.
 *
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Trace } from './across-line.js'
 */

const { box: BOX, penRadius: PEN_RADIUS } = preprocessing;
const DEGREES = 180 / Math.PI;

/** So many digits have a spread, and a line through their feet that tells more than the feet themselves. */
const SEVERAL = 3;

/**
 * The gaps between neighboring digits, measured along the slant: digits that lean reach over each other and still have
 * paper between them.
 *
 * @param {ReadonlyArray<{ box: Box, traces: ReadonlyArray<Trace> }>} digits from left to right
 * @param {{ shear: number, isInk: boolean, apart: ReadonlySet<number> }} how shear: the tangent of the slant; isInk: of
 *   strokes, whose boxes are without the pen; apart: the digits that stand after a separator
 * @returns {number[]} in the boxes' units, below 0 where digits overlap
 */
export function gapsOf(digits, { shear, isInk, apart }) {
  // Strokes have no width: what our own pen has in the image is taken off.
  const pen = isInk ? PEN_RADIUS : 0;
  const sides = digits.map(({ box, traces }) => sidesOf(box, traces, { shear, pen }));
  return sides.slice(1).flatMap(({ left }, index) => (apart.has(index + 1) ? [] : [left - sides[index].right]));
}

/**
 * @param {Box} box
 * @param {ReadonlyArray<Trace>} traces
 * @param {{ shear: number, pen: number }} how pen: by how much the image's ink reaches beyond the box, in pixels
 */
function sidesOf(box, traces, { shear, pen }) {
  const unit = Math.max(box.width, box.height) / (BOX - 2 * pen);
  const xs = traces.map(({ x }) => x);
  const ys = traces.map(({ y }) => y);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const start = box.x + box.width / 2 + shear * (box.y + box.height / 2);
  let [left, right] = [Infinity, -Infinity];
  for (const { x, y, ink } of traces) {
    const place = x - middle.x + shear * (y - middle.y);
    // The edge goes through a pixel as far in as it is ink.
    left = Math.min(left, place + 0.5 - ink);
    right = Math.max(right, place - 0.5 + ink);
  }
  const reach = pen * Math.hypot(1, shear);
  return { left: start + (left + reach) * unit, right: start + (right - reach) * unit };
}

/**
 * The straight line that the digits stand on (least squares).
 *
 * @param {ReadonlyArray<Box>} boxes
 * @param {number} height of the digits
 * @returns {{ slope: number | null, spread: number | null }} slope in degrees, above 0 where it climbs; spread: how far
 *   digits stand off the line, a standard deviation in heights
 */
export function baselineOf(boxes, height) {
  const feet = boxes.map(({ x, y, width, height: high }) => ({ x: x + width / 2, y: y + high }));
  const middle = { x: mean(feet.map(({ x }) => x)) ?? 0, y: mean(feet.map(({ y }) => y)) ?? 0 };
  let [across, both] = [0, 0];
  for (const { x, y } of feet) {
    across += (x - middle.x) ** 2;
    both += (x - middle.x) * (y - middle.y);
  }
  if (!(across > 0)) return { slope: null, spread: null };
  const slope = both / across;
  const off = feet.map(({ x, y }) => (y - middle.y - slope * (x - middle.x)) / height);
  return { slope: -Math.atan(slope) * DEGREES, spread: spread(off) };
}

/** @param {ReadonlyArray<number>} values @returns {number | null} */
export const mean = (values) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);

/**
 * @param {ReadonlyArray<number>} values
 * @returns {number | null} standard deviation; null for fewer than three
 */
export function spread(values) {
  const middle = mean(values);
  if (middle === null || values.length < SEVERAL) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
