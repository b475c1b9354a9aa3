import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { speedOf, strokesIn } from '../shared/digit-strokes.js';
import { describeTraced, planeOf } from './describe-digit.js';
import { tracesOf } from './traces.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Digit, DigitWriting, Known } from './describe-digit.js'
 * @import { Trace } from './traces.js'
 *
 * @typedef {{ digits: ReadonlyArray<Digit>, separators?: ReadonlyArray<{ after: number }> }} WrittenNumber of a reading
 * @typedef {{
 *   digits: DigitWriting[],
 *   slant: number | null,
 *   slantSpread: number | null,
 *   width: number | null,
 *   size: number | null,
 *   sizeSpread: number | null,
 *   spacing: number | null,
 *   spacingSpread: number | null,
 *   baseline: number | null,
 *   baselineSpread: number | null,
 *   strokes: number | null,
 *   speed: number | null,
 * }} NumberWriting how a number is written; null is what cannot be known. Spreads are standard deviations, of three and
 *   more.
 *   slant and slantSpread in degrees, as a digit's;
 *   width of the pen, as a share of a digit's longer side, 0 to 1;
 *   size: the digits' mean height as a share of the page's; sizeSpread: of the heights, in mean heights;
 *   spacing and spacingSpread: of the gaps between neighbors along the slant, in mean heights, below 0 where they
 *   overlap;
 *   baseline in degrees, above 0 where it climbs; baselineSpread: of how far digits stand off it, in mean heights;
 *   strokes: how often the pen was put down for the digits;
 *   speed while it was down, in mean heights a second
 */

const { box: BOX, penRadius: PEN_RADIUS } = preprocessing;
const DEGREES = 180 / Math.PI;

/** Fewer digits than this have no spread, and no line through their feet that tells more than the feet themselves. */
const SEVERAL = 3;

/**
 * Measures how a number is written.
 *
 * @param {WrittenNumber} number
 * @param {Known} [known] strokes may hold those of other numbers
 * @returns {NumberWriting}
 */
export function describeNumber({ digits: found, separators = [] }, { strokes, page } = {}) {
  const digits = found.map((digit) => ({ ...digit, traces: tracesOf(planeOf(digit.image)) }));
  const boxes = digits.map(({ box }) => box);
  const own = strokes && strokesIn(strokes, boxes);
  const each = digits.map((digit, index) => describeTraced(digit, digit.traces, { own: own?.[index], page }));
  const slants = each.flatMap(({ slant }) => slant ?? []);
  const slant = mean(slants);
  const height = mean(boxes.map((box) => box.height)) || NaN;
  const apart = new Set(separators.map(({ after }) => after));
  const shear = Math.tan(((slant ?? 0) * Math.PI) / 180);
  const gaps = gapsOf(digits, { shear, isInk: Boolean(own), apart }).map((gap) => gap / height);
  const baseline = baselineOf(boxes, height);
  return {
    digits: each,
    slant,
    slantSpread: spread(slants),
    width: mean(each.flatMap(({ width }) => width ?? [])),
    size: mean(each.flatMap(({ size }) => size ?? [])),
    sizeSpread: finite(spread(boxes.map((box) => box.height / height))),
    spacing: finite(mean(gaps)),
    spacingSpread: finite(spread(gaps)),
    baseline: baseline.slope,
    baselineSpread: finite(baseline.spread),
    strokes: strokes?.filter((stroke) => strokesIn([stroke], boxes).flat().length > 0).length || null,
    speed: own ? speedOf(own.flat(), height) : null,
  };
}

/** @param {number | null} value @returns {number | null} null for what a number without height comes to */
const finite = (value) => (value !== null && Number.isFinite(value) ? value : null);

/**
 * Measures the gaps between neighboring digits, along the slant: digits that lean reach over each other and still have
 * paper between them.
 *
 * @param {ReadonlyArray<{ box: Box, traces: ReadonlyArray<Trace> }>} digits from left to right
 * @param {{ shear: number, isInk: boolean, apart: ReadonlySet<number> }} how shear: the tangent of the slant; isInk: of
 *   strokes, whose boxes are without the pen; apart: the digits that stand after a separator
 * @returns {number[]} in the boxes' units, below 0 where digits overlap
 */
function gapsOf(digits, { shear, isInk, apart }) {
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
 * Fits the straight line that the digits stand on (least squares).
 *
 * @param {ReadonlyArray<Box>} boxes
 * @param {number} height of the digits
 * @returns {{ slope: number | null, spread: number | null }} slope in degrees, above 0 where it climbs; spread: how far
 *   digits stand off the line, a standard deviation in heights
 */
function baselineOf(boxes, height) {
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
const mean = (values) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);

/**
 * @param {ReadonlyArray<number>} values
 * @returns {number | null} standard deviation; null for fewer than three
 */
function spread(values) {
  const middle = mean(values);
  if (middle === null || values.length < SEVERAL) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
