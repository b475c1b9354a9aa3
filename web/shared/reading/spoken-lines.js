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

/** The names of the signs of a number; a minus has two. @type {Record<string, string>} */
const SIGNS = {
  '.': 'speech.point',
  ',': 'speech.comma',
  '-': 'speech.dash',
  '/': 'speech.slash',
  ':': 'speech.colon',
  '+': 'speech.plus',
  '=': 'speech.equals',
  '(': 'speech.open',
  ')': 'speech.close',
  '×': 'speech.times',
  '÷': 'speech.divided',
  '%': 'speech.percent',
  $: 'speech.dollar',
  '?': 'speech.unknown',
};

/** These stand between the terms of a number, each of which is said as a number of its own. */
const BETWEEN_TERMS = /([+=()×÷%$])/;

/** A dash of these is a minus: 8-3=5, but not 679-1238 nor (555)123-4567. */
const CALCULATION = /[=×÷]|.\+/;

/** A sign of money before its amount, which it follows when it is said. */
const AMOUNT = /(?<![\d.,])\$(-?\d+(?:[.,]\d+)*)/g;

/**
 * @param {string} sign of a number
 * @param {number} [count] so many of what it names, where that is counted
 * @returns {string} its name; a digit says itself
 */
export const signWords = (sign, count = 1) => (SIGNS[sign] ? textOf(SIGNS[sign], { count }) : sign);

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
 * @param {string} number '2047', '12.50', '20?7', '-7', '3/4', '10:45', '$5', '8-3=5'
 * @param {{ how: How, language: string }} options
 * @returns {string}
 */
function voicedNumber(number, { how, language }) {
  const terms = number.replaceAll(AMOUNT, '$1$$').split(BETWEEN_TERMS);
  const isCalculation = CALCULATION.test(number);
  return terms
    .map((term, place) => {
      if (BETWEEN_TERMS.test(term)) return signWords(term, Number(terms[place - 1].replace(',', '.') || 1));
      return voicedTerm(term, { how, language, isCalculation });
    })
    .filter(Boolean)
    .join(' ');
}

/**
 * @param {string} term '2047', '12.50', '20?7', '-7', '3/4', '10:45'
 * @param {{ how: How, language: string, isCalculation: boolean }} options
 * @returns {string}
 */
function voicedTerm(term, { how, language, isCalculation }) {
  // The ear knows 12.50 as twelve point five zero: the digits after the only point are no number of their own.
  const isDecimal = /^-?\d+[.,]\d+$/.test(term);
  const pieces = term.match(/\d+|\D/g) ?? [];
  const isWhole = how === 'number' && (isDecimal || !/[.,?]/.test(term));
  // A voice takes 2026 for a year by itself, which it is in a date.
  const useGrouping = isDecimal || /^-?\d+$/.test(term);
  return pieces
    .map((piece, place) => {
      if (piece === '-' && (place === 0 || isCalculation)) return textOf('speech.minus');
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
 * @param {string} text '2047', '20?7', '10:45', '$5'
 */
export function spokenNumber(text) {
  const isSaidAsItIs = text.length <= MOST_SIGNS && /^\d[\d.,:]*$/.test(text);
  return isSaidAsItIs ? text : voicedNumber(text, { how: 'digits', language: '' });
}
