import preprocessing from '../preprocessing.json' with { type: 'json' };
import { centerOfMass } from '../ink/rasterize.js';
import { boxFilter } from './box-filter.js';

const SIZE = preprocessing.size;
const BOX = preprocessing.box;
const MOST_SHIFT = (SIZE - BOX) / 2;

/** @typedef {{ data: ArrayLike<number>, width: number, height: number }} Mask row by row, 0 = paper, 1 = ink */

/**
 * Bring the ink of a picture into the layout of an ink image. The reference is `normalize` in training/ink.py.
 *
 * @param {Mask} mask values between 0 and 1 for partly covered pixels
 * @returns {Float32Array} 28 x 28, row by row, the darkest pixel 1; all zeros for a mask without ink
 */
export function normalize(mask) {
  const image = new Float32Array(SIZE * SIZE);
  const box = maskBox(mask);
  if (!box) return image;
  const scale = BOX / Math.max(box.width, box.height);
  const mass = centerOfMass(mask.data, mask.width, mask.height);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const across = boxFilter({ length: mask.width, count: SIZE, center: within(mass.x, middle.x, scale), scale });
  const down = boxFilter({ length: mask.height, count: SIZE, center: within(mass.y, middle.y, scale), scale });
  const values = new Float64Array(SIZE * SIZE);
  let darkest = 0;
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const value = average(mask, down[row], across[column]);
      values[row * SIZE + column] = value;
      darkest = Math.max(darkest, value);
    }
  }
  values.forEach((value, index) => (image[index] = value / darkest));
  return image;
}

/**
 * The smallest box around the ink.
 *
 * @param {Mask} mask
 * @returns {import('../ink/rasterize.js').Box | null} in pixels of the mask; null for a mask without ink
 */
export function maskBox({ data, width, height }) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      if (!data[index]) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}

/**
 * The place of the source that comes to the middle: the center of mass, or as near to it as keeps the ink in the image.
 *
 * @param {number} mass @param {number} middle @param {number} scale
 */
const within = (mass, middle, scale) =>
  middle - Math.min(MOST_SHIFT, Math.max(-MOST_SHIFT, (middle - mass) * scale)) / scale;

/**
 * @param {Mask} mask
 * @param {import('./box-filter.js').Window} rows
 * @param {import('./box-filter.js').Window} columns
 */
function average({ data, width }, rows, columns) {
  let sum = 0;
  for (let row = 0; row < rows.shares.length; row++) {
    const start = (rows.first + row) * width + columns.first;
    let line = 0;
    for (let column = 0; column < columns.shares.length; column++)
      line += columns.shares[column] * data[start + column];
    sum += rows.shares[row] * line;
  }
  return sum;
}
