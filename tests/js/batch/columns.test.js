import { describe, expect, it } from 'vitest';
import { changeColumns, columnsOf } from '../../../web/batch/rows/columns.js';
import { correct } from '../../../web/batch/rows/rows.js';
import { batchOf, cell } from '../../support/batch-made.js';

/** @import { Field } from '../../../web/shared/forms/form.js' */

/** @param {string} name @param {number} x @param {Field['pattern']} [pattern] @returns {Field} */
const field = (name, x, pattern = { kind: 'any' }) => ({ name, area: { x, y: 0, width: 0.1, height: 0.1 }, pattern });

const none = columnsOf(null);
const form = columnsOf({ name: 'Receipt', fields: [field('Date', 0), field('Sum', 0.5)] });

it('columns are kept and exported by a name that is the same in every language', () => {
  const unnamed = columnsOf({ name: '', fields: [field('', 0), field(' Sum ', 0.5)] });
  expect([...none, ...unnamed].map(({ name, title }) => [name, title])).toEqual([
    ['Reading', 'Reading'],
    ['Field 1', 'Field 1'],
    ['Sum', 'Sum'],
  ]);
});

describe('another form', () => {
  it('has everything read again, and keeps the corrections for when it is gone', () => {
    const batch = correct(batchOf({ a: [cell('12')] }), 'a', 0, '13');
    const { rows } = changeColumns(batch, none, form);
    expect(rows[0]).toMatchObject({ status: 'waiting', cells: [null, null], corrections: [null, null] });
    const [back] = changeColumns({ rows, past: [] }, form, none).rows;
    expect(back).toMatchObject({ status: 'waiting', corrections: ['13'] });
  });

  it('has only those fields read again whose place or pattern is another', () => {
    const batch = correct(batchOf({ a: [cell('1'), cell('2')] }, 2), 'a', 1, '22');
    const changed = columnsOf({ name: 'Receipt', fields: [field('Day', 0), field('Sum', 0.6), field('New', 0.8)] });
    expect(changeColumns(batch, form, changed).rows[0]).toMatchObject({
      status: 'waiting',
      cells: [cell('1'), null, null],
      corrections: [null, '22', null],
    });
  });

  it('that differs in names alone has nothing read again', () => {
    const batch = batchOf({ a: [cell('1'), cell('2')] }, 2);
    const renamed = columnsOf({ name: 'Bill', fields: [field('Total', 0.5), field('Day', 0)] });
    expect(changeColumns(batch, form, renamed).rows[0]).toMatchObject({
      status: 'read',
      cells: [cell('2'), cell('1')],
    });
  });

  it('leaves no step to take back, since its columns are other ones', () => {
    const batch = correct(batchOf({ a: [cell('12')] }), 'a', 0, '13');
    expect(changeColumns(batch, none, form).past).toEqual([]);
  });
});
