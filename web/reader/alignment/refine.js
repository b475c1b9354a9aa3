import { after, inverse, solve } from './homography.js';
import { BEYOND, resample } from './pyramid.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('./homography.js').Homography} Homography
 */

/** A step that moves no corner by more, in pixels of the level, is the last. */
const STILL = 0.02;

/**
 * Lays a sample onto a picture by the way their values differ: Gauss-Newton steps of the inverse compositional kind (Baker
 * and Matthews, Int. J. Computer Vision 56, 2004) on values that are brought to the same mean and spread, as in Evangelidis and
 * Psarakis (IEEE PAMI 30, 2008): print may be paler on the picture.
 *
 * @param {Plane} expected the sample
 * @returns {(picture: Plane, start: Homography, steps: number) => { view: Homography, likeness: number }} from the sample's
 *   pixels to the picture's; `likeness`: the correlation reached, -1 to 1
 */
export function createRefiner(expected) {
  const { data, width, height } = expected;
  const slopes = slopesOf(expected);
  const seen = { data: new Float32Array(data.length), width, height };

  return (picture, start, steps) => {
    let view = start;
    let best = { view, likeness: -1 };
    for (let step = 0; ; step++) {
      resample(picture, view, seen, BEYOND);
      const { likeness, gain, offset } = compare(data, seen.data);
      if (likeness > best.likeness) best = { view, likeness };
      if (step === steps) return best;
      const by = stepOf(expected, slopes, seen.data, { gain, offset });
      if (!by) return best;
      view = after(view, inverse(by));
      if (!view.every(Number.isFinite)) return best;
      if (farthest(by, width, height) < STILL) steps = step + 1;
    }
  };
}

/** A sample of which less is seen in the picture may lie anywhere. */
const LEAST_SEEN = 0.5;

/**
 * @param {Float32Array} one
 * @param {Float32Array} other with places that are beyond the picture
 * @returns {{ likeness: number, gain: number, offset: number }} `gain` and `offset` bring the other to the one's mean and spread
 */
function compare(one, other) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  let count = 0;
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at], other[at]];
    if (y === BEYOND) continue;
    count++;
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  if (count < LEAST_SEEN * one.length) return { likeness: -1, gain: 1, offset: 0 };
  const [spread, own] = [bb / count - (b / count) ** 2, aa / count - (a / count) ** 2];
  const likeness = (ab / count - (a / count) * (b / count)) / Math.sqrt(Math.max(1e-12, spread * own));
  const gain = Math.sqrt(own / Math.max(1e-9, spread));
  return { likeness, gain, offset: a / count - (gain * b) / count };
}

/** @param {Plane} plane @returns {{ across: Float32Array, down: Float32Array }} half of the differences of neighbors */
function slopesOf({ data, width, height }) {
  const [across, down] = [new Float32Array(data.length), new Float32Array(data.length)];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      across[at] = (data[at + 1] - data[at - 1]) / 2;
      down[at] = (data[at + width] - data[at - width]) / 2;
    }
  }
  return { across, down };
}

/** Slopes below are too small to tell anything. */
const FLAT = 0.004;

/**
 * @param {Plane} expected
 * @param {ReturnType<typeof slopesOf>} slopes
 * @param {Float32Array} seen
 * @param {{ gain: number, offset: number }} brought
 * @returns {Homography | null} by which the sample is to be moved
 */
function stepOf({ data, width, height }, { across, down }, seen, { gain, offset }) {
  const sums = new Float64Array(72);
  const by = new Float64Array(9);
  // Numbers of one size, so that elimination is exact enough.
  const [size, middleX, middleY] = [Math.max(width, height) / 2, width / 2, height / 2];
  for (let row = 0, at = 0; row < height; row++) {
    const y = (row + 0.5 - middleY) / size;
    for (let column = 0; column < width; column++, at++) {
      let [p, q] = [across[at], down[at]];
      if ((p < FLAT && p > -FLAT && q < FLAT && q > -FLAT) || seen[at] === BEYOND) continue;
      p *= size;
      q *= size;
      const x = (column + 0.5 - middleX) / size;
      const along = -(p * x + q * y);
      by[0] = p * x;
      by[1] = p * y;
      by[2] = p;
      by[3] = q * x;
      by[4] = q * y;
      by[5] = q;
      by[6] = along * x;
      by[7] = along * y;
      by[8] = gain * seen[at] + offset - data[at];
      for (let i = 0, to = 0; i < 8; i++) {
        const factor = by[i];
        for (let j = i; j < 9; j++, to++) sums[to] += factor * by[j];
      }
    }
  }
  return solved(sums, { size, middleX, middleY });
}

/** @param {Float64Array} sums the upper half of the equations, row by row @param {{ size: number, middleX: number, middleY: number }} place */
function solved(sums, { size, middleX, middleY }) {
  const rows = Array.from({ length: 8 }, () => new Array(9).fill(0));
  for (let i = 0, from = 0; i < 8; i++) {
    for (let j = i; j < 9; j++, from++) {
      rows[i][j] = sums[from];
      if (j < 8) rows[j][i] = sums[from];
    }
  }
  const found = solve(rows);
  if (!found) return null;
  const [a, b, c, d, e, f, g, h] = found;
  const toMiddle = [1 / size, 0, -middleX / size, 0, 1 / size, -middleY / size, 0, 0, 1];
  return after(inverse(toMiddle), after([1 + a, b, c, d, 1 + e, f, g, h, 1], toMiddle));
}

/** @param {Homography} by @param {number} width @param {number} height @returns {number} pixels that a corner is moved at most */
function farthest(by, width, height) {
  const [a, b, c, d, e, f, g, h, i] = by;
  return Math.max(
    ...[
      [0, 0],
      [width, 0],
      [0, height],
      [width, height],
    ].map(([x, y]) => {
      const depth = g * x + h * y + i;
      return Math.hypot((a * x + b * y + c) / depth - x, (d * x + e * y + f) / depth - y);
    }),
  );
}
