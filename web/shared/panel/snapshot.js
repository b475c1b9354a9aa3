/**
 * @import { Reading } from '../../reader/reading.js'
 * @import { Part, Shown } from '../reading/shown-reading.js'
 * @import { Ink } from '../strokes.js'
 * @typedef {{ number: number, digit: number }} DigitPlace indexes into `reading.numbers[number].digits`
 * @typedef {{
 *   reading: Reading | null,
 *   corrected: Shown | null,
 *   ink: Ink | null,
 *   picture: { url: string, width: number, height: number } | null,
 *   page: { width: number, height: number },
 *   selected: DigitPlace | null,
 * }} Snapshot ink is null while a picture is open; page: the size of the pad or the picture, in the boxes' units
 */

/** @param {Shown['numbers'][number]} number @returns {Part[]} one for each of the reading's digits */
const digitsOf = ({ parts }) => parts.filter(({ image }) => image !== null);

/** @param {Shown | null} shown @param {Part | null} selected @returns {DigitPlace | null} */
export function placeOf(shown, selected) {
  const numbers = shown?.numbers ?? [];
  const number = numbers.findIndex((each) => selected && digitsOf(each).includes(selected));
  return number < 0 || !selected ? null : { number, digit: digitsOf(numbers[number]).indexOf(selected) };
}

/** @param {Shown | null} shown @param {DigitPlace} place @returns {Part | null} the digit that is there */
export function partAt(shown, { number, digit }) {
  const found = shown?.numbers[number];
  return (found && digitsOf(found)[digit]) ?? null;
}
