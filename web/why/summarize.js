import { sumRegions } from './regions.js';

/** The share of all that regions say, for and against, below which one is not worth a sentence. */
const LEAST_SHARE = 0.06;

/** Sentences for each side: the strongest are said, the rest is seen. */
const MOST_SENTENCES = 2;

/**
 * @typedef {{ key: string, params: Record<string, string | number> }} Message a sentence of the catalogue; `params.region`
 *   is a key of the catalogue too
 */

/**
 * An overlay in words: where the strongest evidence is, for and against.
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
