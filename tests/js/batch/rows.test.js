import { describe, expect, it } from 'vitest';
import { needsLook, problemAt, whyLook } from '../../../web/batch/rows/needs-look.js';
import {
  correct,
  fillCells,
  isCorrected,
  removeRows,
  startBatch,
  textAt,
  undoStep,
} from '../../../web/batch/rows/rows.js';
import { retryFailed } from '../../../web/batch/rows/read-again.js';
import { sayNumbers } from '../../../web/batch/rows/parts.js';
import { wordsOf } from '../../../web/texts/problems.js';
import { batchOf, cell, rowOf, RULES } from '../../support/batch-made.js';

describe('a batch', () => {
  it('holds pictures of the same name as rows of their own', () => {
    const { rows } = batchOf({ a: null, b: null });
    expect(rows.map(({ order, status }) => [order, status])).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
    ]);
  });

  it('changes only the row that was read', () => {
    const before = batchOf({ a: null, b: null });
    const after = fillCells(before, 'b', [cell('7')]);
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(rowOf(after, 'b')).toMatchObject({ status: 'read', cells: [cell('7')] });
  });

  it('takes no notice of a reading whose row was removed meanwhile', () => {
    const batch = removeRows(batchOf({ a: null }), ['a']);
    expect(fillCells(batch, 'a', [cell('7')])).toBe(batch);
  });

  it('fills only the cells that were lacking', () => {
    const kept = cell('1');
    const batch = fillCells(batchOf({ a: [kept, /** @type {any} */ (null)] }, 2), 'a', [cell('2')]);
    expect(rowOf(batch, 'a').cells).toEqual([kept, cell('2')]);
  });

  it('reads again what was being read when the page was left', () => {
    const { rows } = batchOf({ a: null, b: [cell('1')] });
    const left = startBatch([{ ...rows[0], status: 'reading' }, rows[1]]);
    expect(left.rows.map(({ status }) => status)).toEqual(['waiting', 'read']);
  });

  it('lets what failed wait for another try', () => {
    const batch = retryFailed(batchOf({ a: 'broken', b: [cell('1')] }));
    expect(batch.rows.map(({ status, error }) => [status, error])).toEqual([
      ['waiting', undefined],
      ['read', undefined],
    ]);
  });
});

describe('a correction', () => {
  const batch = correct(batchOf({ a: [cell('2041', 0.4)], b: [cell('5')] }), 'a', 0, '2047');

  it('counts instead of the reading, which is not lost', () => {
    const row = rowOf(batch, 'a');
    expect([textAt(row, 0), row.cells[0]?.text, isCorrected(row, 0)]).toEqual(['2047', '2041', true]);
  });

  it('is taken back, one step after the other', () => {
    const once = undoStep(correct(batch, 'a', 0, '9'));
    expect(textAt(rowOf(once, 'a'), 0)).toBe('2047');
    const twice = undoStep(once);
    expect(rowOf(twice, 'a').corrections).toEqual([null]);
    expect(undoStep(twice)).toBe(twice);
  });

  it('of the same text is no further step', () => {
    expect(correct(batch, 'a', 0, '2047')).toBe(batch);
  });

  it('that agrees with the reading corrects nothing, and settles that it was looked at', () => {
    const row = rowOf(correct(batchOf({ a: [cell('2041', 0.4)] }), 'a', 0, '2041'), 'a');
    expect([isCorrected(row, 0), needsLook(row, RULES)]).toEqual([false, false]);
  });

  it('of a picture that could not be read is possible, and ends its need for a look', () => {
    const failed = batchOf({ a: 'broken' });
    expect(wordsOf(whyLook(failed.rows[0], 0, RULES))).toBe('broken');
    expect(needsLook(rowOf(correct(failed, 'a', 0, '12'), 'a'), RULES)).toBe(false);
  });

  it('that breaks the pattern says so, and is believed', () => {
    const rules = { ...RULES, problemOf: () => ({ code: 'form.problem.digits' }) };
    expect([problemAt(rowOf(batch, 'a'), 0, rules), whyLook(rowOf(batch, 'a'), 0, rules)]).toEqual([
      { code: 'form.problem.digits' },
      null,
    ]);
  });
});

it('a removed row comes back where it was, with what was corrected', () => {
  const batch = correct(batchOf({ a: [cell('1')], b: [cell('2')], c: [cell('3')] }), 'b', 0, '8');
  const removed = removeRows(batch, ['b']);
  expect(removed.rows.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(undoStep(removed).rows).toEqual(batch.rows);
});

describe('a picture of several numbers', () => {
  const marks = ['2047', '316', '58'].map((text) => ({ text, confidence: 0.5, box: null }));
  const read = batchOf({ page: [{ ...cell('2047 316\n58'), marks }] });

  const say = (
    /** @type {typeof read} */ batch,
    /** @type {string} */ id,
    /** @type {number} */ place,
    /** @type {string} */ text,
  ) => sayNumbers(batch, id, [[place, text]], RULES.unsureBelow);

  it('says what a person said of some of them, and still needs a look', () => {
    const after = say(say(read, 'page', 2, '56'), 'page', 0, '2041');
    expect(textAt(rowOf(after, 'page'), 0)).toBe('2041 316\n56');
    expect(isCorrected(rowOf(after, 'page'), 0)).toBe(false);
    expect(textAt(rowOf(undoStep(after), 'page'), 0)).toBe('2047 316\n56');
  });

  it('says what was typed of all of them, whatever was said before', () => {
    const after = correct(say(read, 'page', 0, '2041'), 'page', 0, '1 2 3');
    expect(textAt(rowOf(after, 'page'), 0)).toBe('1 2 3');
  });

  it('has no number beyond its last one', () => {
    expect(say(read, 'page', 3, '1')).toBe(read);
    expect(say(read, 'none', 0, '1')).toBe(read);
  });
});
