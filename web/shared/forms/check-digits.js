import { isRange, masksOfLengths, problemOfLength } from './kinds.js';

/**
 * @import { Kind } from './kinds.js'
 * @typedef {(digits: string, prefix?: string) => boolean} Check says whether digits, the check digits among them, fit together
 * @typedef {'luhn' | 'mod97' | 'ean13' | 'isbn13' | 'isbn10'} CheckName
 * @typedef {{ kind: 'check', check: CheckName, min: number, max: number, prefix: string }} CheckPattern `min` and `max`
 *   matter where the check leaves the length open; `prefix` are letters printed before the field, for mod97
 */

/** @type {Record<CheckName, { fits: Check, length?: number }>} */
export const CHECKS = {
  luhn: { fits: luhn },
  mod97: { fits: mod97 },
  ean13: { fits: ean, length: 13 },
  isbn13: { fits: ean, length: 13 },
  isbn10: { fits: isbn10, length: 10 },
};

/** A number that proves itself by check digits. @type {Kind<CheckPattern>} */
export const check = {
  initial: { kind: 'check', check: 'luhn', min: 2, max: 19, prefix: '' },
  isValid: ({ check: name, min, max, prefix }) =>
    Object.hasOwn(CHECKS, String(name)) && isRange({ min, max }) && /^[A-Za-z]{0,2}$/.test(String(prefix)),
  masksOf(pattern) {
    const plain = masksOfLengths(lengthsOf(pattern));
    if (pattern.check === 'isbn10') return [...plain, ...hyphenated('')];
    return pattern.check === 'isbn13' ? [...plain, ...hyphenated('###-')] : plain;
  },
  problemOf(pattern, text) {
    const digits = text.replace(/[ -]/g, '');
    // X is not read, but typed.
    const isPlain = pattern.check === 'isbn10' ? /^\d+X?$/i.test(digits) : /^\d+$/.test(digits);
    if (!isPlain) return { code: 'form.problem.digits' };
    const problem = problemOfLength(digits, lengthsOf(pattern));
    if (problem) return problem;
    if (pattern.check === 'isbn13' && !/^97[89]/.test(digits)) return { code: 'form.problem.isbn13' };
    if (CHECKS[pattern.check].fits(digits, pattern.prefix)) return null;
    return { code: pattern.check === 'mod97' ? 'form.problem.checks' : 'form.problem.check' };
  },
};

/** @param {CheckPattern} pattern */
function lengthsOf({ check: name, min, max }) {
  const { length } = CHECKS[name];
  return length ? { min: length, max: length } : { min, max };
}

/**
 * Group, publisher, title and check digit: the first three have nine digits together, shared out by the ISBN agencies
 * (ISBN Users' Manual, sections 4.2 to 4.5).
 * @param {string} prefix
 */
function hyphenated(prefix) {
  const masks = [];
  for (let group = 1; group <= 5; group += 1) {
    for (let publisher = 2; publisher <= Math.min(7, 8 - group); publisher += 1) {
      const title = 9 - group - publisher;
      masks.push(prefix + [group, publisher, title, 1].map((count) => '#'.repeat(count)).join('-'));
    }
  }
  return masks;
}

/**
 * Cards, many customer and patient numbers. From the right, every second digit is doubled; the digits of it all add up
 * to a multiple of ten. ISO/IEC 7812-1, annex B; US patent 2,950,048 (H. P. Luhn, 1960).
 * @type {Check}
 */
export function luhn(digits) {
  const sum = fromTheRight(digits).reduce((total, digit, place) => {
    const value = place % 2 === 1 ? 2 * digit : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * The number as a whole leaves 1 when divided by 97. ISO/IEC 7064, MOD 97-10; so in LEI (ISO 17442). After printed
 * letters, as in IBAN (ISO 13616) and creditor references (RF, ISO 11649), the two check digits come first: letters and
 * check digits then move to the end, and a letter counts as a number, A = 10 to Z = 35.
 * @type {Check}
 */
export function mod97(digits, prefix = '') {
  const letters = Array.from(prefix.toUpperCase(), (letter) => parseInt(letter, 36)).join('');
  const number = prefix ? digits.slice(2) + letters + digits.slice(0, 2) : digits;
  // Digit by digit: the number itself is larger than what JavaScript counts exactly.
  return Array.from(number).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/**
 * Goods and, since 2007, books. From the right, digits count once and three times in turn; the sum is a multiple of ten.
 * GS1 General Specifications, section 7.9; ISO 2108 for ISBN-13.
 * @type {Check}
 */
export function ean(digits) {
  return fromTheRight(digits).reduce((sum, digit, place) => sum + digit * (place % 2 === 1 ? 3 : 1), 0) % 10 === 0;
}

/**
 * Books until 2006. From the right, digits count once, twice, three times and so on; the sum is a multiple of eleven. ISO
 * 2108:1992. A check digit of ten is written X.
 * @type {Check}
 */
export function isbn10(digits) {
  return (
    fromTheRight(digits, (digit) => (digit.toUpperCase() === 'X' ? 10 : Number(digit))).reduce(
      (sum, digit, place) => sum + digit * (place + 1),
      0,
    ) %
      11 ===
    0
  );
}

/** @param {string} digits @param {(digit: string) => number} [value] */
const fromTheRight = (digits, value = Number) => Array.from(digits, (digit) => value(digit)).reverse();
