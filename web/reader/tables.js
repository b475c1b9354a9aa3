import { around } from './boxes.js';
import { groupBy } from './math.js';

/**
 * @typedef {import('./image/cells.js').Cell} Cell
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./reading.js').NumberReading} NumberReading
 * @typedef {import('./reading.js').Table} Table
 */

/**
 * The tables of a picture: a cell has the number that has a digit in it.
 *
 * @param {ReadonlyArray<Cell>} cells
 * @param {ReadonlyArray<NumberReading>} numbers
 * @returns {Table[]} of two cells or more; one alone is a frame
 */
export function toTables(cells, numbers) {
  const tables = [...groupBy(cells, ({ table }) => table).values()].filter(({ length }) => length > 1);
  return tables.map((own) => {
    const placed = own.map(({ row, column, box }) => ({ row, column, number: null, box: doubled(box) }));
    return {
      rows: 1 + Math.max(...own.map(({ row }) => row)),
      columns: 1 + Math.max(...own.map(({ column }) => column)),
      box: around(placed.map(({ box }) => box)),
      cells: placed.map((cell) => ({ ...cell, number: numberIn(cell.box, numbers) })),
    };
  });
}

/**
 * @param {ReadonlyArray<Cell>} cells
 * @returns {(box: Box) => string | null} in which column of which table something is, by its middle
 */
export function columnFinder(cells) {
  const placed = cells.map(({ table, column, box }) => ({ name: `${table} ${column}`, cell: doubled(box) }));
  return (box) => placed.find(({ cell }) => isIn(cell, box))?.name ?? null;
}

/** @param {Box} cell @param {ReadonlyArray<NumberReading>} numbers @returns {number | null} */
function numberIn(cell, numbers) {
  const found = numbers.findIndex(({ digits }) => digits.some(({ box }) => isIn(cell, box)));
  return found < 0 ? null : found;
}

/** Tells whether a box's middle is in a cell. @param {Box} cell @param {Box} box */
function isIn(cell, { x, y, width, height }) {
  const [middleX, middleY] = [x + width / 2 - cell.x, y + height / 2 - cell.y];
  return middleX >= 0 && middleX < cell.width && middleY >= 0 && middleY < cell.height;
}

/** From pixels of the labels to those of the sheet. @param {Box} box @returns {Box} */
const doubled = ({ x, y, width, height }) => ({ x: 2 * x, y: 2 * y, width: 2 * width, height: 2 * height });
