import { describe, expect, it } from 'vitest';
import { needsLook, nextNeedingLook, whyLook } from '../../../web/batch/rows/needs-look.js';
import { wordsOf } from '../../../web/texts/problems.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';

it.each([
  ['a sure reading', cell('12'), ''],
  ['a guess', cell('12', 0.79), 'Not sure'],
  ['ink that is no digit', cell('1?2'), 'Sign 2 cannot be read'],
  ['ink that is no digit in one of its numbers', cell('12 3?'), 'Some ink is no digit'],
  ['a picture without a number', cell('', 0), 'No number found'],
  ["a form's field that was left empty", cell('', 1), ''],
  ['a broken pattern', cell('12', 0.99, 'form.problem.digits'), 'Only digits are expected'],
])('says why it needs a look: %s', (_, found, words) => {
  const row = batchOf({ a: [found] }).rows[0];
  expect(wordsOf(whyLook(row, 0, RULES))).toBe(words);
  expect(needsLook(row, RULES)).toBe(words !== '');
});

it('what is not read yet needs no look', () => {
  expect(needsLook(batchOf({ a: null }).rows[0], RULES)).toBe(false);
});

describe('the next cell that needs a look', () => {
  const { rows } = batchOf({ a: [cell('1'), cell('2', 0.4)], b: [cell('3'), cell('4')], c: [cell('?'), cell('6')] }, 2);

  it('is found to the right, then in the rows below, then from the top', () => {
    expect(nextNeedingLook(rows, null, RULES)).toEqual({ id: 'a', column: 1 });
    expect(nextNeedingLook(rows, { id: 'a', column: 1 }, RULES)).toEqual({ id: 'c', column: 0 });
    expect(nextNeedingLook(rows, { id: 'c', column: 1 }, RULES)).toEqual({ id: 'a', column: 1 });
  });

  it('is none where only the present one needs it', () => {
    expect(nextNeedingLook(rows.slice(0, 2), { id: 'a', column: 1 }, RULES)).toBeNull();
  });
});
