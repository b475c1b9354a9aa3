import metric from '../../model/hand.json' with { type: 'json' };
import { CLASSES, SCORES } from '../network/classes.js';
import { remember } from '../network/classifier.js';
import { PIXELS } from '../ink/rasterize.js';
import { Problem } from '../problem.js';
import { createMemory, placesOf } from './memory.js';

/**
 * @import { Example } from './memory.js'
 * @typedef {ReturnType<ReturnType<typeof createHands>['withExamples']>} Hand
 * @typedef {{ example: string, label: number, nats: number }} Weighed an example by its id, what it is one of, and how much
 *   it adds to that class's logit
 */

const LABELS = Array.from({ length: CLASSES }, (_, label) => label);

/** What is less changes no reading, and is not told. */
const LEAST_NATS = 0.05;

/**
 * Reads with a person's corrected digits beside the network. A file of its own, fetched when there are some.
 *
 * @param {Pick<ReturnType<typeof import('../network/classifier.js').createClassifier>, 'see'>} network
 * @param {string} version of the network
 * @throws {Problem} where nobody measured how near digits are for this network
 */
export function createHands({ see }, version) {
  if (metric.version !== version) {
    const words = 'Examples cannot be weighed by this network: run `python -m training hands`, and export it again.';
    throw new Problem('hand-model', words);
  }
  const size = metric.center.length;

  return {
    /** @param {Float32Array} images n * 784 @returns {Int8Array} n * 32: where each lies */
    embed: (images) => placesOf(see(images, ['embedding'])[0], metric),

    /**
     * @param {ReadonlyArray<Example>} examples
     * @throws {TypeError} if they are something else
     */
    withExamples(examples) {
      if (!examples.every(({ label, place }) => LABELS.includes(label) && place?.length === size)) {
        throw new TypeError('setHand takes examples: { id, label: 0 to 10, place: 32 numbers of embed }.');
      }
      const recall = createMemory(examples, metric);

      /** @param {Float32Array} images n * 784 @returns {Float32Array} n * 20: the network's, and what examples say of it */
      function scores(images) {
        const [found, embeddings] = see(images, ['scores', 'embedding']);
        const places = placesOf(embeddings, metric);
        for (let row = 0; row < images.length / PIXELS; row++) {
          const { nats } = recall(places.subarray(row * size, (row + 1) * size));
          for (let label = 0; label < CLASSES; label++) found[row * SCORES + label] += nats[label];
        }
        return found;
      }

      return {
        scores: remember(scores),

        /** @param {Float32Array} image 784 @returns {{ nats: Float32Array, weighed: Weighed[] }} the most weighty first */
        explain(image) {
          const { nats, examples: nearest } = recall(placesOf(see(image, ['embedding'])[0], metric));
          const weighed = nearest.flatMap((example, label) =>
            example && nats[label] >= LEAST_NATS ? [{ example: example.id, label, nats: nats[label] }] : [],
          );
          return { nats, weighed: weighed.sort((a, b) => b.nats - a.nats) };
        },
      };
    },
  };
}
