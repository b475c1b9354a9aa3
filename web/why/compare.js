/**
 * @typedef {import('../reader/network/classifier.js').Explanation} Explanation
 * @typedef {{ data: Float32Array, height: number, width: number, difference: number }} Comparison one value a place,
 *   above 0 where it speaks for the digit; `difference` is their mean, and the difference of the logits
 */

const DIGITS = 10;

/**
 * What speaks for a digit rather than for a rival, or than for the other nine on average.
 *
 * The maps of one digit alone say little: what all ten have in common decides nothing between them. The
 * difference of two does: its mean is the difference of the logits, and that, over the card's temperature, the logarithm of how many
 * times more probable the digit is than its rival.
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
