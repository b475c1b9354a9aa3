/**
 * The kinds of patterns that follow from the written signs alone. Dates and check digits, which need arithmetic, have files
 * of their own.
 *
 * @import { Reason } from '../../texts/problems.js'
 * @typedef {{ kind: 'any' }} AnyPattern
 * @typedef {{ least?: number | null, most?: number | null }} Values that a number may have, both included; any where nothing is said
 * @typedef {{ kind: 'digits', min: number, max: number } & Values} DigitsPattern `min` to `max` digits, both included
 * @typedef {{ kind: 'decimal', point: '.' | ',' | 'any', places: number | null, negative: boolean } & Values} DecimalPattern
 *   `places`: so many digits after the point; null for any number of them, also none
 * @typedef {{ kind: 'time', seconds: boolean }} TimePattern
 * @typedef {{ kind: 'mask', masks: string }} MaskPattern one or more masks with spaces between them
 */

/**
 * @template {{ kind: string }} One
 * @typedef {{
 *   initial: One,
 *   isValid: (pattern: { [Parameter in keyof One]: unknown }) => boolean,
 *   masksOf: (pattern: One) => string[] | undefined,
 *   problemOf: (pattern: One, text: string) => Reason | null,
 * }} Kind `problemOf` is given texts that are neither empty nor hold unread signs
 */

/** As many digits as a field can ask for. */
export const MOST_DIGITS = 40;

const POINTS = { '.': ['.'], ',': [','], any: ['.', ','] };
export const MOST_PLACES = 6;

/** Digits before the point, and places where none are asked for, that the reader is told of; more are read freely. */
const USUAL_WHOLE = 7;
const USUAL_PLACES = [0, 1, 2, 3];

/** A digit of any value, a certain digit, or a sign that is read between digits. */
const MASK = /^(?=.*#)[#\d.,:/-]{1,40}$/;
const MOST_MASKS = 20;

/** Numbers of any kind, also several of them. @type {Kind<AnyPattern>} */
export const any = {
  initial: { kind: 'any' },
  isValid: () => true,
  masksOf: () => undefined,
  problemOf: () => null,
};

/** Digits and nothing else: a postal code, a membership number. @type {Kind<DigitsPattern>} */
export const digits = {
  initial: { kind: 'digits', min: 1, max: 12 },
  isValid: (pattern) => isRange(pattern) && areValues(pattern),
  masksOf: masksOfLengths,
  problemOf(pattern, text) {
    const plain = text.replaceAll(' ', '');
    if (!/^\d*$/.test(plain)) return { code: 'form.problem.digits' };
    return problemOfLength(plain, pattern) ?? problemOfValue(plain, pattern);
  },
};

/**
 * @param {{ min: unknown, max: unknown }} range
 * @returns {boolean} whether it is a range of numbers of digits
 */
export function isRange({ min, max }) {
  return [min, max].every(isLength) && Number(min) <= Number(max);
}

/** @param {unknown} value */
function isLength(value) {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_DIGITS;
}

/**
 * @param {{ min: number, max: number }} range
 * @returns {string[]} a mask for each length
 */
export function masksOfLengths({ min, max }) {
  return Array.from({ length: max - min + 1 }, (_, index) => '#'.repeat(min + index));
}

/**
 * @param {string} written digits
 * @param {{ min: number, max: number }} range
 * @returns {Reason | null} where there are too few or too many
 */
export function problemOfLength(written, { min, max }) {
  const count = written.length;
  if (count >= min && count <= max) return null;
  if (min !== max) return { code: 'form.problem.length.range', values: { count, min, max } };
  return { code: min === 1 ? 'form.problem.length.one' : 'form.problem.length', values: { count, expected: min } };
}

/** @param {{ least?: unknown, most?: unknown }} values @returns {boolean} whether a number can have them */
function areValues({ least = null, most = null }) {
  const areNumbers = [least, most].every((value) => value === null || Number.isFinite(value));
  return areNumbers && (least === null || most === null || Number(least) <= Number(most));
}

/** @param {string} written a number @param {Values} values that it may have @returns {Reason | null} */
function problemOfValue(written, { least = null, most = null }) {
  const value = Number(written.replace(',', '.'));
  if (least !== null && value < least) return { code: 'form.problem.least', values: { least } };
  return most !== null && value > most ? { code: 'form.problem.most', values: { most } } : null;
}

/** An amount, a measure. Thousands are not set apart. @type {Kind<DecimalPattern>} */
export const decimal = {
  initial: { kind: 'decimal', point: 'any', places: 2, negative: false },
  isValid: ({ point, places, negative, ...values }) =>
    areValues(values) &&
    Object.hasOwn(POINTS, String(point)) &&
    (places === null || (Number.isInteger(places) && Number(places) >= 0 && Number(places) <= MOST_PLACES)) &&
    typeof negative === 'boolean',
  masksOf({ point, places, negative }) {
    const ends = (places === null ? USUAL_PLACES : [places]).flatMap((count) =>
      count === 0 ? [''] : POINTS[point].map((sign) => sign + '#'.repeat(count)),
    );
    const wholes = Array.from({ length: USUAL_WHOLE }, (_, index) => '#'.repeat(index + 1));
    const plain = wholes.flatMap((whole) => ends.map((end) => whole + end));
    return negative ? [...plain, ...plain.map((each) => `-${each}`)] : plain;
  },
  problemOf({ point, places, negative, ...values }, text) {
    const [, minus, , sign, after] = /^(-?)(\d+)(?:([.,])(\d+))?$/.exec(text) ?? [];
    if (minus === undefined) return { code: 'form.problem.decimal' };
    if (minus && !negative) return { code: 'form.problem.minus' };
    if (sign && !POINTS[point].includes(sign)) {
      return { code: point === '.' ? 'form.problem.notComma' : 'form.problem.notPoint' };
    }
    if (places === null || places === (after ?? '').length) return problemOfValue(text, values);
    if (!sign) return { code: point === ',' ? 'form.problem.noComma' : 'form.problem.noPoint' };
    return problemOfPlaces(sign === ',' ? 'comma' : 'point', after.length, places);
  },
};

/** @param {'comma' | 'point'} sign @param {number} count after it @param {number} expected */
function problemOfPlaces(sign, count, expected) {
  const some = expected === 1 ? '.one' : '';
  return { code: `form.problem.places.${sign}${expected === 0 ? '.none' : some}`, values: { count, expected } };
}

/** A time of the day, from 0:00 to 23:59. @type {Kind<TimePattern>} */
export const time = {
  initial: { kind: 'time', seconds: false },
  isValid: ({ seconds }) => typeof seconds === 'boolean',
  masksOf({ seconds }) {
    const separated = [':', '.'].flatMap((sign) =>
      ['##', '#'].map((hours) => [hours, '##', ...(seconds ? ['##'] : [])].join(sign)),
    );
    return [...separated, seconds ? '######' : '####'];
  },
  problemOf({ seconds: hasSeconds }, text) {
    const separated = hasSeconds ? /^(\d{1,2})[:.](\d\d)[:.](\d\d)$/ : /^(\d{1,2})[:.](\d\d)()$/;
    const together = hasSeconds ? /^(\d\d)(\d\d)(\d\d)$/ : /^(\d\d)(\d\d)()$/;
    const parts = separated.exec(text) ?? together.exec(text);
    if (!parts) return { code: hasSeconds ? 'form.problem.time.seconds' : 'form.problem.time' };
    const [hour, minute, second] = parts.slice(1).map((part) => String(Number(part)));
    if (Number(hour) > 23) return problemOfTime('hour', hour);
    if (Number(minute) > 59) return problemOfTime('minute', minute);
    return Number(second) > 59 ? problemOfTime('second', second) : null;
  },
};

/** @param {'hour' | 'minute' | 'second'} part @param {string} value that it cannot have */
function problemOfTime(part, value) {
  return { code: `form.problem.${part}`, values: { [part]: value } };
}

/** Digits and signs in places that a person says: ##-###. @type {Kind<MaskPattern>} */
export const mask = {
  initial: { kind: 'mask', masks: '##-###' },
  isValid({ masks }) {
    const list = typeof masks === 'string' ? splitMasks(masks) : [];
    return list.length > 0 && list.length <= MOST_MASKS && list.every((each) => MASK.test(each));
  },
  masksOf: ({ masks }) => splitMasks(masks),
  problemOf({ masks }, text) {
    const list = splitMasks(masks);
    return list.some((each) => fits(text, each)) ? null : { code: 'form.problem.mask', values: { masks: list } };
  },
};

/** @param {string} masks */
function splitMasks(masks) {
  return masks.split(/\s+/).filter(Boolean);
}

/** @param {string} text @param {string} wanted a mask */
function fits(text, wanted) {
  return (
    text.length === wanted.length &&
    Array.from(wanted).every((sign, place) => (sign === '#' ? /\d/.test(text[place]) : sign === text[place]))
  );
}
