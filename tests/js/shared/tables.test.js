import { expect, it } from 'vitest';
import { correctNumber } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { splitTables, textsOf } from '../../../web/shared/reading/tables.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

const [WIDE, HIGH] = [100, 50];

/**
 * A table of cells of 100 x 50 pixels.
 * @param {(number | null)[][]} rows which of the numbers each cell names
 * @returns {import('../../../web/reader/reading.js').Table}
 */
function tableOf(rows) {
  const cells = rows.flatMap((names, row) =>
    names.map((number, column) => ({
      row,
      column,
      number,
      box: { x: column * WIDE, y: row * HIGH, width: WIDE, height: HIGH },
    })),
  );
  const columns = rows[0].length;
  return { rows: rows.length, columns, box: { x: 0, y: 0, width: columns * WIDE, height: rows.length * HIGH }, cells };
}

/** @param {string[]} texts each in a cell of its own, three beside each other */
const numbersOf = (texts) =>
  texts.map((text, place) =>
    madeUpNumber(text, {
      x: 10 + WIDE * (place % 3),
      y: 10 + HIGH * Math.floor(place / 3),
      line: Math.floor(place / 3),
    }),
  );

/** @param {import('../../../web/reader/reading.js').NumberReading[]} numbers @param {(number | null)[][][]} tables */
const shownOf = (numbers, ...tables) => shownReading({ ...madeUpReading(...numbers), tables: tables.map(tableOf) }, []);

/** @param {import('../../../web/shared/reading/shown-reading.js').Shown} shown */
function told(shown) {
  const { outside, grids } = splitTables(shown);
  return { outside: outside.map(({ text }) => text), tables: grids.map(textsOf) };
}

it('numbers stand in their rows and columns, and empty cells are empty', () => {
  const shown = shownOf(numbersOf(['1', '22', '3', '4']), [
    [0, 1, null],
    [2, null, 3],
  ]);
  expect(told(shown)).toEqual({
    outside: [],
    tables: [
      [
        ['1', '22', ''],
        ['3', '', '4'],
      ],
    ],
  });
});

it('what stands outside of a table stays outside', () => {
  const total = madeUpNumber('2047', { x: 500, y: 400, line: 2 });
  const shown = shownOf(
    [...numbersOf(['1', '2', '3', '4']), total],
    [
      [0, 1],
      [2, 3],
    ],
  );
  expect(told(shown).outside).toEqual(['2047']);
});

it('a number with a box for each digit is one cell over all of these', () => {
  const shown = shownOf(
    [madeUpNumber('160'), madeUpNumber('15', { line: 1 })],
    [
      [0, 0, 0],
      [null, 1, 1],
    ],
  );
  expect(told(shown).tables).toEqual([
    [
      ['160', '', ''],
      ['', '15', ''],
    ],
  ]);
  const [grid] = splitTables(shown).grids;
  expect(grid.map((row) => row.map(({ span }) => span))).toEqual([[3], [1, 2]]);
});

it('a second number in a cell is not lost', () => {
  const numbers = [...numbersOf(['1', '2', '3', '4']), madeUpNumber('5', { x: 60, y: 10 })];
  expect(
    told(
      shownOf(numbers, [
        [0, 1],
        [2, 3],
      ]),
    ).tables,
  ).toEqual([
    [
      ['1 5', '2'],
      ['3', '4'],
    ],
  ]);
});

it('a row of boxes, one number, and squared paper are no tables', () => {
  const numbers = numbersOf(['1', '2']);
  expect(told(shownOf(numbers, [[0, 1]])).tables).toEqual([]);
  expect(
    told(
      shownOf(numbersOf(['1']), [
        [0, null],
        [null, null],
      ]),
    ).tables,
  ).toEqual([]);
  const squares = Array.from({ length: 9 }, (_, row) =>
    Array(9)
      .fill(null)
      .with(0, row === 4 ? 0 : null),
  );
  squares[4][1] = 1;
  expect(told(shownOf(numbers, squares))).toEqual({ outside: ['1', '2'], tables: [] });
});

it('a correction counts in its cell', () => {
  const reading = {
    ...madeUpReading(...numbersOf(['1', '2', '3', '4'])),
    tables: [
      tableOf([
        [0, 1],
        [2, 3],
      ]),
    ],
  };
  const [first, second] = shownReading(reading, []).numbers;
  const said = correctNumber(correctNumber([], first, '17'), second, '');
  expect(told(shownReading(reading, said)).tables).toEqual([
    [
      ['17', ''],
      ['3', '4'],
    ],
  ]);
});
