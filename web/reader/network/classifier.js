import { PIXELS } from '../ink/rasterize.js';
import { CLASSES, NOT_A_DIGIT, SCORES, SIGNS } from './classes.js';
import { readSamples } from './samples.js';

/** Images in one pass; more are taken in turns, so that memory stays bounded. */
const BATCH = 256;

/**
 * @typedef {{ data: Float32Array, height: number, width: number }} Maps row by row, the channels of a place together
 * @typedef {Maps & { name: string, channels: number }} Layer what a convolution makes of an image; its name is model.json's
 * @typedef {{
 *   logits: Float32Array,
 *   probabilities: Float32Array,
 *   evidence: Maps,
 *   layers: Layer[],
 *   hand?: {
 *     nats: Float32Array,
 *     weighed: import('../hand/hands.js').Weighed[],
 *     taught: Float64Array | null,
 *     probabilities: Float32Array,
 *   },
 * }} Explanation of one image: 11 logits and probabilities; [h, w, 10] evidence, whose mean over all places is the ten
 *   digits' logits; what each convolution sees, from the first to the last; where a hand is set, what it adds to
 *   the logits, before the temperature, which examples do, how much of it a taught layer does,
 *   and the probabilities that a reading then has
 */

/**
 * The network for single digits.
 *
 * @param {import('./networks.js').Network} network
 * @param {import('./model-files.js').ModelFiles} files
 * @throws {Error} if it does not read the card's samples
 */
export function createClassifier(network, { model, card }) {
  const convolutions = convolutionsOf(model);

  /**
   * @param {Float32Array} images n * 784
   * @param {('scores' | 'embedding')[]} wanted of the network's outputs
   * @returns {Float32Array[]} each n rows
   */
  function see(images, wanted) {
    const nodes = wanted.map((output) => model.signature.outputs[output].name);
    /** @type {import('./networks.js').Output[][]} */
    const parts = [];
    for (let first = 0; first < images.length; first += BATCH * PIXELS) {
      const batch = images.subarray(first, first + BATCH * PIXELS);
      parts.push(network.run(batch, [batch.length / PIXELS, 28, 28, 1], nodes));
    }
    return wanted.map((_, place) => joined(parts.map((part) => part[place].data)));
  }

  /** @param {Float32Array} images n * 784 @returns {Float32Array} n * 20 */
  const scores = (images) => see(images, ['scores'])[0];

  const classifier = {
    see,
    scores,

    /**
     * @param {Float32Array} image 784, of ink that is no digit
     * @param {number} [likely] by so many nats it is likelier one of the signs that it knows
     * @returns {string | null} which sign it is, if any
     */
    signOf(image, likely = 0) {
      const signs = scores(image).slice(CLASSES);
      signs[0] -= likely;
      return SIGNS[signs.indexOf(Math.max(...signs)) - 1] ?? null;
    },

    /**
     * @param {Float32Array} images n * 784, each 28 x 28 row by row, 0 = paper, 1 = ink
     * @returns {Float32Array} n * 11 probabilities: 0-9, then not a digit
     * @throws {RangeError} if the length is not a multiple of 784
     */
    classify(images) {
      if (images.length % PIXELS) {
        throw new RangeError(`classify takes images of ${PIXELS} values each; got ${images.length} values.`);
      }
      return softmax(logitsOf(scores(images)), card.temperature);
    },

    /**
     * @param {Float32Array} image 784, as `classify` takes them
     * @returns {Explanation}
     * @throws {RangeError} if it has another length
     */
    explain(image) {
      if (image.length !== PIXELS) {
        throw new RangeError(`explain takes one image of ${PIXELS} values; got ${image.length} values.`);
      }
      const logits = logitsOf(scores(image));
      const layers = network.run(image, [1, 28, 28, 1], convolutions).map(({ data, shape }, index) => {
        const [, height, width, channels] = shape;
        return { name: convolutions[index], data, height, width, channels };
      });
      const maps = /** @type {Layer} */ (layers.pop());
      return {
        logits,
        probabilities: softmax(logits, card.temperature),
        evidence: { data: digitsOf(maps.data), height: maps.height, width: maps.width },
        layers,
      };
    },
  };
  readSamples(card.samples, classifier.classify);
  return classifier;
}

/**
 * The network is a chain of convolutions. The last gives the maps whose mean the logits are, so that what they hold
 * of the digits is the evidence: the graph's own output of it would only cost the kernel that cuts it out.
 *
 * @param {import('./model-files.js').GraphFile} model
 */
function convolutionsOf({ modelTopology }) {
  const { node } = /** @type {{ node: { name: string, op: string }[] }} */ (modelTopology);
  return node.filter(({ op }) => op === '_FusedConv2D').map(({ name }) => name);
}

/** @param {Float32Array} maps [h, w, 20] @returns {Float32Array} [h, w, 10], the digits' */
const digitsOf = (maps) => maps.filter((_, index) => index % SCORES < NOT_A_DIGIT);

/** @param {Float32Array[]} parts */
function joined(parts) {
  if (parts.length === 1) return parts[0];
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Float32Array} scores n * 20 @returns {Float32Array} n * 11, the classes' */
export const logitsOf = (scores) => scores.filter((_, index) => index % SCORES < CLASSES);

/**
 * Logits to probabilities, each row by itself.
 *
 * @param {Float32Array} logits n * 11
 * @param {number} temperature above 0; the larger, the less sure (Guo et al., "On calibration of modern neural
 *   networks", 2017)
 * @returns {Float32Array} n * 11, each row summing to 1
 */
export function softmax(logits, temperature) {
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += CLASSES) {
    const row = logits.subarray(start, start + CLASSES);
    const most = Math.max(...row);
    const weights = Array.from(row, (value) => Math.exp((value - most) / temperature));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, index) => (probabilities[start + index] = weight / total));
  }
  return probabilities;
}

/** Images kept: several times what a pad full of digits takes, in less than two megabytes. */
const KEPT = 512;

/**
 * @typedef {(images: Float32Array) => Float32Array} Scores n * 784 to n * 20
 */

/**
 * The same answers without asking again: while one writes, only what the last stroke is part of changes.
 *
 * @param {Scores} scores
 * @returns {Scores}
 */
export function remember(scores) {
  /** From the least recently used. @type {Map<number, { image: Float32Array, row: Float32Array }>} */
  const known = new Map();

  return (images) => {
    const count = images.length / PIXELS;
    const rows = new Float32Array(count * SCORES);
    /** @type {{ index: number, key: number, image: Float32Array }[]} */
    const unknown = [];
    for (let index = 0; index < count; index++) {
      const image = images.subarray(index * PIXELS, (index + 1) * PIXELS);
      const key = keyOf(image);
      const found = known.get(key);
      known.delete(key);
      if (found && isSame(found.image, image)) {
        known.set(key, found);
        rows.set(found.row, index * SCORES);
      } else unknown.push({ index, key, image });
    }
    if (!unknown.length) return rows;
    const batch = new Float32Array(unknown.length * PIXELS);
    unknown.forEach(({ image }, place) => batch.set(image, place * PIXELS));
    const answers = scores(batch);
    unknown.forEach(({ index, key, image }, place) => {
      const row = answers.slice(place * SCORES, (place + 1) * SCORES);
      rows.set(row, index * SCORES);
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
