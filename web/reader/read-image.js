import { around } from './boxes.js';
import { binarize } from './image/binarize.js';
import { crop } from './image/components.js';
import { cutsThrough } from './image/cut-between.js';
import { findLines, toWords } from './image/find-lines.js';
import { removeRules } from './image/rules.js';
import { slant, toStrip } from './image/normalize.js';
import { likeliestTexts } from './lines/ctc.js';
import { toReading } from './reading.js';
import { toStripLine } from './lines/strip-line.js';

/**
 * @typedef {import('./image/components.js').Component} Component
 * @typedef {import('./image/components.js').Labeled} Labeled
 * @typedef {import('./image/decode.js').Gray} Gray
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./reader.js').ImageOptions} ImageOptions
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {{
 *   classify: (images: Float32Array) => Float32Array,
 *   readStrip: (strip: import('./image/normalize.js').Strip) => Float32Array,
 * }} Networks the one for digits and the one for strings
 * @typedef {(stage: import('./reader.js').Progress['stage'], share: number) => Promise<void>} Step
 */

/** Ink is also read leaning further to either side, in columns a row: three looks know more than one ... */
const LEANING = [-0.2, 0.2];

/** ... but change nothing where the first has one text this likely: half of all words, which take a third of the time. */
const SURE = 0.8;

/** So much of everything is done when a stage begins; reading goes on from the last to 1. */
const BEGINS = { binarize: 0.15, segment: 0.4, read: 0.5 };

/**
 * Read the numbers in a picture.
 *
 * @param {Gray} gray
 * @param {Networks} networks
 * @param {ImageOptions} [options]
 * @returns {Promise<Reading>} boxes are in the whole picture's pixels
 * @throws {unknown} the signal's reason when it is aborted
 */
export async function readImage(gray, networks, options = {}) {
  const step = stepper(options);
  await step('binarize', BEGINS.binarize);
  const mask = removeRules(binarize(gray));
  await step('segment', BEGINS.segment);
  const { labeled, lines } = findLines(mask);
  const place = placeIn(gray);
  const read = [];
  for (const [number, line] of lines.entries()) {
    await step('read', BEGINS.read + ((1 - BEGINS.read) * number) / lines.length);
    const words = toWords(line).map((word) => toWord(labeled, word, networks, place));
    const found = toStripLine(words, networks.classify);
    // Looked at now, while it can be given up in between.
    found.read();
    read.push(found);
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

/**
 * @param {Labeled} labeled
 * @param {Component[]} word
 * @param {Networks} networks
 * @param {(box: Box) => Box} place
 * @returns {import('./lines/strip-line.js').Word}
 */
function toWord(labeled, word, { readStrip }, place) {
  const glyph = crop(labeled, word);
  const { x, y } = around(word.map(({ box }) => box));
  const strip = toStrip(glyph);
  const upright = readStrip(strip);
  const isSure = likeliestTexts(upright)[0].score > Math.log(SURE);
  const leaning = LEANING.map((slope) => (isSure ? upright : readStrip(toStrip(slant(glyph, slope)))));
  return {
    views: [upright, ...leaning],
    first: 0,
    strip,
    glyph,
    cut: cutsThrough(glyph),
    left: null,
    right: null,
    toPicture: (box) => place({ ...box, x: box.x + x, y: box.y + y }),
  };
}

/** From pixels of what is worked on to the picture's. @param {Gray} gray @returns {(box: Box) => Box} */
const placeIn =
  ({ scale, x = 0, y = 0 }) =>
  (box) => ({ x: x + box.x / scale, y: y + box.y / scale, width: box.width / scale, height: box.height / scale });
