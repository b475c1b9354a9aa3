import { contrastWithPaper, detrend, sidesOfInk, widestInk } from './background.js';
import { enlarge, strokeWidth, sumAround } from '../web/reader/image/planes.js';

/**
 * @typedef {import('./pictures.js').Gray} Gray
 * @typedef {import('../web/reader/image/planes.js').Plane} Plane
 * @typedef {import('../web/reader/image/pen-ink.js').InkMask} InkMask
 */

/** Ink differs from its paper by at least this much of 255, and by this many times what the paper itself varies. */
const LEAST_CONTRAST = 20;
const LEAST_SPREADS = 5;

/** Paper is closed over this many widths of a stroke: a blot where strokes meet is wider than one. */
const WIDTHS_CLOSED = 6;

/** Ink around a place is what lies within this many widths of a stroke: about a digit. */
const WIDTHS_AROUND = 14;

/**
 * Ink is at least half as dark as the ink around it, and more than this share of what parts ink from paper at all, and
 * of how dark most ink is: ruled paper's lines are fainter.
 */
const HALF = 0.5;
const FAINTEST = 0.6;
const FAINT = 0.42;

/** Paper in a shadow has at least this share of the light; paper in the light is at least so bright, of 255. */
const DARKEST = 0.4;
const BRIGHT = 110;

/** Contrast below this share of the least ink may be the paper's grain, however dark the shadow. */
const GRAIN = 0.8;

const ROUNDS = 3;

/** Pixels from which the paper's own variation is taken. */
const SAMPLES = 20_000;

/**
 * Tell ink from paper, dark on light or light on dark, whatever the light falls like.
 *
 * @param {Gray} gray
 * @returns {InkMask} of the same size; all 0 where nothing stands out
 */
export function binarize(gray) {
  const plane = detrend(gray);
  const sides = sidesOfInk(plane);
  const widest = widestInk(plane);
  const rough = inEvenLight(contrastWithPaper(plane, sides, widest), gray);
  const roughly = level(rough);
  const first = above(rough, roughly.threshold);
  const stroke = strokeWidth(first, plane.width);
  const width = Math.max(5, WIDTHS_CLOSED * stroke);
  const contrast = width < 0.7 * widest ? inEvenLight(contrastWithPaper(plane, sides, width), gray) : rough;
  const known = contrast === rough ? roughly : level(contrast);
  const data = known.threshold < Infinity ? aboveLocal(contrast, known, stroke) : first.fill(0);
  const black = Uint8ClampedArray.from(data, (value) => 255 * value);
  return { data, gray: black, width: plane.width, height: plane.height, stroke };
}

/**
 * Ink takes a share of the light away: where there is less, as in a shadow, it stands out less. Makes up for that,
 * where there is more than the paper's own grain.
 *
 * @param {Plane} contrast altered
 * @param {Gray} gray
 */
function inEvenLight(contrast, gray) {
  const { usual, ground } = grain(contrast);
  const differences = everySo(contrast.data);
  const paper = everySo(gray.data).map((value, index) => value + differences[index]);
  const bright = paper.sort()[Math.floor(paper.length * 0.75)];
  // A dark board is no shadow.
  if (bright < BRIGHT) return contrast;
  const least = usual + GRAIN * ground;
  for (let index = 0; index < contrast.data.length; index++) {
    const value = contrast.data[index];
    const light = (gray.data[index] + value) / bright;
    if (light < 1 && value > least) contrast.data[index] = Math.max(least, value / Math.max(DARKEST, light));
  }
  return contrast;
}

/** @param {Float32Array} data @returns {Float32Array} evenly taken values */
function everySo(data) {
  const step = Math.max(1, Math.floor(data.length / SAMPLES));
  return Float32Array.from({ length: Math.floor(data.length / step) }, (_, index) => data[index * step]);
}

/**
 * @param {Plane} contrast
 * @returns {{ samples: Float32Array, usual: number, ground: number }} `samples` in order; `usual`: the paper's own;
 *   `ground`: the least that ink stands out above it
 */
function grain({ data }) {
  const samples = everySo(data).sort();
  const usual = samples[samples.length >> 1];
  // Towards the lighter side there is no ink. Where the paper varies in one part alone, the tail tells.
  const [quarter, tail] = [samples[samples.length >> 2], samples[Math.floor(samples.length / 50)]];
  const spread = Math.max(1, (usual - quarter) / 0.674, (usual - tail) / 2.05);
  return { samples, usual, ground: Math.max(LEAST_CONTRAST, LEAST_SPREADS * spread) };
}

/**
 * Finds the contrast that parts ink from paper in all of the picture; takes the paper's own away.
 *
 * @param {Plane} contrast altered
 * @returns {{ least: number, threshold: number }} `least`: what any ink stands out by; `threshold` is Infinity where
 *   nothing does
 */
function level(contrast) {
  const { data } = contrast;
  const { samples, usual, ground } = grain(contrast);
  let most = -Infinity;
  for (let index = 0; index < data.length; index++) {
    data[index] -= usual;
    if (data[index] > most) most = data[index];
  }
  const threshold = most < ground ? Infinity : Math.max(ground / 2, otsuThreshold(data));
  const inked = samples.map((value) => value - usual).filter((value) => value > threshold);
  const strong = inked[Math.floor(inked.length * 0.75)] ?? 0;
  return { least: Math.max(ground / 2, FAINTEST * threshold, FAINT * strong), threshold };
}

/** @param {Plane} contrast @param {number} threshold */
function above({ data }, threshold) {
  const mask = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index++) mask[index] = data[index] > threshold ? 1 : 0;
  return mask;
}

/**
 * Ink by a threshold that follows the ink around each place: half as dark as the average of it, which is found in
 * turns (Ridler and Calvard 1978, but within a window).
 *
 * @param {Plane} contrast
 * @param {{ least: number, threshold: number }} level
 * @param {number} stroke width, in pixels
 */
function aboveLocal(contrast, { least, threshold }, stroke) {
  const factor = Math.max(1, Math.round(2 * stroke));
  const radius = Math.round((WIDTHS_AROUND * stroke) / factor / 2);
  const mask = above(contrast, Math.max(least, threshold));
  for (let round = 0; round < ROUNDS; round++) {
    const { count, sum } = inkInBlocks(contrast, mask, factor);
    const [counts, sums] = [sumAround(count, radius).data, sumAround(sum, radius).data];
    const thresholds = sums.map((value, index) =>
      counts[index] > 0.5 ? Math.max(least, (HALF * value) / counts[index]) : Math.max(least, threshold),
    );
    enlarge({ ...sum, data: thresholds }, factor, contrast, (row, y) => {
      const start = y * contrast.width;
      for (let x = 0; x < row.length; x++) mask[start + x] = contrast.data[start + x] > row[x] ? 1 : 0;
    });
  }
  return mask;
}

/**
 * Counts the pixels of ink in each block, and adds up how dark they are.
 *
 * @param {Plane} contrast
 * @param {Uint8Array} mask
 * @param {number} factor pixels along a block's side
 * @returns {{ count: Plane, sum: Plane }}
 */
function inkInBlocks({ data, width, height }, mask, factor) {
  const size = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  const count = { ...size, data: new Float32Array(size.width * size.height) };
  const sum = { ...size, data: new Float32Array(size.width * size.height) };
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / factor) * size.width;
    for (let x = 0; x < width; x++, at++) {
      if (!mask[at]) continue;
      const block = row + Math.floor(x / factor);
      count.data[block]++;
      sum.data[block] += data[at];
    }
  }
  return { count, sum };
}

/**
 * The threshold that parts values best in two (Otsu, "A threshold selection method from gray-level histograms", 1979).
 *
 * @param {Float32Array} values those below 0 count as 0, those above 255 as 255
 * @returns {number} 0..255
 */
function otsuThreshold(values) {
  const histogram = new Float64Array(256);
  for (let index = 0; index < values.length; index++) {
    histogram[Math.min(255, Math.max(0, Math.round(values[index])))] += 1;
  }
  const sum = histogram.reduce((total, count, value) => total + count * value, 0);
  let [below, sumBelow, best, threshold] = [0, 0, 0, 0];
  for (let value = 0; value < 255; value++) {
    below += histogram[value];
    sumBelow += histogram[value] * value;
    const rest = values.length - below;
    if (!below || !rest) continue;
    const between = below * rest * (sumBelow / below - (sum - sumBelow) / rest) ** 2;
    if (between > best) [best, threshold] = [between, value + 0.5];
  }
  return threshold;
}
