import { STRIP_HEIGHT } from '../image/normalize.js';
import { SYMBOLS } from '../lines/ctc.js';

/**
 * The network for several digits in a row, which need not be apart.
 *
 * @param {import('./networks.js').Network} network
 * @param {import('./model-files.js').ModelFiles} files
 * @returns {(strip: import('../image/normalize.js').Strip) => Float32Array} logarithms of the probabilities of `SYMBOLS`,
 *   for every two columns of a strip
 */
export function createStringReader(network, { model, card }) {
  const output = model.signature.outputs.pairs.name;
  return ({ data, width }) => {
    const [{ data: logits }] = network.run(data, [1, STRIP_HEIGHT, width, 1], [output]);
    return logSoftmax(logits, card.temperature);
  };
}

/**
 * @param {Float32Array} logits a frame's together
 * @param {number} temperature above 0; the larger, the less sure
 */
function logSoftmax(logits, temperature) {
  const logs = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += SYMBOLS.length) {
    const row = logits.subarray(start, start + SYMBOLS.length).map((value) => value / temperature);
    const most = Math.max(...row);
    const total = most + Math.log(row.reduce((sum, value) => sum + Math.exp(value - most), 0));
    row.forEach((value, index) => (logs[start + index] = value - total));
  }
  return logs;
}
