import { countDigits } from './lengths.js';

/**
 * @typedef {{ kind: 'decimal', point: '.' | ',' | 'any', places: number | null, negative: boolean }} DecimalPattern
 *   `places`: so many digits after the point; null for any number of them, also none
 */

const POINTS = { '.': ['.'], ',': [','], any: ['.', ','] };
const MOST_PLACES = 6;

/** Digits before the point, and places where none are asked for, that the reader is told of; more are read freely. */
const USUAL_WHOLE = 7;
const USUAL_PLACES = [0, 1, 2, 3];

/** An amount, a measure. Thousands are not set apart. @type {import('../pattern.js').Kind<DecimalPattern>} */
export const decimal = {
  name: 'Decimal number',
  initial: { kind: 'decimal', point: 'any', places: 2, negative: false },
  isValid: ({ point, places, negative }) =>
    Object.hasOwn(POINTS, String(point)) &&
    (places === null || (Number.isInteger(places) && Number(places) >= 0 && Number(places) <= MOST_PLACES)) &&
    typeof negative === 'boolean',
  masksOf({ point, places, negative }) {
    const ends = (places === null ? USUAL_PLACES : [places]).flatMap((count) =>
      count === 0 ? [''] : POINTS[point].map((sign) => sign + '#'.repeat(count)),
    );
    const wholes = Array.from({ length: USUAL_WHOLE }, (_, index) => '#'.repeat(index + 1));
    const plain = wholes.flatMap((whole) => ends.map((end) => whole + end));
    return negative ? [...plain, ...plain.map((mask) => `-${mask}`)] : plain;
  },
  problemOf({ point, places, negative }, text) {
    const [, minus, , sign, after] = /^(-?)(\d+)(?:([.,])(\d+))?$/.exec(text) ?? [];
    if (minus === undefined) return 'This is not a decimal number';
    if (minus && !negative) return 'A minus sign does not belong here';
    if (sign && !POINTS[point].includes(sign)) {
      return point === '.' ? 'A point is expected, not a comma' : 'A comma is expected, not a point';
    }
    if (places === null || places === (after ?? '').length) return '';
    if (!sign) return `The decimal ${point === ',' ? 'comma' : 'point'} is missing`;
    const expected = `${places || 'none'} ${places === 1 ? 'is' : 'are'} expected`;
    return `${countDigits(after.length)} after the ${sign === ',' ? 'comma' : 'point'}, ${expected}`;
  },
};
