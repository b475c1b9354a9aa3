import { describe, expect, it } from 'vitest';
import { withPages } from '../../../web/batch/rows/pages.js';
import { addRows, startBatch } from '../../../web/batch/rows/rows.js';
import { startState, withBatch } from '../../../web/batch/rows/state.js';

const started = startState({ unsureBelow: 0.8, problemOf: () => null, between: () => [] });
const files = ['a.png', 'marks.pdf', 'b.png'].map((name) => ({ id: name, name }));
const state = withBatch(started, addRows(startBatch(), files, 2), { isHeld: false });

/** @param {number} count @param {Partial<typeof state>} [more] */
const parted = (count, more) => withPages({ ...state, ...more }, 'marks.pdf', count, { isHeld: false });

describe('the pages of a PDF', () => {
  it('stand in its place, in their order, and are yet to be read', () => {
    const { batch, shown } = parted(3);
    expect(batch.rows.map(({ page }) => page?.number)).toEqual([undefined, 1, 2, 3, undefined]);
    expect(batch.rows[2]).toMatchObject({ page: { of: 'marks.pdf' }, status: 'waiting', cells: [null, null] });
    const sorted = batch.rows.toSorted((a, b) => a.order - b.order);
    expect(sorted).toEqual(batch.rows);
    expect(shown).toEqual(sorted.map(({ id }) => id));
  });

  it('come before what is added later', () => {
    const { rows } = addRows(parted(3).batch, [{ id: 'c', name: 'c.png' }], 2);
    expect(rows.toSorted((a, b) => a.order - b.order).at(-1)?.id).toBe('c');
  });

  it('are called by its name where there is one alone', () => {
    expect(parted(1).batch.rows[1].name).toBe('marks.pdf');
  });

  it('have the first of them selected where the PDF was', () => {
    const { batch, selected } = parted(2, { selected: { id: 'marks.pdf', column: 1 } });
    expect(selected).toEqual({ id: batch.rows[1].id, column: 1 });
    expect(parted(2, { selected: { id: 'a.png', column: 1 } }).selected?.id).toBe('a.png');
  });

  it('are none where it was taken away meanwhile', () => {
    expect(withPages(state, 'gone.pdf', 2, { isHeld: false })).toBe(state);
  });
});
