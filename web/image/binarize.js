import { fitBackground } from './background.js';

/**
 * @typedef {import('./decode.js').Gray} Gray
 * @typedef {import('./normalize.js').Mask} Mask
 */

/** Ink differs from its paper by at least this much of 255, and by this many times what the paper itself varies. */
const LEAST_CONTRAST = 20;
const LEAST_SPREADS = 5;

/**
 * Tell ink from paper, dark on light or light on dark, whatever the light falls like.
 *
 * @param {Gray} gray
 * @returns {Mask} 0 = paper, 1 = ink, of the same size; all 0 where nothing stands out
 */
export function binarize(gray) {
  const { data, width, height } = gray;
  const paper = fitBackground(gray);
  const contrast = new Float32Array(data.length);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) contrast[index] = paper.at(x, y) - data[index];
  }
  // Ink is what stands out most, on whichever side of the paper it lies.
  const ground = Math.max(LEAST_CONTRAST, LEAST_SPREADS * paper.spread);
  if (weigh(contrast, -1, ground) > weigh(contrast, 1, ground)) {
    for (let index = 0; index < contrast.length; index++) contrast[index] *= -1;
  }
  const threshold = Math.max(ground / 2, otsuThreshold(contrast));
  const darkest = contrast.reduce((most, value) => Math.max(most, value), 0);
  const mask = new Uint8Array(data.length);
  if (darkest >= ground) contrast.forEach((value, index) => (mask[index] = value > threshold ? 1 : 0));
  return { data: mask, width, height };
}

/**
 * How much stands out on one side of the paper: by the square, since ink is sharp and what is left of shadows is not.
 *
 * @param {Float32Array} contrast
 * @param {1 | -1} side 1: darker than the paper
 * @param {number} ground
 */
function weigh(contrast, side, ground) {
  let sum = 0;
  for (const value of contrast) if (value * side > ground) sum += value * value;
  return sum;
}

/**
 * The threshold that parts values best in two (Otsu, "A threshold selection method from gray-level histograms", 1979).
 *
 * @param {Float32Array} values those below 0 count as 0, those above 255 as 255
 * @returns {number} 0..255
 */
function otsuThreshold(values) {
  const histogram = new Float64Array(256);
  for (const value of values) histogram[Math.min(255, Math.max(0, Math.round(value)))] += 1;
  const sum = histogram.reduce((total, count, level) => total + count * level, 0);
  let [below, sumBelow, best, threshold] = [0, 0, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += histogram[level];
    sumBelow += histogram[level] * level;
    const above = values.length - below;
    if (!below || !above) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, level + 0.5];
  }
  return threshold;
}
