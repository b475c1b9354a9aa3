import { describe, expect, it } from 'vitest';
import { MOST_ROWS, piecesOf } from '../../../web/batch/table/in-sight.js';

/** @param {import('../../../web/batch/table/in-sight.js').Piece[]} pieces */
const rowsOf = (pieces) => pieces.filter((piece) => typeof piece === 'number');

/** @param {import('../../../web/batch/table/in-sight.js').Piece[]} pieces @returns {number} rows, in the page or not */
const countOf = (pieces) =>
  pieces.reduce((/** @type {number} */ sum, each) => sum + (typeof each === 'number' ? 1 : each.count), 0);

describe('rows in the page', () => {
  it('are all of them, where they are few', () => {
    expect(piecesOf(3, 0, -1)).toEqual([0, 1, 2]);
    expect(piecesOf(0, 0, -1)).toEqual([]);
    expect(rowsOf(piecesOf(MOST_ROWS, 0, 4))).toHaveLength(MOST_ROWS);
  });

  it('are those around what is in sight, where they are many', () => {
    const pieces = piecesOf(27_000, 1000, -1);
    expect(pieces[0]).toEqual({ from: 0, count: 1000 });
    expect(pieces[1]).toBe(1000);
    expect(rowsOf(pieces)).toHaveLength(MOST_ROWS);
    expect(pieces.at(-1)).toEqual({ from: 1000 + MOST_ROWS, count: 26_000 - MOST_ROWS });
  });

  it('end with the last', () => {
    const pieces = piecesOf(27_000, 26_990, -1);
    expect(pieces.at(-1)).toBe(26_999);
    expect(rowsOf(pieces)).toHaveLength(MOST_ROWS);
  });

  it('hold the selected one, wherever it is', () => {
    const above = piecesOf(27_000, 1000, 7);
    expect(above.slice(0, 4)).toEqual([{ from: 0, count: 7 }, 7, { from: 8, count: 992 }, 1000]);
    const below = piecesOf(27_000, 1000, 26_999);
    expect(below.at(-1)).toBe(26_999);
    expect([above, below].map(countOf)).toEqual([27_000, 27_000]);
    expect(piecesOf(27_000, 1000, 1001)).toEqual(piecesOf(27_000, 1000, -1));
  });
});
