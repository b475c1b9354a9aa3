import { describe, expect, it } from 'vitest';
import { spokenLines } from '../../../web/shared/reading/spoken-lines.js';

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

it('nothing is said of nothing', () => {
  expect(digits('')).toEqual([]);
  expect(spokenLines('', { how: 'digits', language: 'en', isUnsure: true })).toEqual([]);
});
