import preprocessing from '../preprocessing.json' with { type: 'json' };
import { centerOfMass } from '../ink/rasterize.js';

const SIZE = preprocessing.size;
const BOX = preprocessing.box;
const MOST_SHIFT = (SIZE - BOX) / 2;

/** Rows of a strip, and of the ink in it: as high as it is, whatever it shows. */
export const STRIP_HEIGHT = preprocessing.strip.height;
const INK_HEIGHT = preprocessing.strip.inkHeight;

/** Least columns of paper on either side. */
const MARGIN = preprocessing.strip.margin;

/** A strip is a multiple of so many columns wide. */
const STEP = preprocessing.strip.step;

/** Columns of ink; what is longer, as a thin line is, is made smaller: a hundred digits are not. */
const MOST_INK = preprocessing.strip.mostInk;

/**
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Mask row by row, 0 = paper, 1 = ink
 * @typedef {{ data: Float32Array, width: number, height: number }} Glyph a mask of a picture's ink and its edges, which are below a half
 * @typedef {{ data: Float32Array, width: number, scale: number, left: number }} Strip `data` is 32 rows of `width`
 *   values, 0 = paper, 1 = ink; a column of the ink, x, is at `left + x * scale` of the strip
 * @typedef {{ first: number, shares: number[] }} Window source pixels from `first`, and the share of each
 */

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
 * @param {Window} rows
 * @param {Window} columns
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

/**
 * Ink that leans further.
 *
 * @param {Glyph} glyph close around its ink
 * @param {number} slope to the right, in columns a row; below 0 to the left
 * @returns {Glyph} close around its ink
 */
export function slant({ data, width, height }, slope) {
  const shifts = Array.from({ length: height }, (_, y) => Math.round(slope * (height / 2 - y)));
  let [left, right] = [Infinity, -Infinity];
  for (let y = 0; y < height; y++) {
    const row = data.slice(y * width, (y + 1) * width);
    const [first, last] = [row.findIndex((value) => value > 0), row.findLastIndex((value) => value > 0)];
    if (first < 0) continue;
    left = Math.min(left, first + shifts[y]);
    right = Math.max(right, last + shifts[y]);
  }
  const columns = right - left + 1;
  const leaning = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]) leaning[y * columns + x + shifts[y] - left] = data[y * width + x];
    }
  }
  return { data: leaning, width: columns, height };
}

/**
 * Bring ink of several digits into the layout of a strip. The reference is `to_strip` in training/strings/strip.py.
 *
 * @param {Mask} mask without an empty row or column at its border
 * @param {number} [share] of the usual height that its ink gets
 * @returns {Strip}
 */
export function toStrip({ data, width, height }, share = 1) {
  const scale = Math.min((share * INK_HEIGHT) / height, MOST_INK / width);
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

/**
 * For each result pixel along one axis, the source pixels under it and the share of each. Where the source is the
 * coarser one, a window of one source pixel, which interpolates linearly.
 *
 * @param {{ length: number, count: number, center: number, scale: number }} axis `length` source pixels, `count` result
 *   pixels; the place of the source that comes to the middle; result pixels a source pixel
 * @returns {Window[]}
 */
function boxFilter({ length, count, center, scale }) {
  const width = Math.max(1 / scale, 1);
  return Array.from({ length: count }, (_, pixel) => {
    const start = (pixel + 0.5 - count / 2) / scale + center - width / 2;
    const first = Math.max(0, Math.floor(start));
    const shares = [];
    for (let source = first; source < Math.min(length, start + width); source++) {
      const overlap = Math.min(start + width, source + 1) - Math.max(start, source);
      shares.push(Math.max(0, overlap) / width);
    }
    return { first, shares };
  });
}
