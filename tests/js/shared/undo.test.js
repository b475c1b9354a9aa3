import { describe, expect, it } from 'vitest';
import { record, redo, startHistory, undo } from '../../../web/shared/undo.js';

const one = [[{ x: 0.1, y: 0.1 }]];
const two = [...one, [{ x: 0.2, y: 0.2 }]];
/** @type {import('../../../web/shared/strokes.js').Ink} */
const none = [];
const drawn = record(record(startHistory(none), one), two);

describe('history', () => {
  it('takes back step by step, and brings back in the same order', () => {
    expect(undo(drawn).now).toBe(one);
    expect(undo(undo(drawn)).now).toEqual([]);
    expect(redo(undo(undo(drawn))).now).toBe(one);
    expect(redo(redo(undo(undo(drawn)))).now).toBe(two);
  });

  it('ends where it began and where it was left', () => {
    expect(redo(drawn)).toBe(drawn);
    const beginning = undo(undo(drawn));
    expect(undo(beginning)).toBe(beginning);
  });

  it('takes back a clear', () => {
    expect(undo(record(drawn, [])).now).toBe(two);
  });

  it('forgets what was taken back once something new is drawn', () => {
    const other = [[{ x: 0.9, y: 0.9 }]];
    const changed = record(undo(drawn), other);
    expect(redo(changed)).toBe(changed);
    expect(undo(changed).now).toBe(one);
  });

  it('records nothing where nothing changed', () => {
    expect(record(drawn, drawn.now)).toBe(drawn);
  });

  it('keeps a bounded number of steps', () => {
    let history = startHistory(none);
    for (let step = 0; step < 500; step += 1) history = record(history, [[{ x: step / 500, y: 0 }]]);
    expect(history.past.length).toBe(200);
    expect(undo(history).now[0][0].x).toBe(498 / 500);
  });
});
