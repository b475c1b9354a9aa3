import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

/** Row by row; the names are the ends of message keys. */
export const REGIONS = /** @type {const} */ ([
  'upper-left',
  'upper',
  'upper-right',
  'left',
  'middle',
  'right',
  'lower-left',
  'lower',
  'lower-right',
]);

/** Ink from which a pixel belongs to the digit. */
const INK = 0.3;

/** The share of a digit's ink from which a region holds a part of it, rather than a little of its neighbor's. */
const LEAST_INK = 0.04;

/**
 * @typedef {typeof REGIONS[number]} RegionName
 * @typedef {{ name: RegionName, hasInk: boolean, contribution: number }} Region `contribution`: its part of the
 *   difference of the logits, above 0 where it speaks for the digit
 */

/**
 * What each of nine regions says. Their contributions add up to the difference of the logits.
 *
 * The regions are thirds of the square around the ink; the outer ones reach to the paper's edge, so that nothing is
 * left out.
 *
 * @param {Float32Array} values an overlay's
 * @param {Float32Array} image 784
 * @returns {Region[]} nine, row by row
 */
export function sumRegions(values, image) {
  const [columns, rows] = thirds(image);
  const contributions = new Float64Array(REGIONS.length);
  const ink = new Float64Array(REGIONS.length);
  values.forEach((value, pixel) => {
    const region = 3 * rows[Math.floor(pixel / SIZE)] + columns[pixel % SIZE];
    contributions[region] += value / values.length;
    ink[region] += image[pixel];
  });
  const least = LEAST_INK * image.reduce((sum, value) => sum + value, 0);
  return REGIONS.map((name, region) => ({
    name,
    hasInk: ink[region] > least,
    contribution: contributions[region],
  }));
}

/**
 * @param {Float32Array} image
 * @returns {[columns: number[], rows: number[]]} the third, 0 to 2, of each of the 28
 */
function thirds(image) {
  const inked = [...image.keys()].filter((pixel) => image[pixel] > INK);
  const [across, down] = [
    extent(inked.map((pixel) => pixel % SIZE)),
    extent(inked.map((pixel) => Math.floor(pixel / SIZE))),
  ];
  const side = Math.max(across.size, down.size);
  return [thirdsAround(across.middle, side), thirdsAround(down.middle, side)];
}

/** @param {number[]} places of pixels along one side; none means all of it */
function extent(places) {
  const [first, last] = places.length ? [Math.min(...places), Math.max(...places)] : [0, SIZE - 1];
  return { middle: (first + last + 1) / 2, size: last + 1 - first };
}

/** @param {number} middle @param {number} side */
const thirdsAround = (middle, side) =>
  Array.from({ length: SIZE }, (_, place) => {
    const third = Math.floor((3 * (place + 0.5 - middle + side / 2)) / side);
    return Math.min(2, Math.max(0, third));
  });
