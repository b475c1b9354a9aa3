import { around } from './boxes.js';
import { combsOf } from './image/combs.js';
import { linesAfterPrint } from './lines-after-print.js';
import { groupBy, median } from './math.js';
import { seeSheet } from './sheet.js';

/**
 * @typedef {import('./image/cells.js').Cell} Cell
 * @typedef {import('./image/file/decode.js').Picture} Picture
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./network/labeler.js').Labels} Labels
 * @typedef {{ box: Box, cells?: number }} PrintedField a box, a cell of a table, a line to write on, or a row of so many cells for a digit each
 */

/** The middles of a row's cells are as far apart as others are, within such a share; ink at a cell's side makes it narrower. */
const EVEN = 0.3;

/** Few cells of a row are narrower than such a share of the widest: a label beside its field is no row. */
const ALIKE = 0.6;
const FEW = 1 / 3;

/** Below print, or beside it but for in tables, so much of a cell's height or width is free where one is to write there. */
const FREE = { across: 0.6, down: 0.5 };

/** Where more than such a share of a table's column or row is printed, all of it is: its heads. Fewer cells do not tell. */
const HEADS = { share: 0.7, least: 4 };

/**
 * Where a printed form wants something written: what rules enclose, but for what is full of print, and lines after print.
 *
 * @param {Picture} picture of the form, upright
 * @param {(picture: Picture) => Labels} label
 * @returns {PrintedField[]} in pixels of the whole picture, row by row
 */
export function findFields(picture, label) {
  const { cells, print, labels, place } = seeSheet(picture, label);
  const combs = combsOf(cells);
  const fields = [...groupBy(cells, ({ table }) => table)].flatMap(([table, own]) => {
    const rows = combs.has(table) ? evenRuns(own) : [own];
    return rows.flatMap((row) =>
      combs.has(table) && areAlike(row) ? [inOne(row)] : withoutHeads(row, print).map(({ box }) => ({ box })),
    );
  });
  const lines = linesAfterPrint(labels, cells).map((box) => ({ box }));
  return outermost([...fields, ...lines]).map((field) => ({ ...field, box: place(doubled(field.box)) }));
}

/**
 * @param {Cell[]} row from left to right
 * @returns {Cell[][]} what stands apart parted: a date's day, month and year
 */
function evenRuns(row) {
  const steps = row.slice(1).map(({ box }, at) => box.x + box.width / 2 - row[at].box.x - row[at].box.width / 2);
  const usual = median(steps);
  /** @type {Cell[][]} */
  const runs = [[row[0]]];
  row.slice(1).forEach((cell, at) => {
    if (Math.abs(steps[at] / usual - 1) <= EVEN) runs[runs.length - 1].push(cell);
    else runs.push([cell]);
  });
  return runs;
}

/** Tells whether there are several, and few are narrower than others. @param {Cell[]} row */
function areAlike(row) {
  const widest = Math.max(...row.map(({ box }) => box.width));
  return row.length > 1 && row.filter(({ box }) => box.width < ALIKE * widest).length <= FEW * row.length;
}

/**
 * One field, whose equal parts are the cells, whatever ink makes some of them narrower.
 *
 * @param {Cell[]} row
 * @returns {PrintedField}
 */
function inOne(row) {
  const boxes = row.map(({ box }) => box);
  const middles = boxes.map(({ x, width }) => x + width / 2);
  const steps = middles.flatMap((middle, at) => middles.slice(0, at).map((other, to) => (middle - other) / (at - to)));
  const step = median(steps);
  const first = median(middles.map((middle, at) => middle - at * step));
  const { y, height } = around(boxes);
  return { box: { x: first - step / 2, y, width: row.length * step, height }, cells: row.length };
}

/** @param {Cell[]} table @param {ReadonlyArray<Box>} print */
function withoutHeads(table, print) {
  const isGrid = [table.map(({ row }) => row), table.map(({ column }) => column)].every((at) => new Set(at).size > 1);
  const printed = new Set(table.filter((cell) => isPrinted(cell, print, isGrid)));
  const isHeads = (/** @type {Cell[]} */ line) =>
    line.length >= HEADS.least && line.filter((cell) => printed.has(cell)).length > HEADS.share * line.length;
  const lines = [...groupBy(table, ({ row }) => row).values(), ...groupBy(table, ({ column }) => column).values()];
  const heads = new Set(lines.filter(isHeads).flat());
  return table.filter((cell) => !printed.has(cell) && !heads.has(cell));
}

/**
 * Tells whether print leaves no room to write.
 *
 * @param {Cell} cell
 * @param {ReadonlyArray<Box>} print in pixels of the sheet
 * @param {boolean} isGrid whether it is one of a table's, where beside print nobody writes
 */
function isPrinted({ box }, print, isGrid) {
  const own = doubled(box);
  const inside = print.filter((other) => shared(own, other));
  const across = freeIn(
    [own.x, own.width],
    inside.map(({ x, width }) => [x, width]),
  );
  const down = freeIn(
    [own.y, own.height],
    inside.map(({ y, height }) => [y, height]),
  );
  return down < FREE.down && (isGrid || across < FREE.across);
}

/** @typedef {[start: number, length: number]} Span @param {Span} whole @param {Span[]} taken @returns {number} the largest share in one piece */
function freeIn([start, length], taken) {
  let [free, last] = [0, start];
  for (const [from, long] of taken.toSorted(([a], [b]) => a - b)) {
    free = Math.max(free, from - last);
    last = Math.max(last, from + long);
  }
  return Math.max(free, start + length - last) / length;
}

/**
 * Fields in fields are pieces of a faint grid, but for rows of cells, which a box may be around.
 *
 * @param {PrintedField[]} fields
 */
function outermost(fields) {
  const isIn = (/** @type {PrintedField} */ one, /** @type {PrintedField} */ other) =>
    one !== other && !!shared(middleOf(one.box), other.box);
  const kept = fields.filter((field) => field.cells || !fields.some((one) => one.cells && isIn(one, field)));
  return kept.filter((field) => field.cells || !kept.some((other) => isIn(field, other)));
}

/** @param {Box} box @returns {Box} */
const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2, width: 1, height: 1 });

/** @param {Box} one @param {Box} other @returns {boolean} whether they share a place */
const shared = (one, other) =>
  Math.min(one.x + one.width, other.x + other.width) > Math.max(one.x, other.x) &&
  Math.min(one.y + one.height, other.y + other.height) > Math.max(one.y, other.y);

/** From pixels of the labels to those of the sheet. @param {Box} box @returns {Box} */
const doubled = ({ x, y, width, height }) => ({ x: 2 * x, y: 2 * y, width: 2 * width, height: 2 * height });
