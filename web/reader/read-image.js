import { around } from './boxes.js';
import { crop } from './image/components.js';
import { cutsThrough } from './image/cut-between.js';
import { slant, toStrip } from './image/normalize.js';
import { asOne, likeliestTexts } from './lines/ctc.js';
import { toReading } from './reading.js';
import { seeSheet } from './sheet.js';
import { toTables } from './tables.js';
import { toStripLine } from './lines/strip-line.js';

/**
 * @typedef {import('./image/components.js').Component} Component
 * @typedef {import('./image/components.js').Labeled} Labeled
 * @typedef {import('./image/decode.js').Picture} Picture
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./reader.js').ImageOptions} ImageOptions
 * @typedef {import('./reading.js').Line} Line
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{
 *   label: (picture: Picture) => import('./network/labeler.js').Labels,
 *   readStrip: (strip: import('./image/normalize.js').Strip) => Float32Array,
 * } & import('./lines/strip-line.js').Digits} Networks the one for digits and the one for strings
 * @typedef {(stage: import('./reader.js').Progress['stage'], share: number) => Promise<void>} Step
 */

/** Ink is also read leaning further to either side, in columns a row: three looks know more than one ... */
const LEANING = [-0.2, 0.2];

/** ... but change nothing where the first has one text this likely: half of all words, which take a third of the time. */
const SURE = 0.8;

/** A sheet whose characters are as sure as this, on average, lies upright; another side is so much clearer, or is none. */
const SURE_OF_SIDE = 0.7;
const CLEARER = 0.2;

/** Of another side rows are at least so long, for this one's. */
const LENGTH_ALIKE = 0.7;

/** Rows that are looked at to know a side. */
const SAMPLE = 4;

/** So much of everything is done when a stage begins; reading goes on from the last to 1. */
const BEGINS = { binarize: 0.15, segment: 0.4, read: 0.5 };

/**
 * Read the numbers in a picture.
 *
 * @param {Picture} picture
 * @param {Networks} networks
 * @param {ImageOptions} [options]
 * @returns {Promise<Reading>} boxes are in the whole picture's pixels
 * @throws {unknown} the signal's reason when it is aborted
 */
export async function readImage(picture, networks, options = {}) {
  const step = stepper(options);
  await step('binarize', BEGINS.binarize);
  const upright = seeSheet(picture, networks.label, options.turned);
  await step('segment', BEGINS.segment);
  const pace = (/** @type {number} */ share) => step('read', BEGINS.read + (1 - BEGINS.read) * share);
  const read = await readRows(upright, networks, pace);
  const chosen =
    options.turned === undefined && read.length > 0 && surenessOf(read) < SURE_OF_SIDE
      ? await turnedUp(upright, read)
      : { sheet: upright, lines: read };
  const reading = toReading(chosen.lines, { ...options, skipWords: true });
  await step('read', 1);
  const print = chosen.sheet.print.map((box) => ({ box, kind: /** @type {const} */ ('print') }));
  const tables = toTables(chosen.sheet.cells, reading.numbers);
  const told = { ...reading, turned: chosen.sheet.turned, tables, skipped: [...reading.skipped, ...print] };
  return placed(told, chosen.sheet.place);

  /**
   * What is not clear is looked at from the other sides.
   *
   * @param {Sheet} sheet
   * @param {Line[]} lines
   */
  async function turnedUp(sheet, lines) {
    const own = lines.filter(({ row }) => largest(sheet.rows).includes(sheet.rows[row ?? 0]));
    let best = { sheet, lines, clear: clearOf(own), clarity: clarityOf(own) + CLEARER };
    for (const degrees of [180, 90, 270]) {
      const turned = seeSheet(picture, networks.label, degrees);
      if (lengthOf(turned) < LENGTH_ALIKE * lengthOf(best.sheet)) continue;
      const sample = await readRows({ ...turned, rows: largest(turned.rows) }, networks, () => pace(1));
      const [clear, clarity] = [clearOf(sample), clarityOf(sample)];
      // A number on its side may be one clear digit.
      if (clear > best.clear && clarity > best.clarity) best = { sheet: turned, lines: [], clear, clarity };
    }
    if (best.sheet === sheet) return best;
    return { ...best, lines: await readRows(best.sheet, networks, () => pace(1)) };
  }
}

/**
 * @param {Sheet} sheet
 * @param {Networks} networks
 * @param {(share: number) => Promise<void>} pace
 * @returns {Promise<Line[]>} in the sheet's pixels
 */
async function readRows({ labeled, rows }, networks, pace) {
  /** @type {Line[]} */
  const read = [];
  for (const [number, row] of rows.entries()) {
    await pace(number / rows.length);
    for (const { words, isOne } of row) {
      const line = words.map((word) => toWord(labeled, word, { ...networks, isOne }));
      const found = { ...toStripLine(line, networks), row: number, isOne };
      // Looked at now, while it can be given up in between.
      found.read();
      read.push(found);
    }
  }
  return read;
}

/** The rows with the most ink. @param {import('./image/layout.js').Part[][]} rows */
const largest = (rows) => {
  const inkOf = (/** @type {import('./image/layout.js').Part[]} */ row) =>
    row.flatMap(({ words }) => words.flat()).reduce((sum, { area }) => sum + area, 0);
  return rows.toSorted((a, b) => inkOf(b) - inkOf(a)).slice(0, SAMPLE);
};

/** How much there is in a row, on average: where a sheet lies on its side, rows are what was one above the other. @param {Sheet} sheet */
const lengthOf = ({ rows }) => rows.flat().flatMap(({ words }) => words.flat()).length / Math.max(1, rows.length);

/** How sure characters are to be the digits that they are read as, on average; where digits touch, too. @param {Line[]} lines */
const surenessOf = (lines) => sumOver(lines, ({ confidence }) => confidence) / Math.max(1, partsOf(lines).length);

/** How many characters are digits, each as far as both networks say so. @param {Line[]} lines */
const clearOf = (lines) =>
  sumOver(lines, ({ text, confidence, probabilities }) => (confidence + probabilities[Number(text)]) / 2);

/** The same as a share of all characters. @param {Line[]} lines */
const clarityOf = (lines) => clearOf(lines) / Math.max(1, partsOf(lines).length);

/** @param {Line[]} lines @param {(digit: import('./reading.js').ReadPart) => number} value */
const sumOver = (lines, value) =>
  partsOf(lines).reduce((sum, part) => sum + (/\d/.test(part.text) ? value(part) : 0), 0);

/** @param {Line[]} lines */
const partsOf = (lines) => lines.flatMap((line) => line.read()?.parts ?? []);

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
 * @param {Pick<Networks, 'readStrip'> & { isOne: boolean }} how `isOne`: each word is a character of one number
 * @returns {import('./lines/strip-line.js').Word}
 */
function toWord(labeled, word, { readStrip, isOne }) {
  const glyph = crop(labeled, word);
  const { x, y } = around(word.map(({ box }) => box));
  const strip = toStrip(glyph);
  const upright = isOne ? asOne(readStrip(strip)) : readStrip(strip);
  const isSure = likeliestTexts(upright)[0].score > Math.log(SURE);
  const leaning = LEANING.map((slope) => (isSure || isOne ? upright : readStrip(toStrip(slant(glyph, slope)))));
  return {
    views: [upright, ...leaning],
    first: 0,
    strip,
    glyph,
    cut: cutsThrough(glyph),
    left: null,
    right: null,
    toPicture: (box) => ({ ...box, x: box.x + x, y: box.y + y }),
  };
}

/**
 * @param {Reading} reading
 * @param {(box: Box) => Box} place
 * @returns {Reading} with its boxes in the picture
 */
export function placed(reading, place) {
  const all = (/** @type {any[]} */ items) => items.map((item) => ({ ...item, box: place(item.box) }));
  return {
    ...reading,
    numbers: all(reading.numbers).map((one) => ({ ...one, digits: all(one.digits), separators: all(one.separators) })),
    tables: all(reading.tables ?? []).map((table) => ({ ...table, cells: all(table.cells) })),
    skipped: all(reading.skipped),
  };
}
