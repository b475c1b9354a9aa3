import { describe, expect, test } from 'vitest';
import { findCells } from '../../../web/reader/image/cells.js';
import { layOut } from '../../../web/reader/image/layout.js';
import { inkOf, labelsOf } from '../../support/labels.js';

describe('squared paper', () => {
  /** Squares of ten pixels, eight across and seven down; sides within what `joined` holds are hidden by ink. @param {[number, number][]} joined two by two squares from here */
  const squares = (joined) => {
    const hidden = (/** @type {number} */ x, /** @type {number} */ y) =>
      joined.some(([left, top]) => x > 10 * left && x < 10 * left + 20 && y > 10 * top && y < 10 * top + 20);
    const mark = (/** @type {number} */ x, /** @type {number} */ y) => {
      if (hidden(x, y)) return x % 20 > 8 && x % 20 < 12 && y % 10 > 3 ? '#' : ' ';
      return y % 10 === 0 ? '-' : x % 10 === 0 ? '|' : ' ';
    };
    const rows = Array.from({ length: 71 }, (_, y) => Array.from({ length: 81 }, (__, x) => mark(x, y)).join(''));
    const blank = ' '.repeat(83);
    const labels = labelsOf([blank, ...rows.map((row) => ` ${row} `), blank]);
    return layOut(inkOf(labels), findCells(labels)).cells;
  };

  test('is no table, where squares that ink lies across are several in one', () => {
    expect(squares([[0, 1], [3, 1], [5, 4]])).toHaveLength(0); // prettier-ignore
  });

  test('is a table as long as each square is one', () => {
    expect(squares([])).toHaveLength(56);
  });
});
