import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

const DIGITS = 10;

/** Evidence on paper is shown this strongly: paper speaks too (a 0 is open in the middle), and less plainly. */
const PAPER_SHOWN = 0.45;

/** Evidence that is weaker than this, in logits, is never magnified: it is to look weak. */
const LEAST_SCALE = 2;

/**
 * @import { Explanation } from '../reader/network/classifier.js'
 *
 * @typedef {{ data: Float32Array, height: number, width: number, difference: number }} Comparison one value a place,
 *   above 0 where it speaks for the digit; `difference` is their mean, and the difference of the logits
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
 * Lays over the ink, and over the paper around it, how much each pixel speaks for a digit or against it.
 *
 * @param {Explanation['evidence']} evidence
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

/**
 * Subtracts the evidence for a rival, or the mean of the other nine, from the evidence for a digit.
 *
 * The maps of one digit alone say little: what all ten have in common decides nothing between them. The difference of
 * two does: its mean is the difference of the logits, and that, over the card's temperature, is the logarithm of how
 * many times more probable the digit is than its rival.
 *
 * @param {Explanation['evidence']} evidence [h, w, 10]
 * @param {number} digit 0 to 9
 * @param {number | null} rival another digit, or null for the other nine
 * @returns {Comparison}
 */
export function compare({ data, height, width }, digit, rival) {
  const places = height * width;
  const values = new Float32Array(places);
  let sum = 0;
  for (let place = 0; place < places; place++) {
    const all = data.subarray(place * DIGITS, (place + 1) * DIGITS);
    const value = all[digit] - (rival === null ? meanWithout(all, digit) : all[rival]);
    values[place] = value;
    sum += value;
  }
  return { data: values, height, width, difference: sum / places };
}

/** @param {Float32Array} all @param {number} digit */
const meanWithout = (all, digit) => (all.reduce((sum, value) => sum + value, 0) - all[digit]) / (DIGITS - 1);

/**
 * Spreads the values of a coarse grid over the pixels of the ink image, each around the middle of the ink that it was
 * computed from, and with the same mean (as far as float32 holds it).
 *
 * Between the middles it is bilinear. The middles are not those of a plain enlargement: TensorFlow pads a convolution of
 * stride 2 on the right and below only, so that place `i` of a grid with `step` pixels a place looks at ink around
 * `step * (i + 1) - 1/2`. Measured by wiping ink away, evidence lies a pixel too far up and left without this. What the
 * last row and column would put beyond the paper is put on the paper's edge, where digits have a margin.
 *
 * @param {{ data: ArrayLike<number>, height: number, width: number }} grid row by row
 * @returns {Float32Array} 784
 */
export function spread({ data, height, width }) {
  const rows = weights(height);
  const columns = weights(width);
  const pixels = new Float64Array(SIZE * SIZE);
  for (let index = 0; index < height * width; index++) {
    const down = rows[Math.floor(index / width)];
    const across = columns[index % width];
    for (let y = 0; y < SIZE; y++) {
      if (!down[y]) continue;
      for (let x = 0; x < SIZE; x++) pixels[y * SIZE + x] += data[index] * down[y] * across[x];
    }
  }
  return Float32Array.from(pixels);
}

/**
 * Tells how much of each place a pixel shows, along one side.
 *
 * @param {number} places
 * @returns {number[][]} [places][SIZE], each place adding up to the pixels that it stands for
 */
function weights(places) {
  const step = SIZE / places;
  return Array.from({ length: places }, (_, place) => {
    const middle = step * (place + 1) - 0.5;
    const near = Array.from({ length: SIZE }, (__, pixel) => Math.max(0, 1 - Math.abs(pixel + 0.5 - middle) / step));
    const sum = near.reduce((total, weight) => total + weight, 0);
    return near.map((weight) => (weight * step) / sum);
  });
}
