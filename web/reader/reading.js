import { around } from './boxes.js';
import { UNKNOWN_TEXT } from './lines/notation.js';
import { splitAtGaps } from './lines/split-at-gaps.js';
import { wordsAmong } from './words.js';

/**
 * @typedef {import('./ink/rasterize.js').Box} Box
 */

/**
 * The answer. Boxes are in the input's own coordinates, confidence and probabilities are 0 to 1.
 *
 * @typedef {object} Reading
 * @property {string} text numbers on a line joined by a space, lines by a line break; '?' for ink that is not a digit
 * @property {NumberReading[]} numbers line by line, each from left to right
 * @property {number} [turned] of a picture: how many degrees clockwise it was turned to be read, 0, 90, 180 or 270; boxes
 *   are those of the picture as it was given
 * @property {Table[]} [tables] of a picture: its tables and rows of digit boxes
 * @property {{ box: Box, kind?: 'word' | 'print' }[]} skipped ink that is no number: in a picture words and print, on the
 *   pad stray marks
 */

/**
 * @typedef {object} Table
 * @property {number} rows
 * @property {number} columns
 * @property {Box} box
 * @property {{ row: number, column: number, number: number | null, box: Box }[]} cells from 0, row by row; `number` is its
 *   place in `numbers`, that of all boxes of a row that is one number; null of an empty cell
 */

/**
 * @typedef {object} NumberReading
 * @property {string} text digits, separators and '?', as they are written: nothing is calculated
 * @property {number} confidence of the whole
 * @property {Box} box
 * @property {number} line the line that it is on, from 0
 * @property {DigitReading[]} digits
 * @property {SeparatorReading[]} separators
 * @property {{ text: string, confidence: number }[]} alternatives other readings of the whole, best first, at most five
 */

/**
 * @typedef {object} DigitReading
 * @property {number | null} digit 0 to 9; null where it is not one
 * @property {number} confidence that its ink is one digit, and this one
 * @property {number[]} probabilities eleven: 0 to 9, then not a digit, of its ink alone
 * @property {Box} box
 * @property {Float32Array} image the 28 x 28 ink image that the network saw
 */

/**
 * @typedef {object} SeparatorReading
 * @property {string} text '.', ',', '-', '/' or ':'; of ink also '+', '=', '(', ')', '×', '÷', '%' or '$'
 * @property {number} after so many of the digits
 * @property {number} confidence
 * @property {Box} box
 */

/**
 * @typedef {{ text: string, confidence: number, box: Box, image: Float32Array, probabilities: number[] }} ReadPart a digit,
 *   a separator or '?'
 * @typedef {{
 *   text: string,
 *   parts: ReadPart[],
 *   confidence: number,
 *   alternatives: { text: string, confidence: number }[],
 * }} ReadLine `text` may have separators of a mask that there is no ink of
 * @typedef {{
 *   read: (mask?: string | null) => ReadLine | null,
 *   between: (from: number, to: number) => Line,
 *   row?: number,
 *   isOne?: boolean,
 * }} Line of writing, and how it reads: freely, or as a mask wants it, where it can. `between`: what lies from one part of
 *   its free reading to another (not included); `row`: several may be beside each other; `isOne`: it is one number, however
 *   wide its gaps
 */

const MOST_ALTERNATIVES = 5;

/** A mask may cost this many nats against reading freely: a digit that is badly written, and no more. */
const MASK_TRUST = 6;

/**
 * The answer for lines of ink, from the top.
 *
 * @param {ReadonlyArray<Line>} lines
 * @param {{
 *   masks?: ReadonlyArray<string>,
 *   skipWords?: boolean,
 *   columnOf?: (box: Box) => string | null,
 * }} [options] `masks`: all is one number that looks like one of them, '#' being a digit; `skipWords`: what has no more
 *   digits than other things is no number, unless it is all that there is, nor what is in a column of such words or tiny
 *   beside the others; `columnOf`: in which column of a table something is
 * @returns {Reading}
 */
export function toReading(lines, { masks = [], skipWords = false, columnOf = () => null } = {}) {
  const masked = masks.length ? readMasked(lines, masks) : null;
  if (masked) return assemble([masked], []);
  const groups = lines.flatMap(readLine);
  const isWord = wordsAmong(groups, columnOf);
  if (!skipWords || isWord.every(Boolean)) return assemble(groups, []);
  return assemble(
    groups.filter((_, index) => !isWord[index]),
    groups.filter((_, index) => isWord[index]),
  );
}

/**
 * @param {NumberReading[]} numbers
 * @param {NumberReading[]} words
 * @returns {Reading}
 */
function assemble(numbers, words) {
  // Lines without a number are not counted.
  const lines = [...new Set(numbers.map(({ line }) => line))];
  const text = lines.map((line) =>
    numbers
      .filter((number) => number.line === line)
      .map((number) => number.text)
      .join(' '),
  );
  return {
    text: text.join('\n'),
    numbers: numbers.map((number) => ({ ...number, line: lines.indexOf(number.line) })),
    skipped: words.map(({ box }) => ({ box, kind: /** @type {const} */ ('word') })),
  };
}

/**
 * @param {Line} line
 * @param {number} place where no row is told
 * @returns {NumberReading[]}
 */
function readLine(line, place) {
  const whole = line.read();
  if (!whole) return [];
  const groups = line.isOne ? [whole.parts] : splitAtGaps(whole.parts);
  if (groups.length === 1) return [toNumber(whole, line.row ?? place)];
  let to = 0;
  return groups.flatMap(({ length }) => {
    const from = to;
    to += length;
    const found = line.between(from, to).read();
    return found ? [toNumber(found, line.row ?? place)] : [];
  });
}

/**
 * @param {ReadonlyArray<Line>} lines
 * @param {ReadonlyArray<string>} masks
 * @returns {NumberReading | null} of the line that fits a mask best; null where none does
 */
function readMasked(lines, masks) {
  /** @type {ReadLine | null} */
  let best = null;
  for (const line of lines) {
    const free = line.read()?.confidence ?? 0;
    for (const mask of masks) {
      const found = line.read(mask);
      if (!found || found.confidence < free * Math.exp(-MASK_TRUST)) continue;
      if (!best || found.confidence > best.confidence) best = found;
    }
  }
  return best && toNumber(best, 0);
}

/**
 * A word is one thing that is no digit, into however many pieces it was cut.
 *
 * @param {ReadLine} read
 * @returns {ReadLine}
 */
function inOnePiece(read) {
  const { parts, alternatives } = read;
  if (parts.length < 2 || parts.some(({ text }) => text !== UNKNOWN_TEXT)) return read;
  const largest = parts.reduce((one, other) => (other.box.width > one.box.width ? other : one));
  const confidence = Math.min(...parts.map((part) => part.confidence));
  const box = around(parts.map((part) => part.box));
  return { text: UNKNOWN_TEXT, parts: [{ ...largest, confidence, box }], confidence, alternatives };
}

/**
 * @param {ReadLine} line
 * @param {number} place of the line
 * @returns {NumberReading}
 */
function toNumber(line, place) {
  const { text, parts, confidence, alternatives } = inOnePiece(line);
  /** @type {DigitReading[]} */
  const digits = [];
  /** @type {SeparatorReading[]} */
  const separators = [];
  for (const { text: sign, confidence: sure, probabilities, box, image } of parts) {
    const digit = sign === UNKNOWN_TEXT ? null : Number(sign);
    if (Number.isNaN(digit)) separators.push({ text: sign, after: digits.length, confidence: sure, box });
    else digits.push({ digit, confidence: sure, probabilities, box, image });
  }
  return {
    text,
    confidence,
    box: around(parts.map(({ box }) => box)),
    line: place,
    digits,
    separators,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
  };
}
