import { findComponents } from '../../reader/image/components.js';
import { isConvex } from '../frame/crop.js';

/**
 * Finds a sheet of paper that lies on something darker, by its four corners: the largest bright spot, where that is a
 * quadrilateral.
 *
 * @import { Corners } from '../frame/crop.js'
 * @import { Gray } from './gray.js'
 */

/** Pixels of the longer side of a copy that shows a sheet's corners well enough to be cropped by, and is searched in a moment. */
export const SEARCHED_SIDE = 256;

/** Paper is at least so much brighter than what it lies on, of 255. */
const LEAST_CONTRAST = 40;
/** A sheet covers at least such a share of the picture. */
const LEAST_SHARE = 0.12;
/** What is within its corners is the sheet but for such a share, and what is beside them is none of it. */
const MOST_ASTRAY = 0.07;

/**
 * @param {Gray} gray
 * @returns {Corners | null} in shares of the picture; null where there is none, or where it goes on beyond the picture
 */
export function findSheet(gray) {
  const { width, height } = gray;
  const { threshold, contrast } = splitOf(gray.data);
  if (contrast < LEAST_CONTRAST) return null;
  const spot = largestSpot(gray, threshold);
  const points = spot.flatMap(([left, right], y) => (right < left ? [] : [left, right].map((x) => ({ x, y }))));
  const isCut = points.some(({ x, y }) => x === 0 || y === 0 || x === width - 1 || y === height - 1);
  if (points.length === 0 || isCut) return null;
  // Clockwise from the left top, as far out as can be: a sheet is turned by less than an eighth.
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([across, down]) =>
    points.reduce((best, point) =>
      across * point.x + down * point.y > across * best.x + down * best.y ? point : best,
    ),
  );
  if (!isConvex(corners) || areaWithin(corners) < LEAST_SHARE * width * height) return null;
  const isFilled = astrayOf(spot, corners) <= MOST_ASTRAY * areaWithin(corners);
  return isFilled ? corners.map(({ x, y }) => ({ x: (x + 0.5) / width, y: (y + 0.5) / height })) : null;
}

/**
 * Where dark and bright part best (Otsu, 1979).
 *
 * @param {Uint8Array} data
 * @returns {{ threshold: number, contrast: number }} threshold: above it is bright; contrast: between the means of the two
 */
function splitOf(data) {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] += 1;
  const all = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [best, threshold, contrast] = [0, 0, 0];
  for (let value = 0, below = 0, sum = 0; value < 255; value++) {
    below += counts[value];
    sum += value * counts[value];
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const apart = (all - sum) / above - sum / below;
    if (below * above * apart * apart <= best) continue;
    [best, threshold, contrast] = [below * above * apart * apart, value, apart];
  }
  return { threshold, contrast };
}

/**
 * @param {Gray} gray
 * @param {number} threshold
 * @returns {[number, number][]} of each row the first and the last pixel of the largest bright spot; last below first for none
 */
function largestSpot({ data, width, height }, threshold) {
  const bright = Uint8Array.from(data, (value) => Number(value > threshold));
  const { labels, components } = findComponents({ data: bright, width, height });
  /** @type {[number, number][]} */
  const rows = Array.from({ length: height }, () => [width, -1]);
  if (components.length === 0) return rows;
  const { label } = components.reduce((largest, spot) => (spot.area > largest.area ? spot : largest));
  labels.forEach((own, at) => {
    if (own !== label) return;
    const row = rows[Math.floor(at / width)];
    row[0] = Math.min(row[0], at % width);
    row[1] = Math.max(row[1], at % width);
  });
  return rows;
}

/** @param {Corners} corners @returns {number} */
const areaWithin = (corners) =>
  Math.abs(
    corners.reduce((sum, { x, y }, at) => {
      const next = corners[(at + 1) % 4];
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;

/**
 * @param {ReadonlyArray<[number, number]>} spot
 * @param {Corners} corners in its pixels
 * @returns {number} pixels of the spot that are outside of the corners, and those inside that are beside the spot
 */
function astrayOf(spot, corners) {
  return spot.reduce((sum, [left, right], y) => {
    const crossings = corners.flatMap((corner, at) => {
      const next = corners[(at + 1) % 4];
      const share = (y - corner.y) / (next.y - corner.y);
      return share >= 0 && share <= 1 ? [corner.x + share * (next.x - corner.x)] : [];
    });
    if (crossings.length < 2) return sum + Math.max(0, right - left);
    const [first, last] = [Math.min(...crossings), Math.max(...crossings)];
    if (right < left) return sum + last - first;
    return sum + Math.abs(left - first) + Math.abs(right - last);
  }, 0);
}
