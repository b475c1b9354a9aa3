import { afterEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../../../web/texts/texts.js';
import { spokenLines, spokenNumber } from '../../../web/shared/reading/spoken-lines.js';

/** @param {string} text */
const digits = (text) => spokenLines(text, { how: 'digits', language: 'en' });
/** @param {string} text @param {string} [language] */
const numbers = (text, language = 'en') => spokenLines(text, { how: 'number', language });

describe('digit by digit', () => {
  it.each([
    ['2047', '2 0 4 7'],
    ['007', '0 0 7'],
    ['12.50', '1 2 point 5 0'],
    ['12,50', '1 2 comma 5 0'],
    ['-7', 'minus 7'],
    ['3/4', '3 slash 4'],
    ['10:45', '1 0 colon 4 5'],
    ['20-11', '2 0 dash 1 1'],
    ['20?7', '2 0 not a digit 7'],
    ['12+3=15', '1 2 plus 3 equals 1 5'],
    ['(7)', 'open bracket 7 close bracket'],
    ['8÷2×4', '8 divided by 2 times 4'],
    ['8-3=5', '8 minus 3 equals 5'],
    ['(555)123-4567', 'open bracket 5 5 5 close bracket 1 2 3 dash 4 5 6 7'],
    ['+49-30', 'plus 4 9 dash 3 0'],
    ['50%', '5 0 percent'],
    ['$12.50', '1 2 point 5 0 dollars'],
    ['$1', '1 dollar'],
    ['-$7', 'minus 7 dollars'],
    ['20$', '2 0 dollars'],
    ['$', 'dollar'],
    ['5$12', '5 dollars 1 2'],
  ])('%s is "%s"', (text, spoken) => {
    expect(digits(text)).toEqual([spoken]);
  });
});

describe('as a number', () => {
  it.each([
    ['7', '7'],
    ['2047', '2,047'],
    ['12.50', '12 point 5 0'],
    ['-1234,5', 'minus 1,234 comma 5'],
    ['3/4', '3 slash 4'],
    ['10:45', '10 colon 45'],
    ['2026-11-21', '2026 dash 11 dash 21'],
    ['$2047', '2,047 dollars'],
    ['12.50%', '12 point 5 0 percent'],
    ['$1.50+2=3.50', '1 point 5 0 dollars plus 2 equals 3 point 5 0'],
    ['2×(-7)', '2 times open bracket minus 7 close bracket'],
    ['12+?=15', '12 plus not a digit equals 15'],
  ])('%s is "%s"', (text, spoken) => {
    expect(numbers(text)).toEqual([spoken]);
  });

  it.each([
    ['007', '0 0 7', 'zeros that a number has not'],
    ['20?7', '2 0 not a digit 7', 'what is not known whole'],
    ['1.234.567', '1 point 2 3 4 point 5 6 7', 'points of which nobody knows what they mean'],
    ['1234567890123456', '1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6', 'what no ear takes in'],
  ])('%s is still "%s": %s', (text, spoken) => {
    expect(numbers(text)).toEqual([spoken]);
  });

  it('is grouped as its language writes it, in figures that every voice knows', () => {
    expect(numbers('12047', 'es')).toEqual(['12.047']);
    expect(numbers('1234567', 'hi')).toEqual(['12,34,567']);
    expect(numbers('12047', 'ar-EG')).toEqual(['12,047']);
  });
});

it('numbers on a line follow each other, lines are said one by one', () => {
  expect(digits('12 3.5\n-7')).toEqual(['1 2, 3 point 5', 'minus 7']);
});

it('what is not sure is not said as if it were', () => {
  expect(spokenLines('71', { how: 'digits', language: 'en', isUnsure: true })).toEqual(['Not sure', '7 1']);
});

describe('a screen reader', () => {
  it.each([
    ['12.5', '12.5'],
    ['.', 'point'],
    ['%', 'percent'],
    ['(', 'open bracket'],
    ['3+4', '3 plus 4'],
    ['$5', '5 dollars'],
    ['20475', '2 0 4 7 5'],
  ])('says %s as "%s", and passes over no sign', (text, spoken) => {
    expect(spokenNumber(text)).toBe(spoken);
  });
});

describe('in other languages', () => {
  afterEach(() => useLanguage('en'));

  it.each([
    ['es', '1 2 por 3 igual a 3 6', '5 0 por ciento', '5 dólares'],
    ['hi', '1 2 गुणा 3 बराबर 3 6', '5 0 प्रतिशत', '5 डॉलर'],
    ['ta', '1 2 பெருக்கல் 3 சமம் 3 6', '5 0 சதவீதம்', '5 டாலர்'],
    ['ar', '1 2 ضرب 3 يساوي 3 6', '5 0 بالمئة', '5 دولارات'],
  ])('every sign has a name: %s', async (language, product, share, amount) => {
    await useLanguage(language);
    expect(['12×3=36', '50%', '$5'].flatMap(digits)).toEqual([product, share, amount]);
  });
});

it('nothing is said of nothing', () => {
  expect(digits('')).toEqual([]);
  expect(spokenLines('', { how: 'digits', language: 'en', isUnsure: true })).toEqual([]);
});
