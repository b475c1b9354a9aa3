import { ean, isbn10, luhn, mod97 } from '../check-digit.js';
import { isRange, masksOfLengths, problemOfLength } from './lengths.js';

/**
 * @typedef {'luhn' | 'mod97' | 'ean13' | 'isbn13' | 'isbn10'} CheckName
 * @typedef {{ kind: 'check', check: CheckName, min: number, max: number, prefix: string }} CheckPattern `min` and `max`
 *   matter where the check leaves the length open; `prefix` are letters printed before the field, for mod97
 */

/** @type {Record<CheckName, { fits: import('../check-digit.js').Check, length?: number }>} */
export const CHECKS = {
  luhn: { fits: luhn },
  mod97: { fits: mod97 },
  ean13: { fits: ean, length: 13 },
  isbn13: { fits: ean, length: 13 },
  isbn10: { fits: isbn10, length: 10 },
};

/** A number that proves itself by check digits. @type {import('../pattern.js').Kind<CheckPattern>} */
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
