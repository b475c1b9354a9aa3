import { STRIP_HEIGHT } from '../image/normalize.js';
import { SIZE } from '../ink/rasterize.js';
import { SYMBOLS } from '../lines/ctc.js';
import { readSamples } from './samples.js';

/** Four sides by their order, of what is written and then of print. */
const SIDES = 4;
const HEADS = 2;

/**
 * The network for several digits in a row, which need not be apart.
 *
 * @typedef {import('../image/normalize.js').Strip} Strip
 * @typedef {{ readStrip: (strip: Strip) => Float32Array, sideOf: (strip: Strip, isPrint?: boolean) => Float32Array }} StringReader
 *   `readStrip`: logarithms of the probabilities of `SYMBOLS`, for every two columns of a strip; `sideOf`: the same of the
 *   four sides that its sheet may stand on, each a quarter further to the left, by what is written in it, or printed
 * @param {import('./networks.js').Network} network
 * @param {import('./model-files.js').ModelFiles} files
 * @returns {StringReader}
 * @throws {Error} if it does not read the card's samples
 */
export function createStringReader(network, { model, card }) {
  const run = (/** @type {Strip} */ { data, width }, /** @type {string} */ output) =>
    network.run(data, [1, STRIP_HEIGHT, width, 1], [model.signature.outputs[output].name])[0].data;
  /** @type {StringReader} */
  const reader = {
    readStrip: (strip) => logSoftmax(run(strip, 'pairs'), SYMBOLS.length, card.temperature),
    sideOf(strip, isPrint = false) {
      const logs = logSoftmax(meanOf(run(strip, 'sides'), HEADS * SIDES), SIDES, 1);
      return isPrint ? logs.subarray(SIDES) : logs.subarray(0, SIDES);
    },
  };
  readSamples(card.samples, (image) => {
    const strip = { data: new Float32Array(STRIP_HEIGHT * SIZE), width: SIZE, scale: 1, left: 0 };
    strip.data.set(image, ((STRIP_HEIGHT - SIZE) / 2) * SIZE);
    return [...reader.readStrip(strip), ...reader.sideOf(strip), ...reader.sideOf(strip, true)].map(Math.exp);
  });
  return reader;
}

/** @param {Float32Array} rows so many numbers each @param {number} length @returns {Float32Array} their mean */
function meanOf(rows, length) {
  const mean = new Float32Array(length);
  rows.forEach((value, at) => (mean[at % length] += (value * length) / rows.length));
  return mean;
}

/**
 * @param {Float32Array} logits of one choice after the other
 * @param {number} length of each
 * @param {number} temperature above 0; the larger, the less sure
 */
function logSoftmax(logits, length, temperature) {
  const logs = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += length) {
    const row = logits.subarray(start, start + length).map((value) => value / temperature);
    const most = Math.max(...row);
    const total = most + Math.log(row.reduce((sum, value) => sum + Math.exp(value - most), 0));
    row.forEach((value, index) => (logs[start + index] = value - total));
  }
  return logs;
}
