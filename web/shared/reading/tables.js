/**
 * The tables of a reading as they are shown: rows and columns with the numbers that stand in them.
 *
 * @import { Table } from '../../reader/reading.js'
 * @import { Shown, ShownNumber } from './shown-reading.js'
 * @typedef {{ numbers: ShownNumber[], span: number }} Cell without numbers where it is empty; span: how many columns one
 *   number takes that has a box for each digit
 * @typedef {Cell[][]} Grid row by row
 */

/** Squared paper is ruled like a table. A table has numbers in at least two of its cells, and in such a share of them. */
const FEWEST = 2;
const FILLED = 0.2;

/**
 * @param {Shown} shown
 * @returns {{ outside: ShownNumber[], grids: Grid[] }} the numbers that stand in no table, and the tables; rows and columns
 *   are two or more
 */
export function splitTables({ numbers, tables = [] }) {
  const grids = tables.filter(isTable).map((table) => gridOf(table, numbers));
  const inside = new Set(grids.flat(2).flatMap((cell) => cell.numbers));
  return { outside: numbers.filter((number) => !inside.has(number)), grids };
}

/** @param {Table} table */
function isTable({ rows, columns, cells }) {
  const filled = cells.filter(({ number }) => number !== null);
  const several = new Set(filled.map(({ number }) => number)).size >= FEWEST;
  return rows > 1 && columns > 1 && several && filled.length >= FILLED * cells.length;
}

/**
 * @param {Table} table
 * @param {ReadonlyArray<ShownNumber>} numbers of the reading, as its cells count them
 * @returns {Grid}
 */
function gridOf({ rows, columns, cells }, numbers) {
  const named = new Set(cells.flatMap(({ number }) => (number === null ? [] : [numbers[number]])));
  /** @type {Set<ShownNumber>} */
  const placed = new Set();
  return Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    /** @type {Cell[]} */
    const made = [];
    for (let column = 0; column < columns;) {
      const cell = own.find((each) => each.column === column);
      const of = cell ? numbersIn(cell, numbers, named).filter((number) => !placed.has(number)) : [];
      for (const number of of) placed.add(number);
      const last =
        of.length > 0 ? own.findLast((each) => each.number !== null && numbers[each.number] === of[0]) : cell;
      const span = Math.max(1, (last?.column ?? column) - column + 1);
      made.push({ numbers: of, span });
      column += span;
    }
    return made;
  });
}

/**
 * @param {Table['cells'][number]} cell
 * @param {ReadonlyArray<ShownNumber>} numbers
 * @param {ReadonlySet<ShownNumber>} named those that a cell names
 * @returns {ShownNumber[]} the one that the cell names, and what else lies in it
 */
function numbersIn({ number, box }, numbers, named) {
  const isInside = (/** @type {ShownNumber} */ { box: { x, y, width, height } }) => {
    const [across, down] = [x + width / 2 - box.x, y + height / 2 - box.y];
    return across >= 0 && across < box.width && down >= 0 && down < box.height;
  };
  return numbers.filter((each, place) => place === number || (!named.has(each) && isInside(each)));
}

/** @param {Grid} grid @returns {string[][]} the text of each cell; a number with a box for each digit stands in the first */
export const textsOf = (grid) =>
  grid.map((row) =>
    row.flatMap(({ numbers, span }) => [
      numbers.flatMap(({ text }) => text || []).join(' '),
      ...Array(span - 1).fill(''),
    ]),
  );
