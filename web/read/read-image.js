import { binarize } from '../image/binarize.js';
import { crop } from '../image/crop.js';
import { findLines } from '../image/find-lines.js';
import { normalize } from '../image/normalize.js';
import { propose } from '../image/propose.js';
import { removeRules } from '../image/rules.js';
import { severalOnes, wideOnes } from '../image/whole.js';
import { CLASSES, NOT_A_DIGIT, PIXELS } from './classes.js';
import { toReading } from './reading.js';

/**
 * @typedef {import('../image/decode.js').Gray} Gray
 * @typedef {import('../image/components.js').Component} Component
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./reader.js').ImageOptions} ImageOptions
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./search.js').Lattice} Lattice
 * @typedef {(images: Float32Array) => Float32Array} Classify
 * @typedef {(stage: import('./reader.js').Progress['stage'], share: number) => Promise<void>} Step
 */

/** Images that the network takes at once; a reading can be given up between them. */
const BATCH = 64;

/** How much of everything is done when a stage begins; reading goes on from the last to 1. */
const BEGINS = { binarize: 0.15, segment: 0.4, read: 0.5 };

/**
 * Read the numbers in a picture.
 *
 * @param {Gray} gray
 * @param {Classify} classify
 * @param {ImageOptions} [options]
 * @returns {Promise<Reading>} boxes are in the whole picture's pixels
 * @throws {unknown} the signal's reason when it is aborted
 */
export async function readImage(gray, classify, options = {}) {
  const step = stepper(options);
  await step('binarize', BEGINS.binarize);
  const mask = removeRules(binarize(gray));
  await step('segment', BEGINS.segment);
  const { labeled, lines } = findLines(mask);
  await step('read', BEGINS.read);
  const { stroke } = mask;
  const wide = lines.flatMap((line) => wideOnes(line, stroke));
  const whole = wide.map((component) => normalize(crop(labeled, [component])));
  const digitAtMost = mostOfDigits(await inBatches(whole, classify, () => step('read', BEGINS.read)));
  const probability = new Map(wide.map((component, index) => [component, digitAtMost[index]]));
  const several = new Set(lines.flatMap((line) => severalOnes(line, stroke, (one) => probability.get(one) ?? 0)));
  const known = { stroke, mayBeSeveral: (/** @type {Component} */ component) => several.has(component) };
  const read = [];
  for (const [place, line] of lines.entries()) {
    const lattice = toPicture(propose(labeled, line, known), gray);
    const images = lattice.segments.map(({ image }) => image);
    const share = BEGINS.read + ((1 - BEGINS.read) * place) / lines.length;
    read.push({ lattice, probabilities: await inBatches(images, classify, () => step('read', share)) });
  }
  const reading = toReading(read, { ...options, skipWords: true });
  await step('read', 1);
  return reading;
}

/**
 * @param {ImageOptions} options
 * @returns {Step} tells how far it is, and lets a message come in that gives it up
 */
function stepper({ signal, onProgress }) {
  return async (stage, share) => {
    onProgress?.({ stage, share });
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  };
}

/** @param {Float32Array} probabilities @returns {number[]} of the likeliest digit, for each image */
function mostOfDigits(probabilities) {
  return Array.from({ length: probabilities.length / CLASSES }, (_, index) =>
    Math.max(...probabilities.subarray(index * CLASSES, index * CLASSES + NOT_A_DIGIT)),
  );
}

/**
 * @param {Float32Array[]} images
 * @param {Classify} classify
 * @param {() => Promise<void>} pause
 */
async function inBatches(images, classify, pause) {
  const probabilities = new Float32Array(images.length * CLASSES);
  for (let first = 0; first < images.length; first += BATCH) {
    const batch = images.slice(first, first + BATCH);
    const values = new Float32Array(batch.length * PIXELS);
    batch.forEach((image, index) => values.set(image, index * PIXELS));
    probabilities.set(classify(values), first * CLASSES);
    await pause();
  }
  return probabilities;
}

/**
 * @param {Lattice} lattice in pixels of what was worked on
 * @param {Gray} gray
 * @returns {Lattice} in pixels of the picture
 */
function toPicture(lattice, { scale, x = 0, y = 0 }) {
  const place = (/** @type {Box} */ box) => ({
    x: x + box.x / scale,
    y: y + box.y / scale,
    width: box.width / scale,
    height: box.height / scale,
  });
  const segments = lattice.segments.map((part) => ({ ...part, box: place(part.box) }));
  return { ...lattice, atoms: lattice.atoms.map(place), segments };
}
