import { createGroups } from '../math.js';
import { findComponents } from './components.js';
import { joinSplit } from './join-split.js';
import { partWide } from './part-wide.js';
import { areInColumn, areInRow, placesOf, turned } from './rows-of-cells.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {{ table: number, row: number, column: number, region: number, box: Box }} Cell paper between rules; `region` is
 *   its pixels' in `Cells`, the box in pixels of the labels
 * @typedef {{ regions: Int32Array, width: number, height: number, cells: Cell[] }} Cells `regions`: of each pixel of the
 *   labels, 0 on rules; those that are no cell's are around the cells
 */

/** A pixel is a rule's where the label is this likely; ink may hide a rule where it is a pen's. */
const RULE = 0.4;
const PEN = 0.4;

/** Rules are at least so long, and have no longer gaps of paper, in pixels of the labels; so much of them is seen. */
const LONG = 10;
const GAP = 3;
const SEEN = 0.5;

/** A cell is at least so high and wide, in pixels of the labels; fills its box so far, and at most this share of the picture. */
const LEAST_SIDE = 6;
const FULL = 0.6;
const MOST = 0.5;

/**
 * The cells of tables and the boxes of combs: what rules enclose, whatever ink lies across them.
 *
 * @param {Labels} labels altered: a line between two boxes that was taken for a stroke is a rule
 * @returns {Cells}
 */
export function findCells(labels) {
  const { width, height } = labels;
  const free = paperBetween(labels);
  const { labels: regions, components } = findComponents({ data: free, width, height });
  const enclosed = components
    .filter((region) => isCell(region, labels))
    .map(({ label, box }) => ({ region: label, box }));
  const tables = groupedBeside(enclosed);
  return {
    regions,
    width,
    height,
    cells: tables.flatMap((cells, table) =>
      inRowsAndColumns(partWide(joinSplit(cells, { regions, width }), labels, regions), table),
    ),
  };
}

/** @param {Labels} labels @returns {Uint8Array} 0 on rules, also where ink or a gap is between two parts of one */
function paperBetween({ rule, pen, width, height }) {
  const free = new Uint8Array(width * height).fill(1);
  for (let at = 0; at < free.length; at++) if (rule[at] > RULE) free[at] = 0;
  const isRule = (/** @type {number} */ at, /** @type {number} */ aside) =>
    rule[at] > RULE || rule[at - aside] > RULE || rule[at + aside] > RULE;
  for (const [count, length, along, aside] of [
    [height, width, 1, width],
    [width, height, width, 1],
  ]) {
    for (let line = 0; line < count; line++) {
      closeLine(free, { isRule: (at) => isRule(at, aside), pen, start: line * aside, length, along });
    }
  }
  return free;
}

/**
 * @param {Uint8Array} free altered
 * @param {{
 *   isRule: (at: number) => boolean,
 *   pen: Float32Array,
 *   start: number,
 *   length: number,
 *   along: number,
 * }} line
 */
function closeLine(free, { isRule, pen, start, length, along }) {
  let [first, last, seen, gap] = [-1, -1, 0, 0];
  const end = () => {
    if (first >= 0 && seen >= Math.max(LONG, SEEN * (last - first)))
      for (let place = first; place <= last; place++) free[start + place * along] = 0;
    [first, seen, gap] = [-1, 0, 0];
  };
  for (let place = 0; place < length; place++) {
    const at = start + place * along;
    if (isRule(at)) {
      if (first < 0) first = place;
      [last, gap] = [place, 0];
      seen++;
    } else if (first >= 0 && pen[at] < PEN && ++gap > GAP) end();
  }
  end();
}

/**
 * @param {import('./components.js').Component} region
 * @param {{ width: number, height: number }} size
 */
function isCell({ box, area }, { width, height }) {
  const isInside = box.x > 0 && box.y > 0 && box.x + box.width < width && box.y + box.height < height;
  return (
    isInside &&
    Math.min(box.width, box.height) >= LEAST_SIDE &&
    area >= FULL * box.width * box.height &&
    box.width * box.height <= MOST * width * height
  );
}

/**
 * @typedef {{ region: number, box: Box }} Enclosed
 * @param {Enclosed[]} cells
 * @returns {Enclosed[][]} those that are in one table, from the top
 */
function groupedBeside(cells) {
  const groups = createGroups(cells.length);
  cells.forEach(({ box }, index) => {
    for (let next = index + 1; next < cells.length; next++) {
      const other = cells[next].box;
      if (areInRow(box, other) || areInColumn(box, other)) groups.join(index, next);
    }
  });
  return groups.all().map((group) => group.map((index) => cells[index]));
}

/**
 * @param {Enclosed[]} cells
 * @param {number} table
 * @returns {Cell[]} row by row, each from left to right
 */
function inRowsAndColumns(cells, table) {
  const boxes = cells.map(({ box }) => box);
  const rows = placesOf(boxes);
  const columns = placesOf(boxes.map(turned));
  return cells
    .map(({ region, box }, index) => ({ table, row: rows[index], column: columns[index], region, box }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}
