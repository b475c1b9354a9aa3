import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { speedOf, strokesIn } from '../shared/digit-strokes.js';
import { parallelogramOf, roundnessOf } from './shape.js';
import { slantOf } from './slant.js';
import { penWidth, tracesOf } from './traces.js';
import usualForm from './usual-form.json' with { type: 'json' };

/**
 * @import { Box, Stroke } from '../reader/ink/rasterize.js'
 * @import { Trace } from './traces.js'
 *
 * @typedef {{ digit: number | null, box: Box, image: ArrayLike<number> }} Digit of a reading
 * @typedef {{ strokes?: ReadonlyArray<Stroke>, page?: { width: number, height: number } }} Known strokes: all ink that
 *   was read, with a pen; left out for a picture. page: the pad or the picture, in the same units as the boxes
 * @typedef {{
 *   slant: number | null,
 *   width: number | null,
 *   aspect: number | null,
 *   size: number | null,
 *   roundness: number | null,
 *   strokes: number | null,
 *   speed: number | null,
 * }} DigitWriting how a digit is written; null is what cannot be known.
 *   slant in degrees, above 0 to the right, 0 where the digit stands upright in its usual form;
 *   width of the pen, as a share of the digit's longer side, 0 to 1; null for strokes, which have none;
 *   aspect: width by height, without the slant;
 *   size: height as a share of the page's;
 *   roundness of the outline, 0 to 1;
 *   strokes: how often the pen was put down;
 *   speed while it was down, in longer sides of the digit a second
 */

const { size: SIZE, box: BOX } = preprocessing;
const DEGREES = 180 / Math.PI;

/**
 * Measures how a digit is written.
 *
 * @param {Digit} digit
 * @param {Known} [known]
 * @returns {DigitWriting}
 */
export function describeDigit(digit, { strokes, page } = {}) {
  const own = strokes && strokesIn(strokes, [digit.box])[0];
  return describeTraced(digit, tracesOf(planeOf(digit.image)), { own, page });
}

/**
 * Does the same for a digit whose lines have been followed, and whose own strokes are known.
 *
 * @param {Digit} digit
 * @param {Trace[]} traces
 * @param {{ own?: ReadonlyArray<Stroke>, page?: { height: number } }} known
 * @returns {DigitWriting}
 */
export function describeTraced({ digit, box, image }, traces, { own, page }) {
  const plane = planeOf(image);
  const sides = parallelogramOf(plane);
  const lean = digit === null ? null : slantOf(traces, usualForm[digit].lean);
  // Strokes are drawn with a pen of our own.
  const pen = own ? null : penWidth(traces);
  return {
    slant: lean === null ? null : Math.atan(lean) * DEGREES,
    width: pen === null ? null : pen / BOX,
    aspect: sides && sides.width / sides.height,
    size: page && page.height > 0 ? box.height / page.height : null,
    roundness: roundnessOf(plane),
    strokes: own?.length || null,
    speed: own ? speedOf(own, Math.max(box.width, box.height)) : null,
  };
}

/** @param {ArrayLike<number>} image the 28 x 28 that the network saw @returns {import('./shape.js').Plane} */
export const planeOf = (image) => ({ data: image, width: SIZE, height: SIZE });
