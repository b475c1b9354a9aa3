import { text as textOf } from '../../texts/texts.js';

/**
 * What a voice is given to say of a reading, with the texts of the page's language: `speaker.js` says it.
 *
 * @typedef {'digits' | 'number'} How 2047 as "2 0 4 7" or as "two thousand forty-seven"
 */

/** A number of more digits is not taken in as one by ear; each is then said by itself. */
const MOST_DIGITS = 15;

/** What parts digits; a minus stands before them. @type {Record<string, string>} */
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
    .map((line) => numbersOf(line).map((number) => spokenNumber(number, { how, language })))
    .filter((numbers) => numbers.length > 0)
    .map((numbers) => numbers.join(', '));
  return lines.length > 0 && isUnsure ? [textOf('speech.unsure'), ...lines] : lines;
}

/**
 * @param {string} number '2047', '12.50', '20?7', '-7', '3/4', '10:45'
 * @param {{ how: How, language: string }} options
 * @returns {string}
 */
function spokenNumber(number, { how, language }) {
  // As the ear knows it, 12.50 is twelve point five zero: what follows the only point is no number of its own.
  const isDecimal = /^-?\d+[.,]\d+$/.test(number);
  const pieces = number.match(/\d+|\D/g) ?? [];
  const isWhole = how === 'number' && (isDecimal || !/[.,?]/.test(number));
  // In a date 2026 is a year, as a voice takes it by itself.
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
