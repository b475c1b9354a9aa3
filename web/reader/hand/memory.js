import { CLASSES } from '../network/classes.js';

/**
 * What digits that a person corrected say of another one: the same arithmetic as in `training/hands/memory.py`, where it is
 * measured, too.
 *
 * @typedef {{ reach: number, strength: number, matrix: number[][], center: number[] }} Metric how near digits are for a
 *   network: [d][32] and [32] hundredths of a step from its embedding to a place; at the distance `reach` an example says
 *   the share exp(-1/2) of `strength`, in nats
 * @typedef {{ id: string, label: number, place: Int8Array }} Example a digit that a person corrected: 0 to 9, or 10 for
 *   none; its 32 numbers of `embed`
 * @typedef {{ nats: Float32Array, examples: (Example | null)[] }} Said what examples add to the logits of each of the eleven
 *   classes, and which of them says so
 */

/** Places are kept as signed bytes. */
const STEPS = 127;

/** Of a sum of squares, so many are added before it is seen whether it is too far already. */
const AT_ONCE = 8;

/**
 * @param {Float32Array} embeddings n * d
 * @param {Metric} metric
 * @returns {Int8Array} n * 32 places
 */
export function placesOf(embeddings, { matrix, center }) {
  const count = embeddings.length / matrix.length;
  const places = new Int8Array(count * center.length);
  for (let row = 0; row < count; row++) {
    const sums = Float64Array.from(center, (value) => -value);
    matrix.forEach((weights, input) => {
      const value = embeddings[row * matrix.length + input];
      weights.forEach((weight, to) => (sums[to] += value * weight));
    });
    sums.forEach((sum, to) => {
      places[row * center.length + to] = Math.min(STEPS, Math.max(-STEPS, Math.round(sum / 100)));
    });
  }
  return places;
}

/**
 * @param {ReadonlyArray<Example>} examples
 * @param {Metric} metric
 * @returns {(place: Int8Array) => Said} of each class, what its nearest example says: the nearest alone, since many that lie
 *   far off would else outweigh the network together, and since one can be shown
 */
export function createMemory(examples, { reach, strength, center }) {
  const size = center.length;
  const kept = new Int8Array(examples.length * size);
  examples.forEach(({ place }, index) => kept.set(place, index * size));
  const labels = Uint8Array.from(examples, ({ label }) => label);

  return (place) => {
    const least = new Float64Array(CLASSES).fill(Infinity);
    const nearest = new Int32Array(CLASSES).fill(-1);
    for (let index = 0; index < labels.length; index++) {
      const label = labels[index];
      const limit = least[label];
      const start = index * size;
      let sum = 0;
      for (let at = 0; at < size && sum < limit; at += AT_ONCE) {
        for (let to = at; to < at + AT_ONCE; to++) {
          const apart = kept[start + to] - place[to];
          sum += apart * apart;
        }
      }
      if (sum >= limit) continue;
      least[label] = sum;
      nearest[label] = index;
    }
    return {
      nats: Float32Array.from(least, (square) => strength * Math.exp(-square / (2 * reach ** 2))),
      examples: Array.from(nearest, (index) => examples[index] ?? null),
    };
  };
}
