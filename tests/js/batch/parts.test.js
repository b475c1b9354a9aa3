import { describe, expect, it } from 'vitest';
import { needsLook } from '../../../web/batch/rows/needs-look.js';
import { partsOf } from '../../../web/batch/rows/parts.js';
import { readAgain } from '../../../web/batch/rows/read-again.js';
import { correct, fillCells, textAt } from '../../../web/batch/rows/rows.js';
import { selectNextNeedingLook } from '../../../web/batch/rows/selection.js';
import {
  agree,
  hasCorrections,
  rowAt,
  saveText,
  shownRows,
  startState,
  takeBack,
  withArrangement,
  withBatch,
  withoutRows,
  withRowsBy,
} from '../../../web/batch/rows/state.js';
import { batchOf, cell, rowOf, RULES } from '../../support/batch-made.js';

/** @import { State } from '../../../web/batch/rows/state.js' */

const box = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, width: 20, height: 10 });
const marks = [
  { text: '12', confidence: 0.99, box: box(0, 0) },
  { text: '13', confidence: 0.4, box: box(50, 0) },
  { text: '7', confidence: 0.5, box: box(0, 30) },
];
const page = { ...cell('12 13\n7', 0.4), marks };
const start = withBatch(startState(RULES), batchOf({ page: [page], broken: 'broken' }), { isHeld: false });
const [byLine, byCell] = ['line', 'cell'].map((by) => withRowsBy(start, by));

/** @param {State} state */
const texts = (state) => shownRows(state).map((row) => textAt(row, 0));

/** @param {State} state @param {number} place @param {string} text */
const typed = (state, place, text) => saveText({ ...state, selected: { id: state.shown[place], column: 1 } }, text);

/** @param {State} state */
const looks = (state) => shownRows(state).map((row) => needsLook(row, RULES));

describe('rows by line or number', () => {
  it('show what was read of each, how sure it is and where it lies; what has no number keeps its row', () => {
    expect(texts(byLine)).toEqual(['12 13', '7', '']);
    expect(texts(byCell)).toEqual(['12', '13', '7', '']);
    expect(shownRows(byLine).map(({ cells }) => cells[0]?.confidence)).toEqual([0.4, 0.5, undefined]);
    expect(shownRows(byLine)[0].cells[0]?.box).toEqual({ x: 0, y: 0, width: 70, height: 10 });
    expect(looks(byCell)).toEqual([false, true, true, true]);
  });

  it('stay the same objects as long as their picture does', () => {
    expect(shownRows(byLine)[0]).toBe(shownRows({ ...byLine })[0]);
  });

  it('are sorted, filtered and gone through as rows of pictures are', () => {
    expect(texts(withArrangement(byCell, { order: 'reading', isReversed: true }))).toEqual(['', '13', '12', '7']);
    expect(texts(withArrangement(byCell, { filter: 'look' }))).toEqual(['13', '7', '']);
    const first = selectNextNeedingLook(byCell);
    expect(rowAt(first)?.cells[0]?.text).toBe('13');
    expect(rowAt(selectNextNeedingLook(first))?.cells[0]?.text).toBe('7');
  });

  it('are corrected one by one, and the picture says so', () => {
    const once = typed(byCell, 1, '18');
    expect(textAt(rowOf(once.batch, 'page'), 0)).toBe('12 18\n7');
    expect(looks(once)).toEqual([false, false, true, true]);
    expect(needsLook(rowOf(once.batch, 'page'), RULES)).toBe(true);
    const both = agree({ ...once, selected: { id: once.shown[2], column: 1 } });
    expect(looks(both)).toEqual([false, false, false, true]);
    expect(rowOf(both.batch, 'page').corrections).toEqual(['12 18\n7']);
    expect(shownRows(both).map(({ corrections }) => corrections[0])).toEqual([null, '18', '7', null]);
  });

  it('take a correction back, and select what was corrected', () => {
    const back = takeBack(typed(byCell, 1, '18'));
    expect(back.batch.rows).toEqual(start.batch.rows);
    expect(back.selected).toEqual({ id: byCell.shown[1], column: 1 });
  });

  it('hold a line that a person takes for another count of numbers, and the other lines keep their doubts', () => {
    const more = typed(byLine, 0, '1 2 3');
    expect(textAt(rowOf(more.batch, 'page'), 0)).toBe('1 2 3\n7');
    expect(texts(more)).toEqual(['1 2 3', '7', '']);
    expect(looks(more)).toEqual([false, true, true]);
    const none = typed(byLine, 0, '');
    expect(textAt(rowOf(none.batch, 'page'), 0)).toBe('\n7');
    expect(looks(none)).toEqual([false, true, true]);
  });

  it('correct what a person typed of the whole picture before', () => {
    const whole = correct(start.batch, 'page', 0, '12 13 14\n7 8');
    const state = withBatch(byLine, whole, { isHeld: false });
    expect(texts(state)).toEqual(['12 13 14', '7 8', '']);
    expect(textAt(rowOf(typed(state, 1, '78').batch, 'page'), 0)).toBe('12 13 14\n78');
  });

  it('are removed one by one, and come back by Undo', () => {
    const without = (/** @type {State} */ state, /** @type {number} */ place) =>
      withoutRows({ ...state, selected: { id: state.shown[place], column: 5 } }, [state.shown[place]]);
    const one = without(byCell, 1);
    expect(texts(one)).toEqual(['12', '7', '']);
    expect(one.selected).toEqual({ id: byCell.shown[2], column: 5 });
    expect(textAt(rowOf(one.batch, 'page'), 0)).toBe('12\n7');
    expect(hasCorrections(one)).toBe(false);
    const all = without(without(one, 1), 0);
    expect(texts(all)).toEqual(['', '']);
    expect(takeBack(takeBack(all)).batch.rows).toEqual(one.batch.rows);
    const back = takeBack(one);
    expect(texts(back)).toEqual(texts(byCell));
    expect(back.selected?.id).toBe(byCell.shown[1]);
    expect(texts(without(byLine, 0))).toEqual(['7', '']);
  });

  it('are removed several at once, also with pictures, and come back together', () => {
    const without = withoutRows(byCell, [byCell.shown[0], byCell.shown[2], byCell.shown[3]]);
    expect(texts(without)).toEqual(['13']);
    expect(texts(takeBack(without))).toEqual(texts(byCell));
    const typedOver = withBatch(byLine, correct(start.batch, 'page', 0, '12 13\n7 8\n9'), { isHeld: false });
    const one = withoutRows(typedOver, typedOver.shown.slice(0, 2));
    expect(texts(one)).toEqual(['9', '']);
    expect(texts(takeBack(one))).toEqual(texts(typedOver));
  });

  it('are removed from what a person typed of the whole picture, too', () => {
    const state = withBatch(byLine, correct(start.batch, 'page', 0, '12 13 14\n7 8'), { isHeld: false });
    expect(texts(withoutRows(state, [state.shown[0]]))).toEqual(['7 8', '']);
  });

  it('that were removed are back where their picture is read anew with other numbers', () => {
    const removed = withoutRows(byCell, [byCell.shown[0]]).batch;
    const again = readAgain(removed, ['page']);
    expect(rowOf(fillCells(again, 'page', [page]), 'page').gone).toEqual([0]);
    expect(rowOf(fillCells(again, 'page', [cell('5')]), 'page').gone).toBeUndefined();
  });

  it('of a form are its pictures', () => {
    const form = batchOf({ a: [cell('1'), cell('2')] }, 2);
    expect(partsOf(form.rows[0], 'cell', RULES)).toEqual(form.rows);
  });
});
