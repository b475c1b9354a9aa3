import { describe, expect, it } from 'vitest';
import { asRead, checkNumber, correctNumber, correctPart } from '../../../web/shared/reading/correct.js';
import { parseNumber } from '../../../web/shared/reading/parse-number.js';
import { isSameInk, shownReading } from '../../../web/shared/reading/shown-reading.js';
import { isSureNumber } from '../../../web/shared/reading/sureness.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

/** @import { Corrections } from '../../../web/shared/reading/correct.js' */

const reading = madeUpReading('2017');

/**
 * @param {Corrections} corrections
 * @param {number} place
 * @param {string} text
 * @param {import('../../../web/reader/reading.js').Reading} [of]
 */
function correctAt(corrections, place, text, of = reading) {
  return correctPart(corrections, shownReading(of, corrections).numbers[0].parts[place], text);
}

/** @param {string} text @param {Corrections} [corrections] @param {import('../../../web/reader/reading.js').Reading} [of] */
function type(text, corrections = [], of = reading) {
  return correctNumber(corrections, shownReading(of, corrections).numbers[0], text);
}

describe('what is shown', () => {
  it('is what was read, digits and separators in their order', () => {
    const shown = shownReading(madeUpReading('-12.50', '3/4'), []);
    expect(shown.text).toBe('-12.50 3/4');
    expect(shown.numbers.map(({ parts }) => parts.map(({ text }) => text).join('|'))).toEqual(['-|1|2|.|5|0', '3|/|4']);
    expect(shown.numbers[0].isCorrected).toBe(false);
  });

  it('keeps lines apart, and has "?" for ink that is no digit', () => {
    const below = madeUpNumber('3?', { line: 1 });
    expect(shownReading(madeUpReading('12', below), []).text).toBe('12\n3?');
  });

  it('hands on what was passed over', () => {
    const skipped = [{ box: { x: 1, y: 2, width: 3, height: 4 } }];
    expect(shownReading({ ...reading, skipped }, []).skipped).toBe(skipped);
  });
});

describe('a corrected digit', () => {
  it('is shown, and known to be corrected', () => {
    const shown = shownReading(reading, correctAt([], 2, '4'));
    expect(shown.text).toBe('2047');
    expect(shown.numbers[0].parts[2]).toMatchObject({ text: '4', read: '1', isCorrected: true, confidence: 1 });
    expect(shown.numbers[0].isCorrected).toBe(true);
  });

  it('stays when more is written before and after it', () => {
    const corrections = correctAt([], 2, '4');
    const longer = madeUpReading(madeUpNumber('520179', { x: -10 }));
    expect(shownReading(longer, corrections).text).toBe('520479');
  });

  it('is forgotten by ink that has changed in size or in amount', () => {
    const corrections = correctAt([], 2, '4');
    for (const digit of [
      { box: { x: 20, y: 0, width: 14, height: 20 } },
      { image: new Float32Array(784).fill(0.12) },
    ]) {
      const changed = structuredClone(reading);
      Object.assign(changed.numbers[0].digits[2], digit);
      expect(shownReading(changed, corrections).text).toBe('2017');
    }
  });

  it('can be a separator, no digit, or deleted', () => {
    expect(shownReading(reading, correctAt([], 2, '/')).text).toBe('20/7');
    expect(shownReading(reading, correctAt([], 2, '?')).text).toBe('20?7');
    const deleted = shownReading(reading, correctAt([], 2, ''));
    expect(deleted.text).toBe('207');
    expect(deleted.numbers[0].parts[2]).toMatchObject({ text: '', read: '1' });
  });

  it('leaves the confidence of the others', () => {
    const doubtful = madeUpReading(madeUpNumber('17', { sure: [0.5, 0.9], confidence: 0.45 }));
    expect(shownReading(doubtful, correctAt([], 0, '7', doubtful)).numbers[0].confidence).toBeCloseTo(0.9);
  });

  it('corrected again, is the newer; back to what was read, is none', () => {
    const once = correctAt([], 2, '4');
    const twice = correctAt(once, 2, '9');
    expect(twice).toHaveLength(1);
    expect(shownReading(reading, twice).text).toBe('2097');
    expect(correctAt(twice, 2, '1')).toEqual([]);
    expect(correctAt(once, 2, '4')).toBe(once);
  });

  it('of a separator too', () => {
    const amount = madeUpReading('12,50');
    expect(shownReading(amount, correctAt([], 2, '.', amount)).text).toBe('12.50');
  });

  it('of any other sign too, and a sign is a digit after all', () => {
    const sum = madeUpReading('3×4=12');
    const corrected = correctAt(correctAt([], 1, '+', sum), 3, '7', sum);
    expect(shownReading(sum, corrected).text).toBe('3+4712');
  });
});

describe('a number that is typed', () => {
  it('of the same length corrects its digits, so that it outlives what is written after it', () => {
    const corrections = type('2047');
    expect(corrections.map(({ of, text }) => [of, text])).toEqual([['part', '4']]);
    expect(shownReading(madeUpReading('20175'), corrections).text).toBe('20475');
  });

  it('of another length stands for the whole, as long as it is the same ink', () => {
    const corrections = type('12.50');
    expect(shownReading(reading, corrections).text).toBe('12.50');
    expect(shownReading(reading, corrections).numbers[0]).toMatchObject({ read: '2017', confidence: 1 });
    expect(shownReading(madeUpReading('20175'), corrections).text).toBe('20175');
  });

  it('can be typed anew, and taken back', () => {
    const again = type('99', type('12.50'));
    expect(again).toHaveLength(1);
    expect(shownReading(reading, again).text).toBe('99');
    expect(type('2017', again)).toEqual([]);
    expect(asRead(again, shownReading(reading, again).numbers[0])).toEqual([]);
  });

  it('leaves other numbers alone', () => {
    const two = madeUpReading('12', '34');
    const corrections = type('567', type('19', [], two), two);
    expect(shownReading(two, corrections).text).toBe('567 34');
  });

  it.each([
    ['2047', '2047'],
    [' 1 234,50 ', '1234,50'],
    ['−7', '-7'],
    ['１２', '12'],
    ['10:45', '10:45'],
    ['12 + 3 = 15', '12+3=15'],
    ['(8÷2)×5%', '(8÷2)×5%'],
    ['3*4', '3×4'],
    ['3x4X5', '3×4×5'],
    ['＄１２．５０', '$12.50'],
  ])('is taken: %s', (typed, text) => {
    expect(parseNumber(typed)).toEqual({ text });
  });

  it.each(['', '  ', 'seven', '12€', '=SUM(1)', '2^3'])('is refused with words: "%s"', (typed) => {
    expect(parseNumber(typed)).toHaveProperty('problem');
  });
});

describe('the same ink', () => {
  const ink = { box: { x: 10, y: 10, width: 20, height: 40 }, ink: 100 };

  it('may differ by a pixel, as when a picture is read again', () => {
    expect(isSameInk(ink, { box: { x: 11, y: 10, width: 20, height: 39 }, ink: 99 })).toBe(true);
  });

  it('is not the digit beside it, nor one with a stroke more', () => {
    expect(isSameInk(ink, { ...ink, box: { ...ink.box, x: 30 } })).toBe(false);
    expect(isSameInk(ink, { ...ink, ink: 110 })).toBe(false);
  });

  it('can be a line without height', () => {
    const flat = { box: { x: 0, y: 5, width: 10, height: 0 }, ink: 0 };
    expect(isSameInk(flat, flat)).toBe(true);
    expect(isSameInk(flat, { ...flat, box: { ...flat.box, y: 9 } })).toBe(false);
  });
});

describe('a number that a person has checked', () => {
  const doubtful = madeUpReading(madeUpNumber('2017', { confidence: 0.4, sure: [0.9, 0.4, 0.9, 0.9] }), '35');
  /** @param {Corrections} corrections @param {string} text */
  const check = (corrections, text) => checkNumber(corrections, shownReading(doubtful, corrections).numbers[0], text);
  /** @param {Corrections} corrections */
  const first = (corrections) => shownReading(doubtful, corrections).numbers[0];

  it('is in no doubt any more, and is not corrected where it was right', () => {
    expect(isSureNumber(first([]), 0.7)).toBe(false);
    const number = first(check([], '2017'));
    expect(number).toMatchObject({ text: '2017', isChecked: true, isCorrected: false });
    expect(isSureNumber(number, 0.7)).toBe(true);
  });

  it('is in no doubt either where only one of its digits was wrong, or their count', () => {
    for (const text of ['2011', '20171', '207', '']) {
      const number = first(check([], text));
      expect(number).toMatchObject({ text, isChecked: true, isCorrected: true });
      expect(isSureNumber(number, 0.7)).toBe(true);
    }
  });

  it('says what was said last', () => {
    const number = first(check(check([], '2011'), '2017'));
    expect(number).toMatchObject({ text: '2017', isChecked: true, isCorrected: false });
    expect(check(check([], '2011'), '2017')).toHaveLength(1);
  });

  it('says nothing of other numbers, nor of another reading of its ink', () => {
    const corrections = check([], '2017');
    expect(shownReading(doubtful, corrections).numbers[1].isChecked).toBe(false);
    const anew = madeUpReading(madeUpNumber('2011', { confidence: 0.4 }));
    expect(shownReading(anew, corrections).numbers[0].isChecked).toBe(false);
  });

  it('may hold ink that is no digit', () => {
    const unread = madeUpReading('2?7');
    const corrections = checkNumber([], shownReading(unread, []).numbers[0], '2?7');
    expect(isSureNumber(shownReading(unread, corrections).numbers[0], 0.7)).toBe(true);
  });

  it('is in doubt again as it was read', () => {
    const corrections = check([], '2011');
    expect(asRead(corrections, first(corrections))).toEqual([]);
  });
});
