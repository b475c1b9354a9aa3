import { CLASSES, PIXELS } from './classes.js';

/** Images kept: several times what a pad full of digits takes, in less than two megabytes. */
const KEPT = 512;

/**
 * @typedef {(images: Float32Array) => Float32Array} Classify n * 784 to n * 11
 */

/**
 * The same answers without asking again: while one writes, only what the last stroke is part of changes.
 *
 * @param {Classify} classify
 * @returns {Classify}
 */
export function remember(classify) {
  /** From the least recently used. @type {Map<number, { image: Float32Array, row: Float32Array }>} */
  const known = new Map();

  return (images) => {
    const count = images.length / PIXELS;
    const rows = new Float32Array(count * CLASSES);
    /** @type {{ index: number, key: number, image: Float32Array }[]} */
    const unknown = [];
    for (let index = 0; index < count; index++) {
      const image = images.subarray(index * PIXELS, (index + 1) * PIXELS);
      const key = keyOf(image);
      const found = known.get(key);
      known.delete(key);
      if (found && isSame(found.image, image)) {
        known.set(key, found);
        rows.set(found.row, index * CLASSES);
      } else unknown.push({ index, key, image });
    }
    if (!unknown.length) return rows;
    const batch = new Float32Array(unknown.length * PIXELS);
    unknown.forEach(({ image }, place) => batch.set(image, place * PIXELS));
    const answers = classify(batch);
    unknown.forEach(({ index, key, image }, place) => {
      const row = answers.slice(place * CLASSES, (place + 1) * CLASSES);
      rows.set(row, index * CLASSES);
      known.set(key, { image: image.slice(), row });
    });
    for (const key of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(key);
    }
    return rows;
  };
}

/** FNV-1a over the values' bits. @param {Float32Array} image */
function keyOf(image) {
  const words = new Uint32Array(image.buffer, image.byteOffset, image.length);
  let key = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) key = Math.imul(key ^ words[index], 0x01000193);
  return key;
}

/** @param {Float32Array} one @param {Float32Array} other */
const isSame = (one, other) => one.every((value, index) => value === other[index]);
