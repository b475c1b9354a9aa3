import { tracesOf } from './across-line.js';
import { baselineOf, gapsOf, mean, spread } from './along-line.js';
import { describeTraced, planeOf } from './describe-digit.js';
import { speedOf, strokesIn } from '../shared/digit-strokes.js';

/**
 * @import { Digit, DigitWriting, Known } from './describe-digit.js'
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

/**
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
