import { CLASSES, NOT_A_DIGIT, SCORES, SIGNS } from '../network/classes.js';
import { softmax } from '../network/classifier.js';
import { PIXELS } from '../ink/rasterize.js';
import { OF_SHAPE, SEPARATORS } from '../ink/features.js';
import { createNotation, kindOf, UNKNOWN_TEXT } from './notation.js';

/**
 * @import { Label, Segment } from './search.js'
 * @typedef {{ probabilities: number[], weight: number, labels: Label[] }} Judged what a segment is: `probabilities` of the
 *   11 classes, by the network alone; `weight`, in nats, is how well it is a digit or sign at all, where it is; `labels`
 *   says which, together 1
 * @typedef {{ hidden: number[][], hiddenBias: number[], added: number[][], addedBias: number[] }} Weights hundredths:
 *   [features + 19][h] and [h], then [h][24] and [24]
 * @typedef {Weights & { notation: import('./notation.js').Counted }} Potentials
 * @typedef {((segments: ReadonlyArray<Segment>) => Judged[]) & { notation?: import('./notation.js').Notation }} Judge
 *   `notation`: how what it judges is written
 */

/** All that a segment may read as. */
const LABELS = [...'0123456789', UNKNOWN_TEXT, ...SIGNS, ...SEPARATORS];

const KINDS = new Set(LABELS.map(kindOf)).size;

/** Below this, as a logarithm, the network does not know what it says. */
const LEAST_LOG = -10;

/** The network's logarithms are made smaller by this, to be about as large as other features. */
const OF_NETWORK = 5;

/** Labels of a segment that are worth following. */
const LEAST = 1e-5;

/**
 * Judges segments by what the network says to their image and by their geometry together. How much each counts was
 * learned from whole numbers, letters and words, so that right paths through a line outweigh all others: a semi-Markov
 * conditional random field (Sarawagi and Cohen 2004); `training/potentials/`.
 *
 * @param {(images: Float32Array) => Float32Array} scoresOf n * 784 to n * 20 logits
 * @param {import('../network/model-files.js').Card} card
 * @returns {Judge}
 */
export function createJudge(scoresOf, { temperature, ...card }) {
  // The card of the network for digits has them.
  const potentials = /** @type {Potentials} */ (card.potentials);
  const judge = (/** @type {ReadonlyArray<Segment>} */ segments) => {
    const images = new Float32Array(segments.length * PIXELS);
    segments.forEach(({ image }, index) => images.set(image, index * PIXELS));
    const scores = scoresOf(images);
    return segments.map(({ features }, index) => {
      const row = scores.subarray(index * SCORES, (index + 1) * SCORES);
      const classes = row.subarray(0, CLASSES);
      const logs = logSoftmax(Array.from(classes));
      const signs = logSoftmax(Array.from(row.subarray(CLASSES)));
      const network = [...logs.slice(0, NOT_A_DIGIT), ...signs.map((value) => logs[NOT_A_DIGIT] + value)];
      const probabilities = Array.from(softmax(classes, temperature));
      return { probabilities, ...weigh(features, network, potentials) };
    });
  };
  return Object.assign(judge, { notation: createNotation(potentials.notation, KINDS) });
}

/**
 * @param {ReadonlyArray<number>} features
 * @param {number[]} network 19 logarithms
 * @param {Weights} potentials
 * @returns {{ weight: number, labels: Label[] }}
 */
function weigh(features, network, { hidden, hiddenBias, added, addedBias }) {
  const shape = features.slice(-SEPARATORS.length).map((value) => value * OF_SHAPE);
  const own = [...network, ...shape].map((value) => Math.max(LEAST_LOG, value));
  const given = [...features, ...own.slice(0, network.length).map((value) => value / OF_NETWORK)];
  const units = layer(given, hidden, hiddenBias).map((value) => Math.max(0, value));
  const scores = layer(units, added, addedBias).map((value, label) => value + own[label]);
  const most = Math.max(...scores);
  const weight = most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
  const labels = LABELS.map((text, label) => ({ text, probability: Math.exp(scores[label] - weight) }));
  return { weight, labels: labels.filter(({ probability }) => probability > LEAST) };
}

/** @param {ReadonlyArray<number>} given @param {number[][]} weights hundredths, a row an input @param {number[]} bias hundredths */
const layer = (given, weights, bias) =>
  bias.map((start, unit) => (start + given.reduce((sum, value, input) => sum + value * weights[input][unit], 0)) / 100);

/** @param {number[]} values */
function logSoftmax(values) {
  const most = Math.max(...values);
  const total = most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
  return values.map((value) => value - total);
}
