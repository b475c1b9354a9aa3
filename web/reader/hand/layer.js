import { CLASSES } from '../network/classes.js';

/**
 * A last layer that a person taught: the same arithmetic as in `training/hands/layer.py`, where it is measured, too.
 *
 * @typedef {{ reach: number, pull: number, steps: number }} Learning at the distance `reach` a digit has the input 1; how strongly
 *   what is learned is pulled back to the network's own layer; steps of learning
 * @typedef {{ place: ArrayLike<number>, label: number, logits: ArrayLike<number> }} Lesson a digit's 32 numbers of `embed`, what
 *   it is, 0 to 10, and the network's own logits of the eleven classes
 */

/**
 * @param {Float64Array | Float32Array} layer 33 * 11
 * @param {ArrayLike<number>} place 32 numbers
 * @param {number} reach
 * @returns {Float64Array} what it adds to the logits of the eleven classes
 */
export function layerNats(layer, place, reach) {
  const nats = Float64Array.from(layer.subarray(place.length * CLASSES));
  for (let input = 0; input < place.length; input++) {
    const value = place[input] / reach;
    for (let label = 0; label < CLASSES; label++) nats[label] += value * layer[input * CLASSES + label];
  }
  return nats;
}

/**
 * Learns step by step, so that whoever asks can do something else in between, and can look: softmax regression beside the
 * network's logits, by accelerated gradient steps (Nesterov 1983).
 *
 * @param {ReadonlyArray<Lesson>} lessons
 * @param {Learning} learning
 * @param {number} size of a place
 * @returns {Generator<Float64Array, Float64Array>} 33 * 11, so far and in the end: of each input what it adds to each class; the last
 *   input is always 1
 */
export function* learnLayer(lessons, { reach, pull, steps }, size) {
  const inputs = lessons.map(({ place }) => [...Array.from(place, (value) => value / reach), 1]);
  const length = 1 / (0.5 * largestRow(inputs, size + 1) + pull);
  let layer = new Float64Array((size + 1) * CLASSES);
  let ahead = layer;
  let momentum = 1;
  for (let step = 0; step < steps; step++) {
    const slope = slopeOf(lessons, inputs, ahead);
    const from = ahead;
    const stepped = from.map((value, at) => value - length * (slope[at] + pull * value));
    const grown = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    const before = layer;
    ahead = stepped.map((value, at) => value + ((momentum - 1) / grown) * (value - before[at]));
    [layer, momentum] = [stepped, grown];
    yield layer;
  }
  return layer;
}

/**
 * @param {ReadonlyArray<Lesson>} lessons
 * @param {number[][]} inputs of each
 * @param {Float64Array} layer
 * @returns {Float64Array} how the loss of all of them grows with each weight
 */
function slopeOf(lessons, inputs, layer) {
  const slope = new Float64Array(layer.length);
  lessons.forEach(({ label, logits }, index) => {
    const found = Float64Array.from(logits);
    inputs[index].forEach((value, input) => {
      for (let to = 0; to < CLASSES; to++) found[to] += value * layer[input * CLASSES + to];
    });
    const most = Math.max(...found);
    const weights = found.map((value) => Math.exp(value - most));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const off = weights.map((weight, to) => weight / total - (to === label ? 1 : 0));
    inputs[index].forEach((value, input) => {
      for (let to = 0; to < CLASSES; to++) slope[input * CLASSES + to] += value * off[to];
    });
  });
  return slope;
}

/** No eigenvalue of the inputs' products is larger. @param {number[][]} inputs @param {number} size */
function largestRow(inputs, size) {
  let largest = 0;
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) {
      sum += Math.abs(inputs.reduce((product, input) => product + input[row] * input[column], 0));
    }
    largest = Math.max(largest, sum);
  }
  return largest;
}
