import preprocessing from '../preprocessing.json' with { type: 'json' };
import { boxFilter } from './box-filter.js';

/**
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {{ data: Float32Array, width: number, scale: number, left: number }} Strip `data` is 32 rows of `width`
 *   values, 0 = paper, 1 = ink; a column of the ink, x, is at `left + x * scale` of the strip
 */

/** Rows of a strip, and of the ink in it: as high as it is, whatever it shows. */
export const STRIP_HEIGHT = preprocessing.strip.height;
const INK_HEIGHT = preprocessing.strip.inkHeight;

/** Least columns of paper on either side. */
const MARGIN = preprocessing.strip.margin;

/** A strip is a multiple of so many columns wide. */
const STEP = preprocessing.strip.step;

/**
 * Bring ink of several digits into the layout of a strip. The reference is `to_strip` in training/strings/strip.py.
 *
 * @param {Mask} mask without an empty row or column at its border
 * @returns {Strip}
 */
export function toStrip({ data, width, height }) {
  const scale = INK_HEIGHT / height;
  const columns = Math.ceil((width * scale + 2 * MARGIN) / STEP) * STEP;
  const across = boxFilter({ length: width, count: columns, center: width / 2, scale });
  const down = boxFilter({ length: height, count: STRIP_HEIGHT, center: height / 2, scale });
  const narrowed = new Float64Array(height * columns);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < columns; column++) {
      const { first, shares } = across[column];
      let sum = 0;
      for (let part = 0; part < shares.length; part++) sum += shares[part] * data[row * width + first + part];
      narrowed[row * columns + column] = sum;
    }
  }
  const strip = new Float32Array(STRIP_HEIGHT * columns);
  for (let row = 0; row < STRIP_HEIGHT; row++) {
    const { first, shares } = down[row];
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let part = 0; part < shares.length; part++)
        sum += shares[part] * narrowed[(first + part) * columns + column];
      strip[row * columns + column] = sum;
    }
  }
  return { data: strip, width: columns, scale, left: columns / 2 - (width * scale) / 2 };
}
