import { CLASSES, NOT_A_DIGIT } from './classes.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{
 *   digit: number | null,
 *   confidence: number,
 *   probabilities: number[],
 *   box: Box,
 *   image: Float32Array,
 * }} DigitReading `digit` is null where it is not one; `probabilities` are of 0-9, then "not a digit"; `image` is the
 *   28 x 28 ink image that the network saw
 * @typedef {{ text: string, confidence: number, box: Box, digits: DigitReading[] }} NumberReading
 * @typedef {{ text: string, numbers: NumberReading[] }} Reading the answer; boxes are in the input's own coordinates
 */

/**
 * The answer for one ink image; called with nothing, the answer for paper without ink.
 *
 * @param {Float32Array} [image] 28 x 28
 * @param {Float32Array} [probabilities] 11
 * @param {Box} [box]
 * @returns {Reading}
 */
export function toReading(image, probabilities, box) {
  if (!image || !probabilities || !box) return { text: '', numbers: [] };
  const values = Array.from(probabilities.subarray(0, CLASSES));
  const confidence = Math.max(...values);
  const best = values.indexOf(confidence);
  const digit = best === NOT_A_DIGIT ? null : best;
  const text = digit === null ? '?' : String(digit);
  const digits = [{ digit, confidence, probabilities: values, box, image }];
  return { text, numbers: [{ text, confidence, box, digits }] };
}
