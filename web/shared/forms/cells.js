import { around } from '../../reader/boxes.js';
import { masksOfLengths } from './kinds.js';
import { masksOf } from './pattern.js';

/**
 * Forms often print a cell for each digit. The reader finds the cells of a row and reads it in one piece, better than where
 * each is cut out and read by itself: what is left of a frame then passes for a 1, and takes digits with it.
 *
 * @import { Area } from '../frame/area.js'
 * @import { NumberReading, Pattern } from './pattern.js'
 * @typedef {NumberReading & { box: Area }} CellNumber
 * @typedef {{ text: string, numbers: ReadonlyArray<CellNumber> }} Reading
 */

export const MOST_CELLS = 40;

const MOST_ALTERNATIVES = 5;

/**
 * @param {Pattern} pattern
 * @param {number} count of cells
 * @returns {string[]} what the reader is told to expect in them: nothing but digits
 */
export function masksOfCells(pattern, count) {
  const digitsAlone = masksOf(pattern)?.filter((mask) => /^#+$/.test(mask)) ?? [];
  return digitsAlone.length > 0 ? digitsAlone : masksOfLengths({ min: 1, max: count });
}

/**
 * The one number that a row of cells holds, also where cells without ink part it.
 *
 * @param {Reading} reading of the row
 * @returns {Reading} with one number, or none
 */
export function joinCells(reading) {
  const { numbers } = reading;
  if (numbers.length < 2) return reading;
  const textWith = (/** @type {number} */ place, /** @type {string} */ other) =>
    numbers.map(({ text }, index) => (index === place ? other : text)).join('');
  const confidence = numbers.reduce((share, number) => share * number.confidence, 1);
  const alternatives = numbers.flatMap((number, place) =>
    number.alternatives.map((other) => ({
      text: textWith(place, other.text),
      confidence: (confidence * other.confidence) / number.confidence,
    })),
  );
  alternatives.sort((a, b) => b.confidence - a.confidence);
  const text = textWith(-1, '');
  const box = around(numbers.map((number) => number.box));
  return { text, numbers: [{ text, confidence, box, alternatives: alternatives.slice(0, MOST_ALTERNATIVES) }] };
}
