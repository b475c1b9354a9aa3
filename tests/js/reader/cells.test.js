import { describe, expect, test } from 'vitest';
import { findCells } from '../../../web/reader/image/cells.js';
import { takeWritten } from '../../../web/reader/image/combs.js';
import { layOut } from '../../../web/reader/image/layout.js';
import { inkOf, labelsOf } from '../../support/labels.js';

/** @param {string[]} rows */
const laidOut = (rows) => {
  const labels = labelsOf(rows);
  const cells = findCells(labels);
  const { rows: found } = layOut(inkOf(labels), cells);
  return { cells: cells.cells, rows: found };
};

const TABLE = [
  '                  ',
  ' ---------------- ',
  ' |    |    |    | ',
  ' | #  | #  |    | ',
  ' | #  | #  |    | ',
  ' |    |    |    | ',
  ' ---------------- ',
  ' |    |    |    | ',
  ' |    | #  | #  | ',
  ' |    | #  | #  | ',
  ' |    |    |    | ',
  ' ---------------- ',
  '                  ',
];

describe('the cells of a table', () => {
  test('are told by row and column, empty ones too', () => {
    const { cells } = findCells(labelsOf(TABLE));
    expect(cells.map(({ table, row, column }) => [table, row, column])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 2],
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 2],
    ]);
  });

  test('are read each by itself, in the row that they are in', () => {
    const { rows } = laidOut(TABLE);
    expect(rows.map((row) => row.map(({ cells }) => cells.map(({ row: at, column }) => [at, column])))).toEqual([
      [[[0, 0]], [[0, 1]]],
      [[[1, 1]], [[1, 2]]],
    ]);
  });

  test('are still apart where ink lies across a rule, and keep all of the ink that is mostly theirs', () => {
    const across = TABLE.map((row, at) => (at >= 3 && at <= 6 ? `${row.slice(0, 8)}#${row.slice(9)}` : row));
    const { cells, rows } = laidOut(across);
    expect(cells).toHaveLength(6);
    expect(rows[0][1].words.flat()[0].box.height).toBe(4 * 8);
  });

  test('part ink that fills two of them', () => {
    const joined = TABLE.map((row, at) => (at >= 3 && at <= 9 ? `${row.slice(0, 8)}#${row.slice(9)}` : row));
    const { rows } = laidOut(joined);
    expect(rows.map((row) => row.length)).toEqual([2, 2]);
  });

  test('are none where rules enclose nothing', () => {
    expect(findCells(labelsOf(['--------', '        ', '   ##   ', '--------', '        '])).cells).toEqual([]);
  });
});

test('boxes in a row are one number, a word each, the empty ones among them', () => {
  const { cells, rows } = laidOut([
    '                       ',
    ' --------------------- ',
    ' |    | #  | #  |    | ',
    ' |    | #  | #  |    | ',
    ' |    | #  | #  |    | ',
    ' |    |    |    |    | ',
    ' --------------------- ',
    '                       ',
  ]);
  expect(cells).toHaveLength(4);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject([{ isOne: true }]);
  expect(rows[0][0].words).toHaveLength(2);
  expect(rows[0][0].cells).toHaveLength(4);
});

test('boxes that stand apart are one number too', () => {
  const side = (/** @type {string} */ inside) => ` ${`|${inside}| `.repeat(3)}`;
  const end = ` ${`${'-'.repeat(10)} `.repeat(3)}`;
  const empty = new Array(4).fill(side(' '.repeat(8)));
  const inked = new Array(3).fill(side('   #    '));
  const { rows } = laidOut([' '.repeat(34), end, ...empty, ...inked, ...empty, end, ' '.repeat(34)]);
  expect(rows.map((row) => row.map(({ isOne, words }) => [isOne, words.length]))).toEqual([[[true, 3]]]);
});

test.each([[[37]], [[37, 46]]])(
  'lines between boxes that look like strokes part them, and are no 1s: at %j',
  (lines) => {
    const side = ` |${'        |'.repeat(6)} `;
    const row = ` |${'   #    |'.repeat(2)}${'        |'.repeat(4)} `;
    const end = ` ${'-'.repeat(55)} `;
    const comb = [
      ' '.repeat(57),
      end,
      ...new Array(3).fill(side),
      ...new Array(3).fill(row),
      side,
      end,
      ' '.repeat(57),
    ];
    const asInk = (/** @type {string} */ line) =>
      Array.from(line, (sign, x) => (lines.includes(x) ? '#' : sign)).join('');
    const { cells, rows } = laidOut(comb.map((line, at) => (at > 1 && at < 9 ? asInk(line) : line)));
    expect(cells.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows.map((found) => found.map(({ isOne, words }) => [isOne, words.length]))).toEqual([[[true, 2]]]);
  },
);

test('a 1 in the middle of a box that is wider than others stays a 1', () => {
  const side = ` |${'        |'.repeat(3)}                 |${'        |'.repeat(2)} `;
  const wide = ` |${'        |'.repeat(3)}        #        |${'        |'.repeat(2)} `;
  const end = ` ${'-'.repeat(64)} `;
  const sheet = [
    ' '.repeat(66),
    end,
    ...new Array(4).fill(side),
    ...new Array(3).fill(wide),
    ...new Array(2).fill(side),
  ];
  const { cells, rows } = laidOut([...sheet, end, ' '.repeat(66)]);
  expect(cells).toHaveLength(6);
  expect(rows.flat()).toHaveLength(1);
});

test('a stroke that looks like a rule parts no cell whose neighbors go on there', () => {
  const row = [' |        |        | ', ' | #      |      # | ', ' |        |        | ', ' ------------------- '];
  const whole = ['                     ', ' ------------------- ', ...row, ...row, ...row, '                     '];
  const split = whole.map((line, at) => (at >= 6 && at <= 8 ? `${line.slice(0, 6)}|${line.slice(7)}` : line));
  expect(findCells(labelsOf(split)).cells.map((cell) => [cell.row, cell.column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 1],
  ]);
});

test('a piece of the rule between two boxes is no 1, though it looks written', () => {
  const { rows } = laidOut(TABLE);
  const labels = labelsOf(TABLE);
  const ink = inkOf(labels);
  for (let y = 8 * 3; y < 8 * 5; y++) for (let x = 8 * 6; x < 8 * 7; x++) ink.data[y * ink.width + x] = 1;
  expect(layOut(ink, findCells(labels)).rows.map((row) => row.length)).toEqual(rows.map((row) => row.length));
});

test('a piece of the rule between two boxes is no 1, though it reaches a little into an empty one', () => {
  const { rows } = laidOut(TABLE);
  const labels = labelsOf(TABLE);
  const ink = inkOf(labels);
  for (let y = 8 * 2 + 2; y < 8 * 6 - 2; y++)
    for (let x = 8 * 11 + 5; x < 8 * 12 + 5; x++) ink.data[y * ink.width + x] = 1;
  expect(layOut(ink, findCells(labels)).rows.map((row) => row.length)).toEqual(rows.map((row) => row.length));
});

test('a piece of a rule in the gap between two boxes is no 1, though the labels see no rule there', () => {
  const side = (/** @type {string} */ inside) => ` ${`|${inside}| `.repeat(3)}`;
  const end = ` ${`${'-'.repeat(10)} `.repeat(3)}`;
  const empty = new Array(4).fill(side(' '.repeat(8)));
  const inked = new Array(3).fill(side('   #    '));
  const boxes = [' '.repeat(34), end, ...empty, ...inked, ...empty, end, ' '.repeat(34)];
  const left = boxes.map((row, at) => (at >= 2 && at <= 12 ? `${row.slice(0, 11)}#${row.slice(12)}` : row));
  const { rows } = laidOut(left);
  expect(rows.map((row) => row.map(({ isOne, words }) => [isOne, words.length]))).toEqual([[[true, 3]]]);
});

test("a piece of a box's side is no 1 beside its digit, and a 1 alone in a box is one wherever it stands", () => {
  const row = (/** @type {string} */ first) => ` |${first}|        |   #    | `;
  const end = ` ${'-'.repeat(28)} `;
  const boxes = (/** @type {string} */ first) => [
    ' '.repeat(30),
    end,
    ...new Array(7).fill(row(first)),
    end,
    ' '.repeat(30),
  ];
  const piecesIn = (/** @type {string} */ first) => laidOut(boxes(first)).rows[0][0].words[0].length;
  expect(piecesIn('#   ##  ')).toBe(1);
  expect(piecesIn('#       ')).toBe(1);
});

test('a line that goes on at both sides of a cell is read with it, in the order in which it is written', () => {
  const sheet = [
    '                              ',
    '          -------             ',
    '          |     |             ',
    ' #  #  #  |  #  |    #  #     ',
    ' #  #  #  |  #  |    #  #     ',
    ' #  #  #  |  #  |    #  #     ',
    '          |     |             ',
    '          -------             ',
    '                              ',
  ];
  const { rows } = laidOut(sheet);
  expect(rows).toHaveLength(1);
  expect(rows[0].map(({ cells, words }) => [cells.length, words.flat().length])).toEqual([
    [0, 3],
    [1, 1],
    [0, 2],
  ]);
});

test("what looks printed and fills a digit's box was written; what is small there tells what to write", () => {
  const comb = [
    '                ',
    ' -------------- ',
    ' |    |    |  | ',
    ' | p  |    |  | ',
    ' | p  |    |  | ',
    ' | p  | p  |  | ',
    ' |    |    |  | ',
    ' -------------- ',
    '                ',
  ].map((row) =>
    row
      .replace('|  | ', '|    | ')
      .replace(/^ -+ $/, ` ${'-'.repeat(16)} `)
      .padEnd(18),
  );
  const labels = labelsOf(comb);
  takeWritten(labels, findCells(labels));
  const penAt = (/** @type {number} */ row, /** @type {number} */ column) =>
    labels.pen[(4 * row + 2) * labels.width + 4 * column + 2] > 0.5;
  expect([penAt(4, 3), penAt(5, 8)]).toEqual([true, false]);
});
