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
    if (minus === undefined) return { code: 'form.problem.decimal' };
    if (minus && !negative) return { code: 'form.problem.minus' };
    if (sign && !POINTS[point].includes(sign)) {
      return { code: point === '.' ? 'form.problem.notComma' : 'form.problem.notPoint' };
    }
    if (places === null || places === (after ?? '').length) return null;
    if (!sign) return { code: point === ',' ? 'form.problem.noComma' : 'form.problem.noPoint' };
    return problemOfPlaces(sign === ',' ? 'comma' : 'point', after.length, places);
  },
};

/** @param {'comma' | 'point'} sign @param {number} count after it @param {number} expected */
function problemOfPlaces(sign, count, expected) {
  const some = expected === 1 ? '.one' : '';
  return { code: `form.problem.places.${sign}${expected === 0 ? '.none' : some}`, values: { count, expected } };
}
