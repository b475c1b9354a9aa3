import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../web/batch/rows/columns.js';
import { changedCorrections, initialCorrections } from '../../../web/batch/opened-picture.js';
import { correct, setCorrections, statusOf, undoStep } from '../../../web/batch/rows/rows.js';
import { retryFailed } from '../../../web/batch/rows/read-again.js';
import { correctNumber } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { startHistory } from '../../../web/shared/undo.js';
import { batchOf, cell, rowOf } from '../../support/batch-made.js';
import { madeUpReading } from '../../support/made-up-reading.js';

/**
 * @import { Corrections } from '../../../web/shared/reading/correct.js'
 * @import { Field } from '../../../web/shared/forms/form.js'
 */

const size = { width: 400, height: 100 };
const reading = madeUpReading('2047', '316'); // from 0 on, and from 200 on
const none = columnsOf(null);
/** @param {string} name @param {number} x @returns {Field} */
const field = (name, x) => ({ name, area: { x, y: 0, width: 0.4, height: 1 }, pattern: { kind: 'any' } });
const form = columnsOf({ name: 'Receipt', fields: [field('Date', 0), field('Sum', 0.5)] });

/** @param {number} place @param {string} text @param {Corrections} [before] @returns {Corrections} */
const corrected = (place, text, before = []) =>
  correctNumber(before, shownReading(reading, before).numbers[place], text);
/** @param {Corrections} corrections */
const opened = (corrections, read = reading) => ({
  reading: read,
  size,
  area: null,
  turned: null,
  history: startHistory(corrections),
});
/** @param {ReadonlyArray<string | null>} corrections @param {Corrections} [marked] */
const row = (corrections, marked) => ({
  ...batchOf({ a: corrections.map(() => cell('1')) }, corrections.length).rows[0],
  corrections,
  marked: marked && { area: null, corrections: marked },
});

describe('a correction in the opened picture', () => {
  it('is said of the whole reading where there is no form', () => {
    expect(changedCorrections(none, opened([]), opened(corrected(0, '2017')))).toEqual([[0, '2017 316']]);
  });

  it('is said of the field that it lies in, and of no other', () => {
    expect(changedCorrections(form, opened([]), opened(corrected(1, '319')))).toEqual([[1, '319']]);
  });

  it('is taken back from the row when it is taken back in the picture', () => {
    expect(changedCorrections(form, opened(corrected(1, '319')), opened([]))).toEqual([[1, null]]);
  });

  it('that is a crop says what is left of the reading', () => {
    const cropped = { ...opened([], madeUpReading('2047')), area: { x: 0, y: 0, width: 100, height: 100 } };
    expect(changedCorrections(none, opened([]), cropped)).toEqual([[0, '2047']]);
    expect(changedCorrections(form, opened([]), cropped), 'a field beside the crop keeps what it says').toEqual([]);
  });

  it('that is a turn by hand says what is read from that side', () => {
    const turned = { ...opened([], madeUpReading('4705')), turned: 180 };
    expect(changedCorrections(none, opened([]), turned)).toEqual([[0, '4705']]);
  });

  it('is one step that is undone with what was typed before it', () => {
    const typed = correct(batchOf({ a: [cell('2047 316')] }), 'a', 0, '20 316');
    const marked = { area: null, corrections: corrected(0, '2017') };
    const said = setCorrections(typed, 'a', [[0, '2017 316']], marked);
    expect(rowOf(said, 'a')).toMatchObject({ corrections: ['2017 316'], marked });
    expect(rowOf(undoStep(said), 'a')).toMatchObject({ corrections: ['20 316'], marked: undefined });
    expect(rowOf(correct(said, 'a', 0, '1'), 'a').marked, 'what is typed later counts').toBeUndefined();
  });
});

describe('a picture that is opened', () => {
  /** @param {Corrections} corrections */
  const text = (corrections) => shownReading(reading, corrections).text;

  it('has what was said in it before', () => {
    const marked = corrected(0, '');
    expect(initialCorrections(row(['316'], marked), none, { reading, size })).toBe(marked);
  });

  it('has what was typed in its row, number by number, field by field', () => {
    expect(text(initialCorrections(row(['2017\n31']), none, { reading, size }))).toBe('2017 31');
    expect(text(initialCorrections(row([null, '319']), form, { reading, size }))).toBe('2047 319');
  });

  it('is as it was read where nobody can tell which number was meant, or that it is right', () => {
    expect(initialCorrections(row(['20 47 316']), none, { reading, size })).toEqual([]);
    expect(initialCorrections(row(['2047 316']), none, { reading, size })).toEqual([]);
  });
});

it('what could not be read and was typed by hand is corrected, and is not read again', () => {
  const batch = correct(batchOf({ a: 'broken', b: 'broken' }), 'a', 0, '12');
  expect(batch.rows.map(statusOf)).toEqual(['corrected', 'failed']);
  expect(retryFailed(batch).rows.map(statusOf)).toEqual(['corrected', 'waiting']);
});
