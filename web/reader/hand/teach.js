import { CLASSES, SCORES } from '../network/classes.js';
import { softmax } from '../network/classifier.js';
import { PIXELS } from '../ink/rasterize.js';
import { learnLayer, layerNats } from './layer.js';
import { createMemory, placesOf } from './memory.js';

/**
 * @import { Example, Metric } from './memory.js'
 * @import { Learning } from './layer.js'
 * @typedef {{ images: Float32Array, labels: ArrayLike<number>, examples: ReadonlyArray<Example> }} Given n * 784, as a reading has
 *   them; what each is, 0 to 10; what was corrected besides
 * @typedef {{ step: number, steps: number, kept: Float32Array, loss: number }} Moment while it learns: n * 11 probabilities of each
 *   digit, as it is read by what was learned so far from others, at step 0 by nothing of it; how surprising what they are is by these, on average, in nats
 * @typedef {{ layer: Float32Array, before: Float32Array, after: Float32Array }} Taught layer: 33 * 11, for `setHand`; n * 11
 *   probabilities of each digit: by the network with the examples, and with what was learned from others, too
 */

/** One in so many of each kind is kept out at a time, and each is once. */
const FOLDS = 3;

/** In milliseconds: what else is asked of the reader waits no longer. */
const SLICE = 12;

/** Steps of learning between two moments that are told. */
const TOLD = 2;

/**
 * Learns a last layer from a person's digits, and finds out with those that are kept out whether it reads this person better.
 *
 * @param {Given} given
 * @param {{
 *   see: ReturnType<typeof import('../network/classifier.js').createClassifier>['see'],
 *   metric: Metric & Learning,
 *   temperature: number,
 *   signal?: AbortSignal,
 *   onProgress?: (moment: Moment) => void,
 * }} how
 * @returns {Promise<Taught>}
 * @throws {TypeError} where a digit has no label; the signal's reason when it is aborted
 */
export async function teach({ images, labels, examples }, { see, metric, temperature, signal, onProgress }) {
  if (labels.length === 0 || images.length !== labels.length * PIXELS) {
    throw new TypeError('teach takes images of 784 values each, and a label of 0 to 10 for each of them.');
  }
  const { lessons, size } = lessonsOf(images, labels, { see, metric });
  const turns = turnsOf(labels);
  const learners = Array.from({ length: FOLDS }, (_, turn) => {
    const others = lessons.filter((_lesson, index) => turns[index] !== turn);
    return { learner: learnLayer(others, metric, size), recall: createMemory([...examples, ...others], metric) };
  });
  const recall = createMemory(examples, metric);
  const remembered = lessons.map(({ place }, index) => learners[turns[index]].recall(place).nats);
  const read = (/** @type {(index: number) => ArrayLike<number>[]} */ natsOf) =>
    softmax(sumsOf(lessons.map(({ logits }, index) => [logits, ...natsOf(index)])), temperature);
  const before = read((index) => [recall(lessons[index].place).nats]);

  const whole = learnLayer(lessons, metric, size);
  const tell = (/** @type {number} */ step, /** @type {Float32Array} */ kept) =>
    onProgress?.({ step, steps: metric.steps, kept, loss: lossOf(kept, labels) });
  tell(0, before);
  let after = before;
  let layer = new Float64Array();
  let since = performance.now();
  for (let step = 1; step <= metric.steps; step++) {
    signal?.throwIfAborted();
    layer = next(whole);
    const layers = learners.map(({ learner }) => next(learner));
    if (step % TOLD === 0 || step === metric.steps) {
      after = read((index) => [remembered[index], layerNats(layers[turns[index]], lessons[index].place, metric.reach)]);
      tell(step, after);
    }
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return { layer: Float32Array.from(layer), before, after };
}

/**
 * @param {Float32Array} images
 * @param {ArrayLike<number>} labels
 * @param {{ see: Parameters<typeof teach>[1]['see'], metric: Metric }} how
 */
function lessonsOf(images, labels, { see, metric }) {
  const [scores, embeddings] = see(images, ['scores', 'embedding']);
  const places = placesOf(embeddings, metric);
  const size = metric.center.length;
  const lessons = Array.from(labels, (label, index) => ({
    id: String(index),
    label,
    place: places.subarray(index * size, (index + 1) * size),
    logits: scores.subarray(index * SCORES, index * SCORES + CLASSES),
  }));
  return { lessons, size };
}

/** @param {ArrayLike<number>} labels @returns {number[]} in which turn each is kept out: those of a kind one after the other */
function turnsOf(labels) {
  const seen = new Uint32Array(CLASSES);
  return Array.from(labels, (label) => seen[label]++ % FOLDS);
}

/** It ends with its last step, and the same layer. @param {ReturnType<typeof learnLayer>} learner */
const next = (learner) => /** @type {Float64Array<ArrayBuffer>} */ (learner.next().value);

/** @param {ArrayLike<number>[][]} rows each some times 11 @returns {Float32Array} n * 11 */
function sumsOf(rows) {
  const sums = new Float32Array(rows.length * CLASSES);
  rows.forEach((parts, row) => {
    for (const part of parts) for (let to = 0; to < CLASSES; to++) sums[row * CLASSES + to] += part[to];
  });
  return sums;
}

/** @param {Float32Array} probabilities n * 11 @param {ArrayLike<number>} labels */
function lossOf(probabilities, labels) {
  let sum = 0;
  for (let index = 0; index < labels.length; index++) {
    sum -= Math.log(Math.max(probabilities[index * CLASSES + labels[index]], 1e-6));
  }
  return sum / labels.length;
}
