import { around } from '../boxes.js';
import { groupBy } from '../math.js';
import { APART, placesOf, turned } from './rows-of-cells.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ region: number, box: Box }} Enclosed
 */

/** So many rows above and below tell whether a rule goes on; at least so many are not parted by it. */
const NEAR = 3;
const LEAST = 2;

/**
 * A table's cells, those joined that a stroke parts, a 1 or a dash: rules go on in the rows beside.
 *
 * @param {Enclosed[]} cells of one table
 * @param {{ regions: Int32Array, width: number }} labeled altered: what is joined is one region
 * @returns {Enclosed[]}
 */
export function joinSplit(cells, { regions, width }) {
  /** @type {Map<number, number>} */
  const into = new Map();
  const acrossJoined = joinAlong(cells, into);
  const flipped = acrossJoined.map(({ region, box }) => ({ region, box: turned(box) }));
  const joined = joinAlong(flipped, into).map(({ region, box }) => ({ region, box: turned(box) }));
  if (into.size === 0) return joined;
  for (let at = 0; at < regions.length; at++) regions[at] = into.get(regions[at]) ?? regions[at];
  // What parted them is no rule any more.
  for (const { region, box } of joined.filter((cell) => [...into.values()].includes(cell.region))) {
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let at = y * width + box.x; at < y * width + box.x + box.width; at++) if (!regions[at]) regions[at] = region;
    }
  }
  return joined;
}

/**
 * @param {Enclosed[]} cells
 * @param {Map<number, number>} into altered: from the regions that are joined to others
 * @returns {Enclosed[]}
 */
function joinAlong(cells, into) {
  const places = placesOf(cells.map(({ box }) => box));
  const rows = [...groupBy([...cells.keys()], (index) => places[index])]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.map((index) => cells[index]).sort((a, b) => a.box.x - b.box.x));
  return rows.flatMap((row, at) => {
    const others = rows.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((other) => other !== row);
    /** @type {Enclosed[]} */
    const joined = [];
    for (const cell of row) {
      const last = joined[joined.length - 1];
      if (last && isSplit(last.box, cell.box, others)) {
        for (const [from, to] of into) if (to === cell.region) into.set(from, last.region);
        into.set(cell.region, last.region);
        joined[joined.length - 1] = { ...last, box: around([last.box, cell.box]) };
      } else joined.push(cell);
    }
    return joined;
  });
}

/**
 * Tells whether what parts two cells parts no other row there.
 *
 * @param {Box} left
 * @param {Box} right
 * @param {Enclosed[][]} others
 */
function isSplit(left, right, others) {
  const end = left.x + left.width;
  if (right.x - end > APART) return false;
  const x = (end + right.x) / 2;
  const whole = others.filter((row) => row.some(({ box }) => box.x + APART < x && x < box.x + box.width - APART));
  const parted = others.filter((row) => !whole.includes(row) && row.some(({ box }) => isNear(box, x)));
  return whole.length >= LEAST && whole.length > parted.length;
}

/** @param {Box} box @param {number} x */
const isNear = (box, x) => Math.abs(box.x - x) <= APART || Math.abs(box.x + box.width - x) <= APART;
