import { groupBy, median } from './math.js';

/** @typedef {import('./ink/rasterize.js').Box} Box */
/** @typedef {import('./reading.js').NumberReading} NumberReading */

/** A number is unclear below this; a digit by itself looks like another one or none where it is less likely than this. */
const UNCLEAR = 0.45;
const CONTRADICTED = 0.1;

/** So many words, and such a share of a column, make it one of words. */
const COLUMN_OF_WORDS = { least: 3, share: 0.6 };

/** Among so many digits, what is less high than such a share of the usual one is no number: grain, or fine print. */
const TINY = { among: 8, share: 0.5 };

/**
 * Tells which of what was read in a picture are no numbers: words, and what lies among words or is tiny.
 *
 * @param {NumberReading[]} groups
 * @param {(box: Box) => string | null} columnOf in which column of a table something is
 * @returns {boolean[]}
 */
export function wordsAmong(groups, columnOf) {
  const least = leastHeight(groups);
  const isTiny = (/** @type {NumberReading} */ { digits }) => digits.every(({ box }) => box.height < least);
  return inColumnsOfWords(groups, groups.map(readsAsWord), columnOf).map((isWord, at) => isWord || isTiny(groups[at]));
}

/** @param {NumberReading[]} groups @returns {number} of a number's highest digit; 0 among few */
function leastHeight(groups) {
  const heights = groups.flatMap(({ digits }) => digits.map(({ box }) => box.height));
  return heights.length < TINY.among ? 0 : TINY.share * median(heights);
}

/**
 * Tells whether half of what would be digits is none, or, in a number that is unclear as a whole, looks like another
 * one or none by itself: digits that run into each other do, too, but are read for sure together.
 *
 * @param {NumberReading} number
 */
function readsAsWord({ digits, confidence }) {
  const least = confidence < UNCLEAR ? CONTRADICTED : 0;
  const others = digits.filter(({ digit, probabilities }) => digit === null || probabilities[digit] < least);
  return others.length * 2 >= digits.length;
}

/**
 * A grade B among other letters is no 13.
 *
 * @param {NumberReading[]} groups
 * @param {boolean[]} isWord whether each reads as a word
 * @param {(box: Box) => string | null} columnOf
 * @returns {boolean[]} whether each is one
 */
function inColumnsOfWords(groups, isWord, columnOf) {
  const columns = groups.map(({ box }, at) => ({ column: columnOf(box), isWord: isWord[at] }));
  const ofWords = [...groupBy(columns, ({ column }) => column)].filter(([column, own]) => {
    const words = own.filter((one) => one.isWord).length;
    return column !== null && words >= COLUMN_OF_WORDS.least && words >= COLUMN_OF_WORDS.share * own.length;
  });
  const names = new Set(ofWords.map(([column]) => column));
  return columns.map((one) => one.isWord || names.has(one.column));
}
