import { isRange, masksOfLengths, problemOfLength } from './lengths.js';

/**
 * @typedef {{ kind: 'digits', min: number, max: number }} DigitsPattern `min` to `max` digits, both included
 */

/** Digits and nothing else: a postal code, a membership number. @type {import('../pattern.js').Kind<DigitsPattern>} */
export const digits = {
  initial: { kind: 'digits', min: 1, max: 12 },
  isValid: isRange,
  masksOf: masksOfLengths,
  problemOf(pattern, text) {
    const plain = text.replaceAll(' ', '');
    return /^\d*$/.test(plain) ? problemOfLength(plain, pattern) : { code: 'form.problem.digits' };
  },
};
