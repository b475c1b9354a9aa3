import { describe, expect, it } from 'vitest';
import { editBy, placeAfter } from '../../../web/batch/table/keys.js';

const key = (/** @type {string} */ name, held = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const last = { row: 24, column: 5 };

describe('the keys of the table', () => {
  it.each([
    [key('ArrowDown'), { row: 6, column: 1 }],
    [key('ArrowLeft'), { row: 5, column: 0 }],
    [key('PageUp'), { row: 0, column: 1 }],
    [key('PageDown'), { row: 15, column: 1 }],
    [key('Home'), { row: 5, column: 0 }],
    [key('End'), { row: 5, column: 5 }],
    [key('Home', { ctrlKey: true }), { row: 0, column: 0 }],
    [key('End', { metaKey: true }), last],
  ])('%o leads to %o', (event, place) => {
    expect(placeAfter({ row: 5, column: 1 }, event, last)).toEqual(place);
  });

  it('lead to the side that they show, also where the first column is at the right', () => {
    expect(placeAfter({ row: 5, column: 1 }, key('ArrowLeft'), last, true)).toEqual({ row: 5, column: 2 });
    expect(placeAfter({ row: 5, column: 1 }, key('ArrowRight'), last, true)).toEqual({ row: 5, column: 0 });
    expect(placeAfter({ row: 5, column: 1 }, key('ArrowDown'), last, true)).toEqual({ row: 6, column: 1 });
  });

  it('end at the edges', () => {
    expect(placeAfter({ row: 24, column: 5 }, key('ArrowDown'), last)).toEqual(last);
    expect(placeAfter({ row: 0, column: 0 }, key('ArrowLeft'), last)).toEqual({ row: 0, column: 0 });
  });

  it('leave what the browser needs alone', () => {
    for (const event of [key('ArrowLeft', { altKey: true }), key('Tab'), key('ArrowDown', { shiftKey: true })]) {
      expect(placeAfter({ row: 5, column: 1 }, event, last)).toBeNull();
    }
  });

  it('begin a correction: Enter with the reading, a digit in its place', () => {
    expect(editBy(key('Enter'), true)).toEqual({ typed: null });
    expect(editBy(key('7'), true)).toEqual({ typed: '7' });
    expect(editBy(key('-'), true)).toEqual({ typed: '-' });
    expect(editBy(key('Backspace'), true)).toEqual({ typed: '' });
  });

  it('begin none where nothing is read, or where they mean something else', () => {
    expect(editBy(key('7'), false)).toBeNull();
    for (const event of [key('c', { ctrlKey: true }), key('Escape'), key(' '), key('あ', { isComposing: true })]) {
      expect(editBy(event, true)).toBeNull();
    }
  });
});
