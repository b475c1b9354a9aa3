import { CLASSES, NOT_A_DIGIT, PIXELS } from './classes.js';
import { softmax } from './softmax.js';

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
 * }} Explanation of one image: 11 logits and probabilities; [h, w, 10] evidence, whose mean over all places is the ten
 *   digits' logits; what each convolution sees, from the first to the last
 */

/**
 * The network for single digits.
 *
 * @param {import('./networks.js').Network} network
 * @param {import('./model-files.js').ModelFiles} files
 */
export function createClassifier(network, { model, card }) {
  const output = model.signature.outputs.logits.name;
  const convolutions = convolutionsOf(model);
  const logitsOf = (/** @type {Float32Array} */ images) =>
    network.run(images, [images.length / PIXELS, 28, 28, 1], [output])[0].data;

  return {
    /**
     * @param {Float32Array} images n * 784, each 28 x 28 row by row, 0 = paper, 1 = ink
     * @returns {Float32Array} n * 11 probabilities: 0-9, then not a digit
     * @throws {RangeError} if the length is not a multiple of 784
     */
    classify(images) {
      if (images.length % PIXELS) {
        throw new RangeError(`classify takes images of ${PIXELS} values each; got ${images.length} values.`);
      }
      const count = images.length / PIXELS;
      const probabilities = new Float32Array(count * CLASSES);
      for (let first = 0; first < count; first += BATCH) {
        const batch = images.subarray(first * PIXELS, Math.min(count, first + BATCH) * PIXELS);
        probabilities.set(softmax(logitsOf(batch), card.temperature), first * CLASSES);
      }
      return probabilities;
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
      const logits = logitsOf(image);
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

/** @param {Float32Array} maps [h, w, 11] @returns {Float32Array} [h, w, 10], without "not a digit" */
const digitsOf = (maps) => maps.filter((_, index) => index % CLASSES !== NOT_A_DIGIT);
