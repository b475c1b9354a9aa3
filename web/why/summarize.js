import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

/** The regions, row by row, by the ends of their keys of texts. */
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

/** A pixel with more ink than this belongs to the digit. */
const INK = 0.3;

/** A region with more than this share of a digit's ink holds a part of it, rather than a little of its neighbor's. */
const LEAST_INK = 0.04;

/** A region that says less than this share of all, for and against, is not worth a sentence. */
const LEAST_SHARE = 0.06;

/** Each side gets so many sentences at most: the strongest are said, the rest is seen. */
const MOST_SENTENCES = 2;

/**
 * @typedef {typeof REGIONS[number]} RegionName
 * @typedef {{ name: RegionName, hasInk: boolean, contribution: number }} Region `contribution`: its part of the
 *   difference of the logits, above 0 where it speaks for the digit
 * @typedef {{ key: string, params: Record<string, string | number> }} Message a sentence of the catalogue; `params.region`
 *   is a key of the catalogue too
 */

/**
 * Puts an overlay into words: where the strongest evidence is, for and against.
 *
 * The keys are `explain.{for,against}.{ink,paper}.{rival,others}`, with the parameters `region` (the key
 * `explain.region.NAME` of one of nine), `digit`, `rival` (where there is one) and `share` (of all that is said for and
 * against, 0 to 1); and `explain.against.little.{rival,others}`, with `digit` and `rival`, where hardly anything speaks
 * against it.
 *
 * @param {import('./overlay.js').Overlay} overlay
 * @param {Float32Array} image 784, what was explained
 * @returns {Message[]} for, the strongest first, then against
 */
export function summarize({ values, digit, rival }, image) {
  const regions = sumRegions(values, image);
  const all = regions.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
  /** @type {Record<string, number>} */
  const digits = rival === null ? { digit } : { digit, rival };
  const than = rival === null ? 'others' : 'rival';

  /** @param {'for' | 'against'} side @param {1 | -1} sign @returns {Message[]} */
  const strongest = (side, sign) =>
    regions
      .map((region) => ({ ...region, share: (sign * region.contribution) / all }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_SENTENCES)
      .map(({ name, hasInk, share }) => ({
        key: `explain.${side}.${hasInk ? 'ink' : 'paper'}.${than}`,
        params: { region: `explain.region.${name}`, ...digits, share },
      }));

  const against = strongest('against', -1);
  const little = { key: `explain.against.little.${than}`, params: digits };
  return [...strongest('for', 1), ...(against.length ? against : [little])];
}

/**
 * Adds up what each of nine regions says: their contributions make up the difference of the logits.
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

/** @param {number[]} places of pixels along one side; where there are none, all of it is meant */
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
