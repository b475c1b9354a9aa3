import { compare } from './compare.js';
import { spread } from './spread.js';

/**
 * How strongly evidence is shown where there is no ink: paper speaks too (a 0 is open in the middle), and less plainly.
 */
const PAPER_SHOWN = 0.45;

/** Never magnify evidence that is weaker than this, in logits: weak evidence is to look weak. */
const LEAST_SCALE = 2;

/**
 * @typedef {{
 *   digit: number,
 *   rival: number | null,
 *   difference: number,
 *   onInk: number,
 *   onPaper: number,
 *   values: Float32Array,
 *   shown: Float32Array,
 *   scale: number,
 * }} Overlay `difference`: of the logits, exact; `onInk` and `onPaper`: its parts, which add up to it; `values`: 28 x 28,
 *   above 0 where it speaks for the digit, whose mean is `difference`; `shown`: the same, fainter on paper, only to be
 *   looked at; `scale`: the value of `shown` that is full strength
 */

/**
 * Which of the ink, and of the paper around it, speaks for a digit and which against.
 *
 * @param {import('./compare.js').Explanation['evidence']} evidence
 * @param {Float32Array} image 784, what was explained
 * @param {number} digit 0 to 9
 * @param {number | null} [rival] the digit that it is compared with, or null for the other nine on average
 * @returns {Overlay}
 */
export function makeOverlay(evidence, image, digit, rival = null) {
  const comparison = compare(evidence, digit, rival);
  const values = spread(comparison);
  const shown = values.map((value, pixel) => value * (PAPER_SHOWN + (1 - PAPER_SHOWN) * image[pixel]));
  const onInk = values.reduce((sum, value, pixel) => sum + value * image[pixel], 0) / values.length;
  const { difference } = comparison;
  return {
    digit,
    rival,
    difference,
    onInk,
    onPaper: difference - onInk,
    values,
    shown,
    scale: shown.reduce((most, value) => Math.max(most, Math.abs(value)), LEAST_SCALE),
  };
}
