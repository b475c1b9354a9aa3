import { median } from '../math.js';
import { placesOf } from './rows-of-cells.js';

/**
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {import('./join-split.js').Enclosed} Enclosed
 */

/** A row of boxes for a digit each has at least so many, and most of them are as wide as others, within this share. */
const FEWEST = 4;
const MOST = 0.7;
const ALIKE = 0.25;

/** A line between two boxes lies within such a share of a box of where it should, and is seen along so much of them. */
const NEAR = 0.2;
const SEEN = 0.6;

/** Pixels of the labels to either side of a line's middle that are the line's. */
const ASIDE = 2;

/**
 * The boxes of a row, those parted that are several: a line between two was taken for a stroke, as it may be a 1.
 *
 * @param {Enclosed[]} cells of one table
 * @param {Labels} labels altered: such a line is a rule
 * @param {Int32Array} regions altered: what is parted gets regions of its own
 * @returns {Enclosed[]}
 */
export function partWide(cells, labels, regions) {
  const usual = median(cells.map(({ box }) => box.width));
  const isUsual = (/** @type {number} */ wide) => Math.abs(wide / usual - 1) <= ALIKE;
  const isRow = cells.length >= FEWEST && new Set(placesOf(cells.map(({ box }) => box))).size === 1;
  if (!isRow || cells.filter(({ box }) => isUsual(box.width)).length < MOST * cells.length) return cells;
  let next = regions.reduce((most, region) => Math.max(most, region), 0) + 1;
  /** @param {Enclosed} cell @returns {Enclosed[]} */
  const parted = (cell) => {
    const many = Math.round(cell.box.width / usual);
    if (many < 2 || !isUsual(cell.box.width / many)) return [cell];
    const lines = Array.from({ length: many - 1 }, (_, at) => cell.box.x + ((at + 1) * cell.box.width) / many);
    const line = lines.map((x) => lineIn(cell, x, NEAR * usual, labels)).find((found) => found !== null);
    if (line === undefined) return [cell];
    const [left, right] = partAt(cell, line, { labels, regions, next: next++ });
    return [left, ...parted(right)];
  };
  return cells.flatMap(parted);
}

/**
 * @param {Enclosed} cell
 * @param {number} middle
 * @param {number} near
 * @param {Labels} labels
 * @returns {number | null} the column near a place along which most is inked, where most is
 */
function lineIn({ box }, middle, near, { pen, print, rule, width }) {
  let best = { from: 0, to: 0, seen: 0 };
  for (let column = Math.ceil(middle - near); column <= middle + near; column++) {
    let seen = 0;
    for (let y = box.y; y < box.y + box.height; y++) {
      const at = y * width + column;
      if (pen[at] + print[at] + rule[at] > 0.5) seen++;
    }
    if (seen > best.seen) best = { from: column, to: column, seen };
    else if (seen === best.seen) best.to = column;
  }
  return best.seen >= SEEN * box.height ? (best.from + best.to) >> 1 : null;
}

/**
 * @param {Enclosed} cell
 * @param {number} line column
 * @param {{ labels: Labels, regions: Int32Array, next: number }} to altered; `next`: the region of what is right of it
 * @returns {Enclosed[]}
 */
function partAt({ region, box }, line, { labels: { pen, print, rule, width }, regions, next }) {
  const end = box.x + box.width;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = line - ASIDE; x < end; x++) {
      const at = y * width + x;
      if (regions[at] !== region && regions[at] !== 0) continue;
      if (x > line + ASIDE) {
        if (regions[at] === region) regions[at] = next;
        continue;
      }
      regions[at] = 0;
      rule[at] += pen[at] + print[at];
      pen[at] = print[at] = 0;
    }
  }
  const right = line + ASIDE + 1;
  return [
    { region, box: { ...box, width: line - ASIDE - box.x } },
    { region: next, box: { ...box, x: right, width: end - right } },
  ];
}
