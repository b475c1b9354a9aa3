import { imagesOf } from '../shared/digit-strokes.js';

/**
 * What a reader has to know of a hand before it weighs it.
 *
 * @import { Reader } from '../inkdigit.js'
 * @import { Hand, KeptExample, KeptLayer } from './kept-hands.js'
 * @typedef {Omit<KeptExample, 'place' | 'version'> & { image?: ArrayLike<number> }} Unplaced image: as the network saw it, where it did
 */

/**
 * @param {Reader} warm
 * @param {ReadonlyArray<Unplaced>} examples
 * @returns {Promise<KeptExample[]>} with their places for the model of now
 */
export async function placed(warm, examples) {
  const places = await warm.embed(imagesOf(examples));
  const size = places.length / examples.length;
  return examples.map(({ id, label, time, strokes, image, taught }, index) => {
    const place = places.slice(index * size, (index + 1) * size);
    const known = { id, label, time, strokes, place, version: versionOf(warm) };
    return { ...known, ...(strokes.length === 0 && { image }), ...(taught && { taught }) };
  });
}

/**
 * @param {Reader} warm
 * @param {Hand} hand
 * @returns {Promise<KeptLayer | null>} the one that it has, where that was learned from its taught examples as they now are
 */
export async function layerOf(warm, { layer = null, examples }) {
  const lessons = examples.filter(({ taught }) => taught);
  if (lessons.length === 0) return null;
  const [version, of] = [versionOf(warm), lessons.map(({ id, label }) => `${id} ${label}`).join()];
  if (layer?.version === version && layer.of === of) return layer;
  const given = { images: imagesOf(lessons), labels: lessons.map(({ label }) => label), examples: [] };
  return { version, of, weights: (await warm.teach(given)).layer };
}

/** @param {Pick<KeptExample, 'version'>} example @param {Reader} warm @returns {boolean} whether its place is the model's */
export const isCurrent = ({ version }, warm) => version === versionOf(warm);

/** @param {Reader} warm */
const versionOf = (warm) => warm.info.model.version;
