import { text as textOf } from '../../texts/texts.js';

/**
 * The words in which a reading is said, by a voice of the page (`speaker.js`) or by a screen reader.
 *
 * @typedef {'digits' | 'number'} How 2047 as "2 0 4 7" or as "two thousand forty-seven"
 */

/** A number of more digits is not taken in as one by ear; each is then said by itself. */
const MOST_DIGITS = 15;

/** A screen reader's listener takes in no more signs than this as one number. */
const MOST_SIGNS = 4;

/** The names of signs between digits; a minus stands before them. @type {Record<string, string>} */
const SIGNS = {
  '.': 'speech.point',
  ',': 'speech.comma',
  '-': 'speech.dash',
  '/': 'speech.slash',
  ':': 'speech.colon',
  '?': 'speech.unknown',
};

/** @param {string} sign of a number @returns {string} its name; a digit says itself */
export const signWords = (sign) => (SIGNS[sign] ? textOf(SIGNS[sign]) : sign);

/**
 * @param {string} text '12.50 3/4\n-7': numbers with a space between them, lines below each other
 * @param {{ how: How, language: string, isUnsure?: boolean }} options language: a tag as 'en' or 'es-MX'
 * @returns {string[]} each to be said by itself, so that there is a pause between lines; none for a blank text
 */
export function spokenLines(text, { how, language, isUnsure = false }) {
  const numbersOf = (/** @type {string} */ line) => line.split(' ').filter(Boolean);
  const lines = text
    .split('\n')
    .map((line) => numbersOf(line).map((number) => voicedNumber(number, { how, language })))
    .filter((numbers) => numbers.length > 0)
    .map((numbers) => numbers.join(', '));
  return lines.length > 0 && isUnsure ? [textOf('speech.unsure'), ...lines] : lines;
}

/**
 * @param {string} number '2047', '12.50', '20?7', '-7', '3/4', '10:45'
 * @param {{ how: How, language: string }} options
 * @returns {string}
 */
function voicedNumber(number, { how, language }) {
  // The ear knows 12.50 as twelve point five zero: the digits after the only point are no number of their own.
  const isDecimal = /^-?\d+[.,]\d+$/.test(number);
  const pieces = number.match(/\d+|\D/g) ?? [];
  const isWhole = how === 'number' && (isDecimal || !/[.,?]/.test(number));
  // A voice takes 2026 for a year by itself, which it is in a date.
  const useGrouping = isDecimal || /^-?\d+$/.test(number);
  return pieces
    .map((piece, place) => {
      if (piece === '-' && place === 0) return textOf('speech.minus');
      if (!/\d/.test(piece)) return signWords(piece);
      const isFraction = isDecimal && place === pieces.length - 1;
      return isWhole && !isFraction ? wholeNumber(piece, { language, useGrouping }) : Array.from(piece).join(' ');
    })
    .join(' ');
}

/**
 * @param {string} digits
 * @param {{ language: string, useGrouping: boolean }} options grouped as the language writes it: an English voice takes
 *   2047 for a year, and 2,047 for a number
 * @returns {string} digit by digit where a number would lose something, as the zeros of 007
 */
function wholeNumber(digits, { language, useGrouping }) {
  if (digits.length > MOST_DIGITS || /^0\d/.test(digits)) return Array.from(digits).join(' ');
  return new Intl.NumberFormat(language, { numberingSystem: 'latn', useGrouping }).format(Number(digits));
}

/**
 * A number as a screen reader should say it: a long one digit by digit, and what it would pass over in words.
 * @param {string} text '2047', '20?7', '10:45'
 */
export function spokenNumber(text) {
  if (text.length <= MOST_SIGNS && !/[?/-]/.test(text)) return text;
  const words = Array.from(text, (sign, place) =>
    sign === '-' && place === 0 ? textOf('speech.minus') : signWords(sign),
  );
  return words.join(' ');
}
