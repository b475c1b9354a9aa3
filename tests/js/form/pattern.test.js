import { describe, expect, it } from 'vitest';
import { KINDS, choose, isPattern, masksOf, problemOf } from '../../../web/shared/forms/pattern.js';
import { wordsOf } from '../../../web/texts/problems.js';

/** @import { Pattern } from '../../../web/shared/forms/pattern.js' */

/** @param {number} min @param {number} [max] @returns {Pattern} */
const digits = (min, max = min) => ({ kind: 'digits', min, max });
/** @param {'dmy' | 'mdy' | 'ymd'} order @param {2 | 4 | 'any'} [year] @returns {Pattern} */
const date = (order, year = 4) => ({ kind: 'date', order, year });
/** @param {'.' | ',' | 'any'} point @param {number | null} places @returns {Pattern} */
const decimal = (point, places, negative = false) => ({ kind: 'decimal', point, places, negative });
/** @param {import('../../../web/shared/forms/check-digits.js').CheckName} name @param {object} [more] @returns {Pattern} */
const check = (name, more = {}) => ({ kind: 'check', check: name, min: 2, max: 30, prefix: '', ...more });
/** @param {string} masks @returns {Pattern} */
const mask = (masks) => ({ kind: 'mask', masks });
/** @param {boolean} seconds @returns {Pattern} */
const time = (seconds) => ({ kind: 'time', seconds });

describe('what breaks a pattern', () => {
  it.each(
    /** @type {[string, Pattern, string, string][]} */ ([
      ['digits', digits(5), '80331', ''],
      ['digits', digits(5), '80 331', ''],
      ['digits', digits(5), '8033', '4 digits, 5 are expected'],
      ['digits', digits(2, 3), '8', '1 digit, 2 to 3 are expected'],
      ['digits', digits(1), '80', '2 digits, 1 is expected'],
      ['digits', digits(5), '80.331', 'Only digits are expected'],
      ['digits', digits(5), '8?331', 'One sign could not be read'],
      ['digits', digits(5), '??331', '2 signs could not be read'],
      ['marks', { ...digits(1, 3), least: 1, most: 20 }, '20', ''],
      ['marks', { ...digits(1, 3), least: 1, most: 20 }, '021', 'At most 20 is expected'],
      ['marks', { ...digits(1, 3), least: 1, most: null }, '0', 'At least 1 is expected'],
      ['a temperature', { ...decimal(',', 1, true), least: -5.5, most: 40 }, '-5,5', ''],
      ['a temperature', { ...decimal(',', 1, true), least: -5.5, most: 40 }, '-5,6', 'At least -5.5 is expected'],
      ['a temperature', { ...decimal(',', 1, true), least: -5.5, most: 40 }, '40,1', 'At most 40 is expected'],
      ['an empty field', digits(5), '', ''],
      ['decimal', decimal('any', 2), '12.50', ''],
      ['decimal', decimal('any', 2), '12,50', ''],
      ['decimal', decimal(',', 2), '12.50', 'A comma is expected, not a point'],
      ['decimal', decimal('.', 2), '12,50', 'A point is expected, not a comma'],
      ['decimal', decimal('.', 2), '12.5', '1 digit after the point, 2 are expected'],
      ['decimal', decimal('.', 0), '12.5', '1 digit after the point, none are expected'],
      ['decimal', decimal('.', 2), '1250', 'The decimal point is missing'],
      ['decimal', decimal(',', 2), '1250', 'The decimal comma is missing'],
      ['decimal', decimal('.', null), '1250', ''],
      ['decimal', decimal('.', null), '1.2505', ''],
      ['decimal', decimal('.', 1), '-7.5', 'A minus sign does not belong here'],
      ['decimal', decimal('.', 1, true), '-7.5', ''],
      ['decimal', decimal('.', 1), '7.5.1', 'This is not a decimal number'],
      ['time', time(false), '23:59', ''],
      ['time', time(false), '7.05', ''],
      ['time', time(false), '0705', ''],
      ['time', time(false), '24:00', 'There is no hour 24'],
      ['time', time(false), '10:60', 'There is no minute 60'],
      ['time', time(true), '10:59:60', 'There is no second 60'],
      ['time', time(true), '10:59', 'This is not a time: hours, minutes, seconds are expected'],
      ['mask', mask('##-###'), '12-345', ''],
      ['mask', mask('##-###'), '12345', 'This does not look like ##-###'],
      ['mask', mask('##-### #####'), '12345', ''],
      ['mask', mask('20##'), '2047', ''],
      ['mask', mask('20##'), '1947', 'This does not look like 20##'],
      ['any numbers', { kind: 'any' }, '12 34-5', ''],
    ]),
  )('%s %o: %s', (_kind, pattern, text, problem) => {
    expect(wordsOf(problemOf(pattern, text))).toBe(problem);
  });

  it.each(
    /** @type {[Pattern, string, string][]} */ ([
      [date('dmy'), '31/12/2024', ''],
      [date('dmy'), '1.2.2024', ''],
      [date('dmy'), '31122024', ''],
      [date('mdy'), '12/31/2024', ''],
      [date('mdy'), '31/12/2024', 'There is no month 31'],
      [date('ymd'), '2024-02-29', ''],
      [date('ymd'), '2023-02-29', 'There is no 29 February 2023'],
      [date('dmy'), '29.02.1900', 'There is no 29 February 1900'],
      [date('dmy'), '29.02.2000', ''],
      [date('dmy'), '31/02/2024', 'There is no 31 February'],
      [date('dmy'), '31/04/2024', 'There is no 31 April'],
      [date('dmy'), '0/04/2024', 'There is no day 0'],
      [date('dmy'), '32/04/2024', 'There is no day 32'],
      [date('dmy', 2), '29/02/24', ''],
      [date('dmy', 2), '29/02/23', 'There is no 29 February 23'],
      [date('dmy', 2), '29/02/2024', 'This is not a date: day, month, year of 2 digits are expected'],
      [date('dmy'), '29/02/24', 'This is not a date: day, month, year of 4 digits are expected'],
      [date('dmy', 'any'), '29/02/24', ''],
      [date('dmy', 'any'), '290224', ''],
      [date('ymd', 'any'), '24', 'This is not a date: year, month, day are expected'],
    ]),
  )('a date %o: %s', (pattern, text, problem) => {
    expect(wordsOf(problemOf(pattern, text))).toBe(problem);
  });

  it.each(
    /** @type {[Pattern, string, string][]} */ ([
      [check('luhn'), '79927398713', ''],
      [check('luhn'), '79927398710', 'The check digit does not fit'],
      [check('luhn', { min: 16, max: 16 }), '79927398713', '11 digits, 16 are expected'],
      [check('mod97'), '79444', ''],
      [check('mod97'), '79445', 'The check digits do not fit'],
      [check('mod97', { prefix: 'DE' }), '89 3704 0044 0532 0130 00', ''],
      [check('ean13'), '4006381333931', ''],
      [check('ean13'), '96385074', '8 digits, 13 are expected'],
      [check('isbn13'), '978-0-306-40615-7', ''],
      [check('isbn13'), '4006381333931', 'An ISBN-13 begins with 978 or 979'],
      [check('isbn10'), '0-306-40615-2', ''],
      [check('isbn10'), '0306406153', 'The check digit does not fit'],
      [check('isbn10'), '0-8044-2957-X', ''],
      [check('isbn10'), '0-8044-2958-X', 'The check digit does not fit'],
      [check('luhn'), '7992739871X', 'Only digits are expected'],
      [check('isbn10'), '030640615/', 'Only digits are expected'],
    ]),
  )('check digits %o: %s', (pattern, text, problem) => {
    expect(wordsOf(problemOf(pattern, text))).toBe(problem);
  });
});

describe('what the reader is told to expect', () => {
  it('is a mask for each length', () => {
    expect(masksOf(digits(5))).toEqual(['#####']);
    expect(masksOf(digits(2, 4))).toEqual(['##', '###', '####']);
    expect(masksOf(check('ean13'))).toEqual(['#############']);
  });

  it('is nothing for any numbers', () => {
    expect(masksOf({ kind: 'any' })).toBeUndefined();
  });

  it('is what a person said', () => {
    expect(masksOf(mask(' ##-###  20## '))).toEqual(['##-###', '20##']);
  });

  it('is a date in the order and with every separator, short and long, and without', () => {
    const masks = masksOf(date('ymd'));
    expect(masks).toEqual(expect.arrayContaining(['####-##-##', '####/#/##', '####.#.#', '########']));
    expect(masks).toHaveLength(13);
    expect(masksOf(date('dmy', 'any'))).toEqual(expect.arrayContaining(['##/##/####', '#.#.##', '######']));
  });

  it('is an ISBN with its hyphens, or without', () => {
    const masks = masksOf(check('isbn13')) ?? [];
    expect(masks).toEqual(expect.arrayContaining(['#############', '###-#-###-#####-#', '###-#-##-######-#']));
    expect(masks.every((each) => each.replaceAll('-', '').length === 13)).toBe(true);
  });

  it('is only what then fits the pattern, whatever digits are in it', () => {
    // A digit that is right in every place of every kind: 11/11/1111, 11:11.
    const patterns = [
      digits(1, 12),
      decimal('any', null, true),
      decimal(',', 2),
      time(true),
      time(false),
      mask('2#,#'),
    ];
    const dates = /** @type {const} */ (['dmy', 'mdy', 'ymd']).flatMap((order) =>
      /** @type {const} */ ([2, 4, 'any']).map((year) => date(order, year)),
    );
    for (const pattern of [...patterns, ...dates]) {
      for (const each of masksOf(pattern) ?? []) {
        expect(problemOf(pattern, each.replaceAll('#', '1')), `${JSON.stringify(pattern)} ${each}`).toBeNull();
      }
    }
  });
});

describe('choosing among the readings of a number', () => {
  const number = {
    text: '79927398718',
    confidence: 0.6,
    alternatives: [
      { text: '79927398719', confidence: 0.2 },
      { text: '79927398713', confidence: 0.1 },
    ],
  };

  it('takes the likeliest that fits the check digit, as the guess that it is', () => {
    expect(choose(check('luhn'), number)).toEqual({ text: '79927398713', confidence: 0.1 });
  });

  it('keeps the likeliest where it fits, or where nothing does', () => {
    expect(choose({ kind: 'any' }, number)).toEqual({ text: '79927398718', confidence: 0.6 });
    expect(choose(digits(5), number)).toEqual({ text: '79927398718', confidence: 0.6 });
  });

  it('does not believe in what is much less likely: people do write wrong numbers', () => {
    const sure = { ...number, confidence: 0.97, alternatives: [{ text: '79927398713', confidence: 0.01 }] };
    expect(choose(check('luhn'), sure)).toEqual({ text: '79927398718', confidence: 0.97 });
  });

  it('takes a mark that can be given', () => {
    const mark = { text: '70', confidence: 0.5, alternatives: [{ text: '10', confidence: 0.4 }] };
    expect(choose({ kind: 'digits', min: 1, max: 2, least: 0, most: 20 }, mark)).toEqual({
      text: '10',
      confidence: 0.4,
    });
  });

  it('takes a day that the calendar has', () => {
    const day = { text: '31/02/2024', confidence: 0.5, alternatives: [{ text: '21/02/2024', confidence: 0.4 }] };
    expect(choose(date('dmy'), day)).toEqual({ text: '21/02/2024', confidence: 0.4 });
  });
});

describe('patterns from a file', () => {
  it('are every kind as it is offered', () => {
    for (const [kind, { initial }] of Object.entries(KINDS)) {
      expect(initial.kind).toBe(kind);
      expect(isPattern(JSON.parse(JSON.stringify(initial))), kind).toBe(true);
    }
  });

  it.each([
    ['nothing', null],
    ['a word', 'digits'],
    ['an unknown kind', { kind: 'toString' }],
    ['a missing length', { kind: 'digits', min: 5 }],
    ['lengths the wrong way round', { kind: 'digits', min: 5, max: 4 }],
    ['values the wrong way round', { kind: 'digits', min: 1, max: 2, least: 20, most: 1 }],
    ['a value that is a word', { kind: 'decimal', point: '.', places: 1, negative: false, most: 'many' }],
    ['no digits at all', { kind: 'digits', min: 0, max: 4 }],
    ['more digits than the reader takes', { kind: 'digits', min: 1, max: 1e9 }],
    ['another point', { kind: 'decimal', point: ';', places: 2, negative: false }],
    ['half a place', { kind: 'decimal', point: '.', places: 1.5, negative: false }],
    ['another order', { kind: 'date', order: 'ydm', year: 4 }],
    ['a year of three digits', { kind: 'date', order: 'ymd', year: 3 }],
    ['an unknown check', { kind: 'check', check: 'crc', min: 1, max: 9, prefix: '' }],
    ['a prefix that is no letters', { kind: 'check', check: 'mod97', min: 1, max: 9, prefix: '12' }],
    ['no mask', { kind: 'mask', masks: '  ' }],
    ['a mask without a digit', { kind: 'mask', masks: '12-34' }],
    ['a mask with letters', { kind: 'mask', masks: 'AB-###' }],
  ])('are refused with %s', (_what, pattern) => {
    expect(isPattern(pattern)).toBe(false);
  });
});
