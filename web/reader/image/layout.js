import { around } from '../boxes.js';
import { groupBy, median } from '../math.js';
import { combsOf } from './combs.js';
import { findWriting, toWords } from './find-lines.js';
import { byCell, withoutSquares } from './ink-in-cells.js';
import { groupIntoLines, usualHeight } from './lines.js';
import { partHigh } from './part-high.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./cells.js').Cell} Cell
 * @typedef {import('./cells.js').Cells} Cells
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Shaded} Shaded
 * @typedef {import('./pen-ink.js').InkMask} InkMask
 * @typedef {{ words: Component[][], cells: Cell[], isOne: boolean }} Part what is read by itself: the writing of a line, of
 *   a cell, or of the boxes of a comb, which are one number, and a word each
 * @typedef {{ labeled: Shaded, cells: Cell[], rows: Part[][] }} Layout `cells`: but for those of squared paper; `rows`: in the order in which a person reads, each from left to
 *   right
 */

/** What is so small by itself, of the usual height, is no writing. */
const SPECK = 0.55;

/** Rows at the picture's side are at least so high, of the usual one. */
const CUT_OFF = 0.9;

/** Parts are in one row where their middles are at most this share of the lower one's height apart. */
const BESIDE = 0.45;

/**
 * @param {InkMask} mask
 * @param {Cells} cells
 * @returns {Layout}
 */
export function layOut(mask, cells) {
  const { labeled, writing } = findWriting(mask);
  const known = withoutSquares(labeled, writing, cells);
  const tables = known.cells;
  const owned = byCell(labeled, writing, known);
  const linesIn = (/** @type {Component[]} */ ink) => groupIntoLines(partHigh(labeled, ink, mask.stroke), mask.stroke);
  const lines = new Map([...owned].map(([cell, components]) => [cell, linesIn(components)]));
  const inCells = cellRows(tables, lines);
  const free = (lines.get(null) ?? []).flatMap((line) => partedBy(inCells, line)).map((line) => toPart(line));
  const rows = inRows([...free, ...inCells]);
  const usual = usualHeight(inkOf(rows.flat()), mask.stroke);
  const isWriting = (/** @type {Part[]} */ row) => !isCutOff(row, rows, mask) && !isOfSpecks(row, usual);
  return { labeled, cells: tables, rows: rows.filter(isWriting) };
}

/**
 * Tells whether the picture's upper or lower side cuts a row off: all of it begins there, and is lower than other rows.
 *
 * @param {Part[]} row
 * @param {Part[][]} rows
 * @param {{ height: number }} size
 */
function isCutOff(row, rows, { height }) {
  const boxes = inkOf(row).map(({ box }) => box);
  const isAtSide = boxes.every(({ y }) => y === 0) || boxes.every((box) => box.y + box.height === height);
  return isAtSide && rows.length > 1 && around(boxes).height < CUT_OFF * median(rows.map(heightOf));
}

/** Tells whether all of a row is much smaller than writing. @param {Part[]} row @param {number} usual height */
const isOfSpecks = (row, usual) => inkOf(row).every(({ box }) => Math.max(box.width, box.height) < SPECK * usual);

/** @param {Part[]} row */
const heightOf = (row) => Math.max(...inkOf(row).map(({ box }) => box.height));

/** @param {Part[]} parts */
const inkOf = (parts) => parts.flatMap(({ words }) => words.flat());

/** @param {Component[]} line @param {Cell[]} [cells] @param {string | null} [inRow] @returns {Placed} */
const toPart = (line, cells = [], inRow = null) => ({
  words: toWords(line),
  cells,
  isOne: false,
  box: around(line.map(({ box }) => box)),
  inRow,
});

/**
 * @typedef {Part & { box: Box, inRow: string | null }} Placed `inRow`: of which row of a table it is, where its cells have one line each
 * @param {Cell[]} cells
 * @param {Map<Cell | null, Component[][]>} lines
 * @returns {Placed[]}
 */
function cellRows(cells, lines) {
  const rows = groupBy(cells, ({ table, row }) => `${table} ${row}`);
  const combs = combsOf(cells);
  return [...rows].flatMap(([key, row]) => {
    const written = row.filter((cell) => lines.get(cell)?.length);
    if (!written.length) return [];
    if (combs.has(row[0].table) && written.every((cell) => lines.get(cell)?.length === 1)) {
      const words = written.map((cell) => lines.get(cell)?.[0] ?? []);
      return [{ ...toPart(words.flat(), row, key), words, isOne: true }];
    }
    return written.flatMap((cell) => {
      const own = lines.get(cell) ?? [];
      return own.map((line) => toPart(line, [cell], own.length === 1 ? key : null));
    });
  });
}

/**
 * A line, in pieces where something written in cells lies between: not all cells of a table are always found.
 *
 * @param {Placed[]} inCells
 * @param {Component[]} line from left to right
 * @returns {Component[][]}
 */
function partedBy(inCells, line) {
  /** @type {Component[][]} */
  const pieces = [];
  line.forEach((component, at) => {
    const before = line[at - 1]?.box;
    const isParted = before && inCells.some(({ box }) => isBetween(before, box, component.box));
    if (at === 0 || isParted) pieces.push([component]);
    else pieces[pieces.length - 1].push(component);
  });
  return pieces;
}

/** @param {Box} left @param {Box} box @param {Box} right */
const isBetween = (left, box, right) =>
  endOf(left) <= box.x && endOf(box) <= right.x && areLevel(left, box) && areLevel(box, right);

/**
 * Parts that are beside each other; those of one row of a table are, however it climbs.
 *
 * @param {Placed[]} parts
 * @returns {Part[][]} from the top, each from left to right
 */
function inRows(parts) {
  let alone = 0;
  const ofTables = groupBy(parts, ({ inRow }) => inRow ?? alone++);
  /** @type {Placed[][]} */
  const rows = [];
  for (const group of [...ofTables.values()].sort(([a], [b]) => middleOf(a.box) - middleOf(b.box))) {
    const row = rows.find((other) => areBeside(group, other));
    if (row) row.push(...group);
    else rows.push(group);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

/**
 * Tells whether one goes on where the other ends, at its height, or between two of its parts.
 *
 * @param {Placed[]} group
 * @param {Placed[]} row
 */
function areBeside(group, row) {
  /** @type {{ gap: number, one: Box, other: Box }[]} */
  const pairs = group.flatMap(({ box: one }) =>
    row.map(({ box: other }) => ({ gap: Math.max(other.x - endOf(one), one.x - endOf(other)), one, other })),
  );
  if (pairs.some(({ gap }) => gap <= 0)) return false;
  const { one, other } = pairs.reduce((best, pair) => (pair.gap < best.gap ? pair : best));
  return areLevel(one, other);
}

/** @param {Box} one @param {Box} other */
const areLevel = (one, other) =>
  Math.abs(middleOf(one) - middleOf(other)) <= BESIDE * Math.min(one.height, other.height);

/** @param {Box} box */
const endOf = ({ x, width }) => x + width;

/** @param {Box} box */
const middleOf = ({ y, height }) => y + height / 2;
