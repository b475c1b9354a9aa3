import { groupBy, median } from '../math.js';
import { MARK } from './marks.js';

/**
 * @typedef {import('./cells.js').Cell} Cell
 * @typedef {import('./cells.js').Cells} Cells
 * @typedef {import('../network/labeler.js').Labels} Labels
 */

/** A comb has at least so many boxes, none wider than so many of its heights, nor than so many of the middle one. */
const FEWEST = 2;
const WIDE = 1.5;
const WIDER = 1.7;

/** What fills so much of a box's height was written there; what tells what to write is smaller. */
const FILLS = 0.42;

/**
 * The rows of boxes for a digit each, every one a table of one row.
 *
 * @param {ReadonlyArray<Cell>} cells
 * @returns {Set<number>} their tables
 */
export function combsOf(cells) {
  const tables = [...groupBy(cells, ({ table }) => table)];
  return new Set(tables.filter(([, row]) => isComb(row)).map(([table]) => table));
}

/** @param {Cell[]} row */
function isComb(row) {
  const usual = median(row.map(({ box }) => box.width));
  return (
    row.length >= FEWEST &&
    row.every((cell) => cell.row === row[0].row) &&
    row.every(({ box }) => box.width <= WIDE * box.height && box.width <= WIDER * usual)
  );
}

/**
 * Gives to the pen what the labels take for print in boxes for digits, if it is large enough to be what was asked for.
 *
 * @param {Labels} labels altered
 * @param {Cells} known
 */
export function takeWritten({ pen, print, rule }, { regions, width, cells }) {
  const combs = combsOf(cells);
  for (const { box, region } of cells.filter(({ table }) => combs.has(table))) {
    let [top, bottom] = [box.y + box.height, box.y];
    const eachMark = (/** @type {(at: number, y: number) => void} */ take) => {
      for (let y = box.y; y < box.y + box.height; y++) {
        for (let at = y * width + box.x; at < y * width + box.x + box.width; at++) {
          if (regions[at] === region && pen[at] + print[at] > Math.max(MARK, rule[at])) take(at, y);
        }
      }
    };
    eachMark((_, y) => {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    });
    if (bottom - top < FILLS * box.height) continue;
    eachMark((at) => {
      pen[at] += print[at];
      print[at] = 0;
    });
  }
}
