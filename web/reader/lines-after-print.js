import { around } from './boxes.js';
import { findComponents } from './image/components.js';
import { groupBy } from './math.js';

/**
 * @typedef {import('./image/cells.js').Cell} Cell
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./network/labeler.js').Labels} Labels
 */

/** A pixel is a rule's, or print, where the label is this likely; ink may hide a rule where it is a pen's. */
const RULE = 0.4;
const PRINT = 0.5;
const PEN = 0.3;

/** A dashed line has gaps of so much paper, in pixels of the labels, as the ones below. */
const GAP = 4;

/** A line to write on is so long, and so low in shares of that, or of so few pixels; so much of it is seen. */
const LONG = 30;
const LOW = 0.05;
const FLAT = 6;
const SEEN = 0.6;

/** What is printed before or behind a line is so near, in its heights, and stands on it: it ends at most so far above or below. */
const NEAR = 20;
const BELOW = 0.7;

/** A word has so many letters, and a line to write on is so many times longer than they are high. */
const WORD = 2;
const ROOM = 4;

/** Letters are so high, of their line's print, or are dots and dashes. */
const LETTER = { least: 5, most: 40 };

/** People write so much higher than the print beside the line, and so far below the line. */
const HIGH = 2.2;
const UNDER = 0.3;

/** Above a line that is to write on so little of its length is printed; what is printed there underlines. */
const MOST_PRINTED = 0.15;

/**
 * Where a form wants something written on a line: what is ruled after print, or before it, and belongs to no box.
 *
 * @param {Labels} labels of the sheet, level
 * @param {ReadonlyArray<Cell>} cells
 * @returns {Box[]} in pixels of the labels
 */
export function linesAfterPrint(labels, cells) {
  const letters = lettersIn(labels);
  const tables = [...groupBy(cells, ({ table }) => table).values()].map((own) => around(own.map(({ box }) => box)));
  const lines = linesIn(labels).filter((line) => !tables.some((table) => isBeside(table, line)));
  return lines.flatMap((line) => {
    const beside = letters.filter((letter) => isOn(letter, line));
    const text = Math.max(...beside.map(({ height }) => height));
    if (beside.length < WORD || line.width < ROOM * text) return [];
    const over = lines.filter((other) => isAbove(other, line)).map(({ y, height }) => y + height);
    const top = Math.max(0, line.y - HIGH * text, ...over);
    const box = { x: line.x, y: top, width: line.width, height: line.y + UNDER * text - top };
    return printedShare(letters, box) > MOST_PRINTED ? [] : [box];
  });
}

/** @param {Labels} labels @returns {Box[]} */
function linesIn({ rule, pen, width, height }) {
  const data = Uint8Array.from(rule, (value) => Number(value > RULE));
  for (let start = 0; start < data.length; start += width) {
    let [last, gap] = [-1, 0];
    for (let x = 0; x < width; x++) {
      const at = start + x;
      if (rule[at] > RULE) {
        if (last >= 0 && gap <= GAP) data.fill(1, start + last, at);
        [last, gap] = [x, 0];
      } else gap += Number(pen[at] < PEN);
    }
  }
  return findComponents({ data, width, height })
    .components.filter(
      ({ box, area }) =>
        box.width >= LONG &&
        box.height <= Math.max(FLAT, LOW * box.width) &&
        area >= SEEN * box.width &&
        !isAtEdge(box, height),
    )
    .map(({ box }) => box);
}

/** What is so near to the picture's upper or lower side is the paper's own edge. @param {Box} line @param {number} height */
const isAtEdge = (line, height) => line.y < FLAT || line.y + line.height > height - FLAT;

/** @param {Labels} labels @returns {Box[]} */
function lettersIn({ print, width, height }) {
  const data = Uint8Array.from(print, (value) => Number(value > PRINT));
  return findComponents({ data, width, height })
    .components.map(({ box }) => box)
    .filter((box) => box.height >= LETTER.least && box.height <= LETTER.most);
}

/** Tells whether a line is in a table, or a side of it. @param {Box} table @param {Box} line */
const isBeside = (table, line) =>
  Math.min(table.x + table.width, line.x + line.width) > Math.max(table.x, line.x) &&
  line.y + line.height >= table.y - FLAT &&
  line.y <= table.y + table.height + FLAT;

/** Tells whether a letter stands at one of a line's ends, on it. @param {Box} letter @param {Box} line */
function isOn({ x, y, width, height }, line) {
  const apart = Math.max(line.x - x - width, x - line.x - line.width);
  const bottom = y + height - line.y;
  return apart > -height / 2 && apart < NEAR * height && y < line.y && Math.abs(bottom) < BELOW * height;
}

/** @param {Box} other @param {Box} line */
const isAbove = (other, line) =>
  other.y + other.height <= line.y && Math.min(other.x + other.width, line.x + line.width) > Math.max(other.x, line.x);

/** @param {Box[]} letters @param {Box} box @returns {number} the share of its length that has print */
function printedShare(letters, box) {
  const inside = letters.filter(
    ({ x, y, width, height }) =>
      x + width / 2 > box.x && x + width / 2 < box.x + box.width && y + height / 2 > box.y && y < box.y + box.height,
  );
  return inside.reduce((sum, { width }) => sum + width, 0) / box.width;
}
