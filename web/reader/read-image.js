import { around } from './boxes.js';
import { crop } from './image/components.js';
import { cutsThrough } from './image/cut-between.js';
import { slant, toStrip } from './image/normalize.js';
import { asOne, likeliestTexts } from './lines/ctc.js';
import { toReading } from './reading.js';
import { seeSheet } from './sheet.js';
import { standUp } from './stand-up.js';
import { columnFinder, toTables } from './tables.js';
import { toStripLine } from './lines/strip-line.js';

/**
 * @typedef {import('./image/components.js').Component} Component
 * @typedef {import('./image/components.js').Shaded} Shaded
 * @typedef {import('./image/file/decode.js').Picture} Picture
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./reader.js').ImageOptions} ImageOptions
 * @typedef {import('./reading.js').Line} Line
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{
 *   label: (picture: Picture) => import('./network/labeler.js').Labels,
 * } & import('./network/string-reader.js').StringReader & import('./lines/strip-line.js').Digits} Networks the one for digits and the one for strings
 * @typedef {(stage: import('./reader.js').Progress['stage'], share: number) => Promise<void>} Step
 */

/** Ink is also read leaning further to either side, in columns a row, and lower in its strip: four looks know more than one ... */
const LEANING = [-0.2, 0.2];
const LOWER = 0.86;

/** ... but change nothing where the first has one text this likely: half of all words, which take a third of the time. */
const SURE = 0.8;

/** Of so few digits, of which so many are known, it is asked whether they read without doubt the other way up. */
const FEW = 12;
const LEAST_KNOWN = 1;
const WITHOUT_DOUBT = 0.95;

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
  const lying = seeSheet(picture, networks.label, options.turned);
  const sheet = options.turned === undefined ? standUp(lying, picture, networks) : lying;
  await step('segment', BEGINS.segment);
  const pace = (/** @type {number} */ share) => step('read', BEGINS.read + (1 - BEGINS.read) * share);
  const reading = await readSheet(sheet, networks, { ...options, pace });
  const isOnHead = options.turned === undefined && isHalfUnknown(reading);
  const onHead = isOnHead ? seeSheet(picture, networks.label, (sheet.turned + 180) % 360) : null;
  const other = onHead && (await readSheet(onHead, networks, { ...options, pace: () => pace(1) }));
  await step('read', 1);
  return other && isWithoutDoubt(other) ? other : reading;
}

/**
 * @param {Sheet} sheet
 * @param {Networks} networks
 * @param {ImageOptions & { pace: (share: number) => Promise<void> }} options
 * @returns {Promise<Reading>}
 */
async function readSheet(sheet, networks, { pace, ...options }) {
  const lines = await readRows(sheet, networks, pace);
  const columnOf = columnFinder(sheet.cells);
  const reading = toReading(lines, { ...options, skipWords: !options.isNumber, columnOf });
  const print = sheet.print.map((box) => ({ box, kind: /** @type {const} */ ('print') }));
  const tables = toTables(sheet.cells, reading.numbers);
  const told = { ...reading, turned: sheet.turned, tables, skipped: [...reading.skipped, ...print] };
  return placed(told, sheet.place);
}

/**
 * 235 on its head is 5?2: few digits, of which some make no sense, may lie the wrong way up.
 *
 * @param {Reading} reading
 */
function isHalfUnknown({ numbers }) {
  const digits = numbers.flatMap((number) => number.digits);
  const known = digits.filter(({ digit }) => digit !== null).length;
  return digits.length <= FEW && known >= LEAST_KNOWN && known < digits.length;
}

/** @param {Reading} reading */
const isWithoutDoubt = ({ numbers }) =>
  numbers.length > 0 &&
  numbers.every(({ confidence, digits }) => confidence >= WITHOUT_DOUBT && digits.every(({ digit }) => digit !== null));

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
 * @param {Shaded} labeled
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
  const looks = [...LEANING.map((slope) => () => toStrip(slant(glyph, slope))), () => toStrip(glyph, LOWER)];
  const others = looks.map((look) => (isSure || isOne ? upright : readStrip(look())));
  return {
    views: [upright, ...others],
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
