/** As many digits as a field can ask for. */
export const MOST_DIGITS = 40;

/**
 * @param {{ min: unknown, max: unknown }} range
 * @returns {boolean} whether it is a range of numbers of digits
 */
export function isRange({ min, max }) {
  return [min, max].every(isLength) && Number(min) <= Number(max);
}

/** @param {unknown} value */
const isLength = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_DIGITS;

/**
 * @param {{ min: number, max: number }} range
 * @returns {string[]} a mask for each length
 */
export function masksOfLengths({ min, max }) {
  return Array.from({ length: max - min + 1 }, (_, index) => '#'.repeat(min + index));
}

/**
 * @param {string} digits
 * @param {{ min: number, max: number }} range
 * @returns {string} words for a person where there are too few or too many
 */
export function problemOfLength(digits, { min, max }) {
  if (digits.length >= min && digits.length <= max) return '';
  const expected = min === max ? String(min) : `${min} to ${max}`;
  return `${countDigits(digits.length)}, ${expected} ${expected === '1' ? 'is' : 'are'} expected`;
}

/** @param {number} count */
export function countDigits(count) {
  return `${count} ${count === 1 ? 'digit' : 'digits'}`;
}
