import { CLASSES } from './classes.js';

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
