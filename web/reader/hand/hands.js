import metric from '../../model/hand.json' with { type: 'json' };
import { CLASSES, SCORES } from '../network/classes.js';
import { remember } from '../network/classifier.js';
import { PIXELS } from '../ink/rasterize.js';
import { Problem } from '../problem.js';
import { layerNats } from './layer.js';
import { createMemory, placesOf } from './memory.js';
import { teach } from './teach.js';

/**
 * @import { Example } from './memory.js'
 * @typedef {ReturnType<typeof createHands>} Hands
 * @typedef {ReturnType<ReturnType<typeof createHands>['withHand']>} Hand
 * @typedef {{ example: string, label: number, nats: number }} Weighed an example by its id, what it is one of, and how much
 *   it adds to that class's logit
 */

const LABELS = Array.from({ length: CLASSES }, (_, label) => label);

/** What is less changes no reading, and is not told. */
const LEAST_NATS = 0.05;

/**
 * Reads with a person's corrected digits, and with a last layer that was taught, beside the network. A file of its own, fetched when
 * there are some.
 *
 * @param {Pick<ReturnType<typeof import('../network/classifier.js').createClassifier>, 'see'>} network
 * @param {Pick<import('../network/model-files.js').Card, 'version' | 'temperature'>} card of the network
 * @throws {Problem} where nobody measured how near digits are for this network
 */
export function createHands({ see }, { version, temperature }) {
  if (metric.version !== version) {
    const words = 'Examples cannot be weighed by this network: run `python -m training hands`, and export it again.';
    throw new Problem('hand-model', words);
  }
  const size = metric.center.length;
  const weights = (size + 1) * CLASSES;

  return {
    /** @param {Float32Array} images n * 784 @returns {Int8Array} n * 32: where each lies */
    embed: (images) => placesOf(see(images, ['embedding'])[0], metric),

    /**
     * @param {import('./teach.js').Given} given
     * @param {{ signal?: AbortSignal, onProgress?: (moment: import('./teach.js').Moment) => void }} options
     */
    teach: (given, options) => teach(given, { see, metric, temperature, ...options }),

    /**
     * @param {ReadonlyArray<Example>} examples
     * @param {Float32Array | null} layer that `teach` gave
     * @throws {TypeError} if they are something else
     */
    withHand(examples, layer) {
      if (!examples.every(({ label, place }) => LABELS.includes(label) && place?.length === size)) {
        throw new TypeError('setHand takes examples: { id, label: 0 to 10, place: 32 numbers of embed }.');
      }
      if (layer && !(layer.length === weights && layer.every(Number.isFinite))) {
        throw new TypeError(`setHand takes a layer of teach: ${weights} numbers.`);
      }
      const recall = createMemory(examples, metric);

      /** @param {Int8Array} place */
      function saidOf(place) {
        const { nats: remembered, examples: nearest } = recall(place);
        const taught = layer && layerNats(layer, place, metric.reach);
        const nats = taught ? remembered.map((value, label) => value + taught[label]) : remembered;
        return { nats, remembered, nearest, taught };
      }

      /** @param {Float32Array} images n * 784 @returns {Float32Array} n * 20: the network's, and what the hand says of it */
      function scores(images) {
        const [found, embeddings] = see(images, ['scores', 'embedding']);
        const places = placesOf(embeddings, metric);
        for (let row = 0; row < images.length / PIXELS; row++) {
          const { nats } = saidOf(places.subarray(row * size, (row + 1) * size));
          for (let label = 0; label < CLASSES; label++) found[row * SCORES + label] += nats[label];
        }
        return found;
      }

      return {
        scores: remember(scores),

        /**
         * @param {Float32Array} image 784
         * @returns {{ nats: Float32Array, weighed: Weighed[], taught: Float64Array | null }} the most weighty first; taught: what of
         *   the nats is the layer's
         */
        explain(image) {
          const place = placesOf(see(image, ['embedding'])[0], metric);
          const { nats, remembered, nearest, taught } = saidOf(place);
          const weighed = nearest.flatMap((example, label) =>
            example && remembered[label] >= LEAST_NATS ? [{ example: example.id, label, nats: remembered[label] }] : [],
          );
          return { nats, weighed: weighed.sort((a, b) => b.nats - a.nats), taught };
        },
      };
    },
  };
}
