/**
 * @import { NumberReading, Reading } from '../../reader/reading.js'
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { Correction } from './correct.js'
 *
 * @typedef {{ box: Box, ink: number }} InkPlace where some ink lies, and how much of it there is: the sum of its 28 x 28
 *   image, 0 for a separator, which has none
 * @typedef {{
 *   text: string,
 *   read: string,
 *   confidence: number,
 *   box: Box | null,
 *   ink: number,
 *   probabilities: number[] | null,
 *   image: ArrayLike<number> | null,
 *   isCorrected: boolean,
 *   isChecked?: boolean,
 * }} Part a digit or separator. text is what it is taken for ('' where it was deleted), read what the reader took it
 *   for; of a separator, or a sign that was only typed, there are no probabilities; what was only typed has no box. isChecked:
 *   a person has looked at its number, and takes it for right
 * @typedef {{
 *   text: string,
 *   read: string,
 *   confidence: number,
 *   box: Box,
 *   ink: number,
 *   line: number,
 *   parts: Part[],
 *   isCorrected: boolean,
 *   isChecked: boolean,
 *   alternatives: ReadonlyArray<{ text: string, confidence: number }>,
 * }} ShownNumber
 * @typedef {{ part: Part | null, number: ShownNumber }} Pick part is null for a number of which nothing is left
 * @typedef {Omit<Reading, 'numbers'> & { numbers: ShownNumber[] }} Shown its boxes are those of the reading, whichever side
 *   is shown up
 */

/** A picture that is read again, cropped, gives the same digit a box that differs by a pixel. */
const LEAST_OVERLAP = 0.8;
/** A short stroke more within the box is more than this. */
const MOST_INK_MORE = 0.05;

/**
 * A reading as it is shown: with what a person corrected in it.
 * @param {Reading} reading
 * @param {ReadonlyArray<Correction>} corrections those of ink that is not there any more are passed over
 * @returns {Shown}
 */
export function shownReading(reading, corrections) {
  const numbers = reading.numbers.map((number) => shownNumber(number, corrections));
  return { ...reading, text: textOf(numbers), numbers };
}

/**
 * @param {ReadonlyArray<ShownNumber>} numbers
 * @returns {string} those of a line with a space between them, one line below the other
 */
export function textOf(numbers) {
  const lines = [...new Set(numbers.map(({ line }) => line))].map((line) =>
    numbers
      .filter((number) => number.line === line && number.text !== '')
      .map(({ text }) => text)
      .join(' '),
  );
  return lines.filter((line) => line !== '').join('\n');
}

/**
 * @param {NumberReading} number
 * @param {ReadonlyArray<Correction>} corrections
 * @returns {ShownNumber}
 */
function shownNumber(number, corrections) {
  const { text: read, box, line, alternatives } = number;
  const found = partsOf(number);
  const ink = found.reduce((sum, part) => sum + part.ink, 0);
  const whole = corrections.find((each) => each.of === 'number' && isSameInk(each, { box, ink }));
  const said = whole ? typedParts(whole.text) : found.map((part) => correctedPart(part, corrections));
  const text = said.map((part) => part.text).join('');
  const isChecked = corrections.some(
    (each) => each.of === 'checked' && each.text === text && isSameInk(each, { box, ink }),
  );
  const parts = isChecked ? said.map((part) => ({ ...part, confidence: 1, isChecked })) : said;
  const isCorrected = whole !== undefined || parts.some((part) => part.isCorrected);
  return {
    text,
    read,
    // What a person corrected or checked is certain, so that this is how sure the rest is.
    confidence: isCorrected || isChecked ? parts.reduce((all, part) => all * part.confidence, 1) : number.confidence,
    box,
    ink,
    line,
    parts,
    isCorrected,
    isChecked,
    alternatives,
  };
}

/**
 * @param {NumberReading} number
 * @returns {(Part & { box: Box })[]} digits and separators as they are written, from left to right
 */
function partsOf({ digits, separators }) {
  /** @type {(Part & { box: Box })[]} */
  const parts = [];
  for (let place = 0; place <= digits.length; place += 1) {
    for (const { text, confidence, box } of separators.filter(({ after }) => after === place)) {
      const none = { ink: 0, probabilities: null, image: null, isCorrected: false };
      parts.push({ text, read: text, confidence, box, ...none });
    }
    if (place === digits.length) break;
    const { digit, image, ...known } = digits[place];
    const text = digit === null ? '?' : String(digit);
    const ink = image.reduce((sum, value) => sum + value, 0);
    parts.push({ ...known, text, read: text, ink, image, isCorrected: false });
  }
  return parts;
}

/**
 * @param {Part & { box: Box }} part
 * @param {ReadonlyArray<Correction>} corrections
 * @returns {Part}
 */
function correctedPart(part, corrections) {
  const correction = corrections.find((each) => each.of === 'part' && isSameInk(each, part));
  return correction ? { ...part, text: correction.text, confidence: 1, isCorrected: true } : part;
}

/**
 * @param {string} text
 * @returns {Part[]}
 */
function typedParts(text) {
  return Array.from(text, (sign) => ({
    text: sign,
    read: '',
    confidence: 1,
    box: null,
    ink: 0,
    probabilities: null,
    image: null,
    isCorrected: true,
  }));
}

/**
 * @param {InkPlace} one
 * @param {InkPlace} other
 * @returns {boolean} whether both are the same ink, so that what a person said of the one holds for the other
 */
export function isSameInk(one, other) {
  const difference = Math.abs(one.ink - other.ink);
  return overlap(one.box, other.box) >= LEAST_OVERLAP && difference <= MOST_INK_MORE * Math.max(one.ink, other.ink);
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {number} what is in both, as a share of what is in either; 1 for the same box, also one without area
 */
function overlap(one, other) {
  const across = shared([one.x, one.width], [other.x, other.width]);
  const down = shared([one.y, one.height], [other.y, other.height]);
  return across * down;
}

/**
 * @param {[start: number, length: number]} one
 * @param {[start: number, length: number]} other
 */
function shared([a, length], [b, otherLength]) {
  const all = Math.max(a + length, b + otherLength) - Math.min(a, b);
  const both = Math.min(a + length, b + otherLength) - Math.max(a, b);
  return all > 0 ? Math.max(0, both) / all : 1;
}
