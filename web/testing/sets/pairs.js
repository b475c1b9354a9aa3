import { PIXELS } from '../../reader/ink/rasterize.js';
import { sizes } from './arrays.js';
import { MOST_IMAGES, problemOf } from './content.js';

/**
 * Images and their labels, in arrays that belong together.
 *
 * @import { NumberArray } from './arrays.js'
 * @typedef {{ images: Uint8Array<ArrayBuffer>, labels: Uint8Array<ArrayBuffer> | null }} Labeled n * 784 bytes, row by row, 0 = paper, 255 = ink;
 *   n labels, 0-9 and 10 for what is no digit, null where there are none
 * @typedef {{ part: string, images?: NumberArray, labels?: NumberArray }} Pair
 */

/** Words in names that tell which of a pair a file is, or how it is stored: what is left is the part of the set. */
const NOT_PART = /^(x|y|images?|imgs?|labels?|data|targets?|idx\d?|ubyte|int|npy|gz)$/;

/** Labels may have more columns: QMNIST's first is the digit; ten are a column a digit. */
const MOST_COLUMNS = 16;
const ONE_HOT = 10;

/** @param {NumberArray} array */
const isLabels = ({ shape }) => shape.length === 1 || (shape.length === 2 && shape[1] <= MOST_COLUMNS);

/**
 * @param {NumberArray[]} arrays
 * @returns {Pair[]} by part; one of them may lack its labels, or its images
 */
export function pairUp(arrays) {
  const [labels, images] = [arrays.filter(isLabels), arrays.filter((array) => !isLabels(array))];
  // Of two files, nobody has to guess which belong together.
  if (arrays.length > 0 && labels.length <= 1 && images.length <= 1) {
    return [{ part: partOf((images[0] ?? labels[0]).name), images: images[0], labels: labels[0] }];
  }
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  for (const array of arrays) {
    const part = partOf(array.name);
    const pair = pairs.get(part) ?? { part };
    const half = isLabels(array) ? 'labels' : 'images';
    if (pair[half]) throw problemOf('testing.problem.twice', { name: array.name, other: pair[half].name });
    pairs.set(part, { ...pair, [half]: array });
  }
  const all = [...pairs.values()];
  const whole = all.filter((pair) => pair.images && pair.labels);
  return whole.length > 0 ? whole : all;
}

/** @param {string} name of a file @returns {string} 'test' of x_test.npy, 't10k' of t10k-labels-idx1-ubyte.gz */
const partOf = (name) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !NOT_PART.test(word))
    .join(' ');

/**
 * @param {NumberArray} array [n, 28, 28], or the same in other dimensions
 * @returns {Uint8Array<ArrayBuffer>} n * 784, 0 to 255
 * @throws {Problem} its images have another size, or its numbers are no grays
 */
export function toImages({ name, shape, values }) {
  const [count, ...size] = shape;
  if (size.reduce((product, length) => product * length, 1) !== PIXELS || !isSquare(size)) {
    throw problemOf('testing.problem.size', { name, size: sizes(size) });
  }
  if (count === 0) throw problemOf('testing.problem.none', { name });
  if (count > MOST_IMAGES) throw problemOf('testing.problem.many', { name, count, most: MOST_IMAGES });
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    if (!(values[at] >= 0 && values[at] <= 255)) {
      throw problemOf('testing.problem.pixel', { name, index: Math.floor(at / PIXELS), value: String(values[at]) });
    }
    if (values[at] > most) most = values[at];
  }
  const scale = most <= 1 ? 255 : 1;
  if (values instanceof Uint8Array && scale === 1) return values.slice();
  return Uint8Array.from(values, (value) => Math.round(value * scale));
}

/** @param {number[]} size 784 in a row, or 28 by 28 in some dimensions */
const isSquare = (size) => size.length === 1 || size.filter((length) => length === 28).length === 2;

/**
 * @param {NumberArray} array [n], [n, 10] with 1 at the digit, or [n, some] with the digit first
 * @param {number} count of images
 * @returns {Uint8Array<ArrayBuffer>} n digits
 * @throws {Problem} there are more or fewer, or one is no digit
 */
export function toLabels({ name, shape: [held, columns = 1], values }, count) {
  if (held !== count) throw problemOf('testing.problem.counts', { name, labels: held, images: count });
  return Uint8Array.from({ length: count }, (_, index) => {
    const row = Array.from({ length: columns }, (_column, column) => values[index * columns + column]);
    const label = columns === ONE_HOT ? row.indexOf(Math.max(...row)) : row[0];
    if (!Number.isInteger(label) || label < 0 || label > 9) {
      throw problemOf('testing.problem.label', { name, index, label: String(label) });
    }
    return label;
  });
}
