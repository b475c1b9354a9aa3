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
 * @returns {import('../../../texts/problems.js').Reason | null} where there are too few or too many
 */
export function problemOfLength(digits, { min, max }) {
  const count = digits.length;
  if (count >= min && count <= max) return null;
  if (min !== max) return { code: 'form.problem.length.range', values: { count, min, max } };
  return { code: min === 1 ? 'form.problem.length.one' : 'form.problem.length', values: { count, expected: min } };
}
