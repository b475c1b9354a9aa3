import { describe, expect, it } from 'vitest';
import { correct, textAt, undoStep } from '../../../web/batch/rows/rows.js';
import { changeColumns, columnsOf } from '../../../web/batch/rows/columns.js';
import { countSecond, differs, isToType, settle, typeSecond } from '../../../web/batch/rows/second-entry.js';
import { batchOf, cell } from '../../support/batch-made.js';

const read = () => batchOf({ a: [cell('245'), cell('')], b: [cell('31'), cell('7')], c: null }, 2);

/** @param {import('../../../web/batch/rows/rows.js').Batch} batch */
const counts = ({ rows }) => countSecond(rows);

describe('a second person', () => {
  it('types every field that is read', () => {
    const { rows } = read();
    expect(rows.map((row) => isToType(row, 0))).toEqual([true, true, false]);
    expect(counts(read())).toEqual({ all: 4, left: 4, open: 0, differed: 0 });
    expect(counts(typeSecond(read(), 'a', 0, '245'))).toEqual({ all: 4, left: 3, open: 0, differed: 0 });
  });

  it('agrees where the same is typed, however it is spaced, also where nothing is written', () => {
    const batch = typeSecond(typeSecond(read(), 'a', 0, ' 245 '), 'a', 1, '');
    expect(batch.rows[0].corrections).toEqual(['245', '']);
    expect(differs(batch.rows[0], 0)).toBe(false);
  });

  it('differs from what the first said, until somebody settles it, and is counted ever after', () => {
    const first = correct(read(), 'a', 0, '246');
    const typed = typeSecond(first, 'a', 0, '254');
    expect(differs(typed.rows[0], 0)).toBe(true);
    expect(textAt(typed.rows[0], 0)).toBe('246');
    expect(counts(typed)).toMatchObject({ open: 1, differed: 1 });
    for (const text of ['246', '254', '264']) {
      const settled = settle(typed, 'a', 0, text);
      expect(textAt(settled.rows[0], 0)).toBe(text);
      expect(counts(settled)).toMatchObject({ open: 0, differed: 1 });
    }
  });

  it('takes back what was typed or settled by Undo', () => {
    const typed = typeSecond(read(), 'a', 0, '254');
    expect(undoStep(settle(typed, 'a', 0, '254')).rows[0]).toEqual(typed.rows[0]);
    expect(isToType(undoStep(typed).rows[0], 0)).toBe(true);
  });

  it('is asked again only for fields that are new on the form', () => {
    /** @param {string} name @param {number} x @returns {import('../../../web/shared/forms/form.js').Field} */
    const field = (name, x) => ({ name, area: { x, y: 0, width: 0.1, height: 0.1 }, pattern: { kind: 'any' } });
    const [two, three] = [
      [0, 0.2],
      [0.2, 0.4, 0],
    ].map((all) => columnsOf({ name: '', fields: all.map((x) => field(`at ${x}`, x)) }));
    const { rows } = changeColumns(typeSecond(read(), 'a', 0, '254'), two, three);
    expect(rows[0].second).toEqual([null, null, { text: '254' }]);
  });
});
