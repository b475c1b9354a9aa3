import { describe, expect, it } from 'vitest';
import { sortAndFilter, AS_ADDED, keepOrder } from '../../../web/batch/rows/sort-and-filter.js';
import { correct } from '../../../web/batch/rows/rows.js';
import { saveText, sortBy, startState, takeBack, withBatch, withoutRows } from '../../../web/batch/rows/state.js';
import { selectNextNeedingLook } from '../../../web/batch/rows/selection.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';

const batch = correct(
  batchOf({
    'page 10': [cell('31', 0.9)],
    'page 9': [cell('47', 0.5)],
    broken: 'This is not a picture',
    'page 2': [cell('8', 0.99)],
    last: null,
    'page 1': [cell('5', 0.6)],
  }),
  'page 2',
  0,
  '80',
);

/** @param {Partial<import('../../../web/batch/rows/sort-and-filter.js').Arrangement>} wanted */
const names = (wanted) => sortAndFilter(batch.rows, { ...AS_ADDED, ...wanted }, RULES).map(({ name }) => name);

describe('the rows are sorted', () => {
  it('by name as people count: 2 before 10', () => {
    expect(names({ order: 'name' })).toEqual(['broken', 'last', 'page 1', 'page 2', 'page 9', 'page 10']);
  });

  it('by the order added, and that reversed', () => {
    expect(names({})[0]).toBe('page 10');
    expect(names({ isReversed: true })[0]).toBe('page 1');
  });

  it('by what they say: numbers by their worth, then other texts, blank ones last', () => {
    expect(names({ order: 'reading' })).toEqual(['page 1', 'page 10', 'page 9', 'page 2', 'broken', 'last']);
    const { rows } = batchOf({
      a: [cell('3/4')],
      b: [cell('')],
      c: [cell('12,5')],
      d: [cell('-7')],
      e: [cell('100')],
      f: [cell('12')],
    });
    const sorted = sortAndFilter(rows, { ...AS_ADDED, order: 'reading' }, RULES);
    expect(sorted.map(({ name }) => name)).toEqual(['d', 'f', 'c', 'e', 'a', 'b']);
  });

  it('by each column of a form, and the third time in the order added', () => {
    const two = batchOf({ a: [cell('1'), cell('5')], b: [cell('2'), cell('4')] }, 2);
    const start = withBatch(startState(RULES), two, { isHeld: false });
    const pressed = [1, 1, 1].reduce(
      (states, column) => [...states, sortBy(states[states.length - 1], 'reading', column)],
      [start],
    );
    expect(pressed.map(({ shown }) => shown.join(''))).toEqual(['ab', 'ba', 'ab', 'ab']);
    expect(pressed[3].arrangement).toMatchObject({ order: 'added', isReversed: false });
    expect(sortBy(pressed[1], 'reading', 0).arrangement).toMatchObject({ column: 0, isReversed: false });
  });

  it('by confidence, what has none last', () => {
    expect(names({ order: 'confidence' })).toEqual(['page 9', 'page 1', 'page 10', 'page 2', 'broken', 'last']);
  });

  it('with what needs a look first, otherwise in the order added', () => {
    expect(names({ order: 'look' })).toEqual(['page 9', 'broken', 'page 1', 'page 10', 'page 2', 'last']);
  });

  it('by status, failures first', () => {
    expect(names({ order: 'status' }).slice(0, 2)).toEqual(['broken', 'last']);
  });
});

describe('the rows are filtered', () => {
  it.each([
    [{ filter: /** @type {const} */ ('look') }, ['page 9', 'broken', 'page 1']],
    [{ filter: /** @type {const} */ ('corrected') }, ['page 2']],
    [{ filter: /** @type {const} */ ('failed') }, ['broken']],
    [{ search: ' PAGE 1 ' }, ['page 10', 'page 1']],
    [{ search: '80' }, ['page 2']],
    [{ search: 'not a picture' }, ['broken']],
    [{ search: 'page', filter: /** @type {const} */ ('look') }, ['page 9', 'page 1']],
  ])('%o', (wanted, expected) => {
    expect(names(wanted)).toEqual(expected);
  });
});

describe('while a person works in the table', () => {
  it('rows stay where they are, and new ones come after them', () => {
    const arrange = (/** @type {typeof batch.rows} */ rows) =>
      rows.filter(({ id }) => ['last', 'broken', 'page 9'].includes(id));
    expect(keepOrder(['page 9', 'page 1', 'gone'], batch.rows, arrange)).toEqual([
      'page 9',
      'page 1',
      'broken',
      'last',
    ]);
  });

  const all = withBatch(startState(RULES), batch, { isHeld: false });
  const looks = { ...sortBy(all, 'look'), selected: { id: 'page 9', column: 1 } };

  it('a corrected row does not run away, and the next that needs a look is selected', () => {
    const state = selectNextNeedingLook(saveText(looks, ' 41 '));
    expect(state.shown).toEqual(looks.shown);
    expect(state.selected).toEqual({ id: 'broken', column: 1 });
    expect(takeBack(state).selected).toEqual({ id: 'page 9', column: 1 });
  });

  it('the search for what needs a look begins anew after the last row', () => {
    expect(selectNextNeedingLook({ ...looks, selected: { id: 'page 1', column: 1 } }).selected?.id).toBe('page 9');
  });

  it('the neighbor of a removed row is selected', () => {
    expect(withoutRows(looks, ['page 9']).selected).toEqual({ id: 'broken', column: 1 });
    expect(withoutRows(looks, ['last']).selected).toEqual(looks.selected);
  });

  it('sorting by the same once more turns the order around', () => {
    expect(sortBy(looks, 'look').shown.slice(-3)).toEqual(['page 9', 'broken', 'page 1']);
  });
});
