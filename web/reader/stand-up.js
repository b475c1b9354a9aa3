import { crop } from './image/components.js';
import { toStrip } from './image/normalize.js';
import { likeliestTexts } from './lines/ctc.js';
import { seeSheet } from './sheet.js';

/**
 * @typedef {import('./image/components.js').Component} Component
 * @typedef {import('./image/file/decode.js').Picture} Picture
 * @typedef {import('./image/layout.js').Part} Part
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{
 *   label: (picture: Picture) => import('./network/labeler.js').Labels,
 * } & import('./network/string-reader.js').StringReader} Networks
 */

/** Pieces of ink that are looked at to know a side, in the rows with the most: all of a row. Of print more: one line of it has many. */
const ENOUGH = 80;
const ENOUGH_PRINT = 400;

/** What is print of so few letters may be a mark, or a part of a code. */
const LETTERS = 3;

/** One piece of ink does not tell: an 8 on its side is 00. */
const FEWEST = 2;

/** Most pictures are upright: another side is so many nats clearer, or is none. */
const CLEARER = 1.5;

/** So few pieces of ink are also read on each side: by then, another one must be this much clearer. */
const FEW = 25;
const CLEARER_OF_FEW = 3.5;

/** Lines run along a picture that is so many times as wide as high: across they must be so many nats clearer. */
const WIDE = 2;
const ACROSS = 3;

/** A side that is so many nats clearer than the next is the one. */
const SURE = 2;
const SURE_OF_FEW = 3;

/** What a word says counts for so many nats at most, and what a row does: each may be something else. */
const MOST_OF_WORD = 2.5;
const MOST_OF_ROW = 6;
const MOST_OF_TEXT = 8;

const NOTHING = [0, 0, 0, 0];

/**
 * The sheet as it is read: turned by quarters until what is written on it stands upright.
 *
 * @param {Sheet} sheet as it lies
 * @param {Picture} picture
 * @param {Networks} networks
 * @returns {Sheet}
 */
export function standUp(sheet, picture, networks) {
  const pieces = sheet.rows.flat().flatMap(({ words }) => words.flat()).length;
  if (pieces < FEWEST) return sheet;
  const isRead = pieces <= FEW;
  const [clearer, sure] = isRead ? [CLEARER_OF_FEW, SURE_OF_FEW] : [CLEARER, SURE];
  const clear = clearnessOf(sheet, networks);
  clear[0] += clearer;
  if (sheet.labeled.width > WIDE * sheet.labeled.height) for (const side of [1, 3]) clear[side] -= ACROSS;
  // Half of the evidence may be missing: what is not read yet counts as read without doubt.
  const seen = isRead ? added(clear, textsOf(sheet, networks)) : clear;
  const [side, second] = [0, 1, 2, 3].toSorted((a, b) => seen[b] - seen[a]);
  const isSure = seen[side] - seen[second] >= sure;
  if (isSure && side === 0) return sheet;
  const turnedBy = (/** @type {number} */ quarters) => seeSheet(picture, networks.label, 90 * quarters);
  if (isSure && side === 2) return turnedBy(2);
  // Rows of a sheet on its side are seen only once it stands.
  const beside = turnedBy(1);
  const more = added(clearnessOf(beside, networks), isRead ? textsOf(beside, networks) : NOTHING);
  const best = seen.map((value, at) => value + more[(at + 3) % 4]);
  const upright = best.indexOf(Math.max(...best));
  return [sheet, beside][upright] ?? turnedBy(upright);
}

/**
 * How clear what is written on a sheet, and printed, makes it that it is to be turned by so many quarters, clockwise.
 *
 * @param {Sheet} sheet
 * @param {Networks} networks
 * @returns {number[]} logarithms, of 0 to 3
 */
function clearnessOf(sheet, networks) {
  const written = clearnessIn(sheet, false, networks);
  return sheet.print.length ? added(written, clearnessIn(sheet.printed(), true, networks)) : written;
}

/**
 * @param {import('./image/layout.js').Layout} layout
 * @param {boolean} isPrint
 * @param {Networks} networks
 * @returns {number[]} how clear what is in its rows makes it
 */
function clearnessIn({ labeled, rows }, isPrint, { sideOf }) {
  const clear = [...NOTHING];
  const wordsOf = (/** @type {Part[]} */ row) => row.flatMap(({ words }) => words);
  const asked = isPrint ? rows.map((row) => wordsOf(row).filter((word) => word.length >= LETTERS)) : rows.map(wordsOf);
  for (const words of largest(asked, isPrint ? ENOUGH_PRINT : ENOUGH)) {
    const said = words.map((word) => behindBest(sideOf(toStrip(crop(labeled, word)), isPrint), MOST_OF_WORD));
    const own = clear.map((_, side) => said.reduce((sum, logs) => sum + logs[side], 0));
    behindBest(own, MOST_OF_ROW).forEach((value, side) => (clear[side] += value));
  }
  return clear;
}

/**
 * How likely what is written is once it is read as it lies, and on its head.
 *
 * @param {Sheet} sheet
 * @param {Networks} networks
 * @returns {number[]} logarithms for each side; 0 for those that its rows do not run along
 */
function textsOf({ labeled, rows }, { readStrip }) {
  const likely = [...NOTHING];
  const logOf = (/** @type {import('./image/normalize.js').Mask} */ mask) =>
    Math.max(-MOST_OF_TEXT, likeliestTexts(readStrip(toStrip(mask)))[0].score);
  for (const word of rows.flat().flatMap(({ words }) => words)) {
    const ink = crop(labeled, word);
    likely[0] += logOf(ink);
    likely[2] += logOf({ ...ink, data: ink.data.toReversed() });
  }
  return likely;
}

/** @param {number[]} some @param {number[]} others */
const added = (some, others) => some.map((value, at) => value + others[at]);

/** @param {ArrayLike<number>} logs @param {number} most @returns {number[]} by how much each is less than the largest, `most` at most */
function behindBest(logs, most) {
  const best = Math.max(...Array.from(logs));
  return Array.from(logs, (log) => Math.max(log - best, -most));
}

/** The rows of words with the most ink, until there is enough. @param {Component[][][]} rows @param {number} enough */
function largest(rows, enough) {
  const known = rows.map((words) => ({ words, ink: words.flat() }));
  const areaOf = (/** @type {Component[]} */ ink) => ink.reduce((sum, { area }) => sum + area, 0);
  let seen = 0;
  return known
    .toSorted((a, b) => areaOf(b.ink) - areaOf(a.ink))
    .filter(({ ink }) => (seen += ink.length) - ink.length < enough)
    .map(({ words }) => words);
}
