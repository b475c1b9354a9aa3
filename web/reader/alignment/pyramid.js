import { reduce, sumAround } from '../image/planes.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('./homography.js').Homography} Homography
 */

/** Of pixels that lead beyond a map: less than any value. */
export const BEYOND = -1;

/** How often the finest level is halved for the coarsest. */
export const COARSEST = 3;

/**
 * A map and its halves, so soft that neighbors are alike: what is a pixel away still attracts.
 *
 * @param {Plane} plane
 * @returns {Plane[]} the finest first
 */
export function pyramidOf(plane) {
  return Array.from({ length: COARSEST + 1 }, (_, level) => soften(reduce(plane, 2 ** level)));
}

/** @param {Plane} plane @returns {Plane} each pixel a mean of those two around it, the nearer the more */
function soften(plane) {
  const { data, width, height } = sumAround(sumAround(plane, 1), 1);
  return { data: data.map((value) => value / 81), width, height };
}

/**
 * What a map shows where a view leads, between the middles of its pixels (linear).
 *
 * @param {Plane} plane
 * @param {Homography} view from the result's pixels
 * @param {Plane} result filled
 * @param {number} [beyond] what pixels get that lead beyond the map's border
 */
export function resample({ data, width, height }, [a, b, c, d, e, f, g, h, i], result, beyond = 0) {
  for (let row = 0, at = 0; row < result.height; row++) {
    for (let column = 0; column < result.width; column++, at++) {
      const [u, v] = [column + 0.5, row + 0.5];
      const depth = g * u + h * v + i;
      const x = (a * u + b * v + c) / depth - 0.5;
      const y = (d * u + e * v + f) / depth - 0.5;
      if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) {
        result.data[at] = beyond;
        continue;
      }
      const [left, top] = [x | 0, y | 0];
      const [across, down] = [x - left, y - top];
      const from = top * width + left;
      const above = data[from] + (data[from + 1] - data[from]) * across;
      const below = data[from + width] + (data[from + width + 1] - data[from + width]) * across;
      result.data[at] = above + (below - above) * down;
    }
  }
}
