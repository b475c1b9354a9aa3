/**
 * Tells whether a value that was kept, or comes out of a file, is what it should be: another version of the page may have
 * written it, or a disk may have spoiled it.
 *
 * @typedef {(value: any) => boolean} Is
 */

/** No coordinate is farther from 0, as training has it, so that points can be told apart. */
const FARTHEST = 1e9;

/** @type {Is} */
export const isText = (value) => typeof value === 'string';

/** @type {Is} */
export const isFlag = (value) => typeof value === 'boolean';

/** @type {Is} */
export const isNumber = (value) => Number.isFinite(value);

/** @type {Is} of a list, or of what is counted from 0 */
export const isPlace = (value) => Number.isInteger(value) && value >= 0;

/** @type {Is} 0 to 1; sums of shares are not exact */
export const isShare = (value) => typeof value === 'number' && value >= 0 && value <= 1 + 1e-6;

/** @type {Is} milliseconds since 1970, of a day that a calendar has */
export const isTime = (value) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime());

/** @type {Is} */
export const isCoordinate = (value) => typeof value === 'number' && Math.abs(value) <= FARTHEST;

/** @param {...unknown} all @returns {Is} */
export const isOneOf =
  (...all) =>
  (value) =>
    all.includes(value);

/** @param {Is} is @returns {Is} */
export const orNull = (is) => (value) => value === null || is(value);

/** @param {Is} is @returns {Is} also of what may be missing */
export const orNothing = (is) => (value) => value === undefined || value === null || is(value);

/** @param {Is} is what each is @returns {Is} */
export const listOf = (is) => (value) => Array.isArray(value) && Array.from(value).every((each) => is(each));

/** @param {Record<string, Is>} parts @returns {Is} an object that has them; it may have more */
export const having = (parts) => (value) =>
  typeof value === 'object' && value !== null && Object.entries(parts).every(([name, is]) => is(value[name]));

/** @param {Is} one @param {Is} other @returns {Is} */
export const both = (one, other) => (value) => one(value) && other(value);

export const isPoint = having({ x: isCoordinate, y: isCoordinate });

export const isInk = listOf(both(listOf(isPoint), ({ length }) => length > 0));

export const isSize = having({ width: isCoordinate, height: isCoordinate });

export const isBox = both(isPoint, isSize);
