import { describe, expect, it } from 'vitest';
import { ean, isbn10, luhn, mod97 } from '../../../web/shared/forms/check-digits.js';

/** @param {string} digits @param {number} place */
const withOtherDigit = (digits, place) =>
  digits.slice(0, place) + ((Number(digits[place]) + 1) % 10) + digits.slice(place + 1);

/** Every number that differs from this one in a single digit by one. @param {string} digits */
const misread = (digits) => Array.from(digits, (_, place) => withOtherDigit(digits, place));

// Published examples, and test numbers that card companies hand out.
const LUHN = ['79927398713', '17893729974', '4111111111111111', '378282246310005', '5555555555554444'];
const EAN = ['4006381333931', '5901234123457', '9780306406157', '9783161484100', '96385074'];
const ISBN_10 = ['0306406152', '0201896834', '0198526636'];
/** @type {[string, string][]} digits, and the letters printed before them: IBAN registry, ISO 11649 */
const AFTER_LETTERS = [
  ['89370400440532013000', 'DE'],
  ['68539007547034', 'BE'],
  ['18539007547034', 'RF'],
  ['9300762011623852957', 'CH'],
];

describe('check digits', () => {
  it.each([
    ['Luhn', luhn, LUHN],
    ['EAN and ISBN-13', ean, EAN],
    ['ISBN-10', isbn10, ISBN_10],
    ['MOD 97-10', mod97, ['79444', '370400440532013000131489']],
  ])('%s fits published numbers, and no number with one digit misread', (_name, fits, numbers) => {
    for (const number of numbers) {
      expect(fits(number), number).toBe(true);
      for (const wrong of misread(number)) expect(fits(wrong), wrong).toBe(false);
    }
  });

  it.each(AFTER_LETTERS)('MOD 97-10 fits %s behind the letters %s, and no digit misread', (digits, letters) => {
    expect(mod97(digits, letters)).toBe(true);
    expect(mod97(digits, letters.toLowerCase())).toBe(true);
    for (const wrong of misread(digits)) expect(mod97(wrong, letters), wrong).toBe(false);
    expect(mod97(digits, 'FR')).toBe(false);
  });

  it('notices two neighbors that changed places where the method can', () => {
    expect(luhn('79927398731')).toBe(false);
    expect(isbn10('0306406125')).toBe(false);
    expect(mod97('89370400440532010300', 'DE')).toBe(false);
  });
});
