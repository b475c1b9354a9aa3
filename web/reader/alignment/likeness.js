import { BEYOND, resample } from './pyramid.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('./homography.js').Homography} Homography
 */

/** Maps are compared in squares of so many pixels ... */
const TILE = 16;

/** ... those where either is so uneven for the sample as a whole; and so much evens out what is nearly even. */
const BUSY = 0.3;
const CALM = 0.02;

/**
 * How alike a sample and a picture are, square by square: the frames of two forms may fit while nothing in them does.
 *
 * @param {Plane} sample
 * @param {Plane} picture
 * @param {Homography} view from the sample's pixels to the picture's
 * @returns {number} the mean of the squares' correlations, -1 to 1, of those in the picture; 0 where less than half of them are
 */
export function likenessOf(sample, picture, view) {
  const { width, height } = sample;
  const found = { data: new Float32Array(width * height), width, height };
  resample(picture, view, found, BEYOND);
  let [sum, count, hidden] = [0, 0, 0];
  for (const { own, other, both, usual } of squares(sample, found.data)) {
    if (!(own >= BUSY * usual || other >= BUSY * usual)) continue;
    if (Number.isNaN(other)) {
      hidden++;
      continue;
    }
    sum += both / Math.sqrt((own + CALM * usual) * (other + CALM * usual));
    count++;
  }
  return count > hidden ? sum / count : 0;
}

/** @param {Plane} sample @returns {number} its squares that tell something */
export function countBusy(sample) {
  return [...squares(sample, sample.data)].filter(({ own, usual }) => own > 0 && own >= BUSY * usual).length;
}

/**
 * @param {Plane} sample
 * @param {Float32Array} seen
 * @returns {Generator<{ own: number, other: number, both: number, usual: number }>} variances of the sample and of what is seen,
 *   and their covariance, in each square, NaN where that reaches beyond the picture; `usual`: the sample's variance as a whole
 */
function* squares({ data, width, height }, seen) {
  const { own: usual } = spread(data, data, { width, x: 0, y: 0, right: width, bottom: height });
  for (let y = 0; y + TILE <= height; y += TILE) {
    for (let x = 0; x + TILE <= width; x += TILE) {
      yield { ...spread(data, seen, { width, x, y, right: x + TILE, bottom: y + TILE }), usual };
    }
  }
}

/**
 * @param {Float32Array} one
 * @param {Float32Array} another
 * @param {{ width: number, x: number, y: number, right: number, bottom: number }} part `width` of a row
 */
function spread(one, another, { width, x, y, right, bottom }) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let row = y; row < bottom; row++) {
    for (let at = row * width + x, end = row * width + right; at < end; at++) {
      const [p, q] = [one[at], another[at] === BEYOND ? NaN : another[at]];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const count = (right - x) * (bottom - y);
  return {
    own: aa / count - (a / count) ** 2,
    other: bb / count - (b / count) ** 2,
    both: ab / count - (a * b) / count ** 2,
  };
}
