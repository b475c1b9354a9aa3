import { median } from '../math.js';

/** @typedef {import('../ink/rasterize.js').Box} Box */

/** A gap between two numbers, in sizes (the longer sides) of the line's digits: where nothing else is known, at least, and at most. */
const USUAL_GAP = 1.1;
const LEAST_GAP = 0.7;
const MOST_GAP = 1.6;

/** So many times the usual gap of the line is a gap between numbers. */
const TIMES_USUAL = 2.5;

/** Gaps from which the usual one is known. */
const ENOUGH_GAPS = 3;

/**
 * Part a line's digits into numbers: where the paper between two is wider than between others.
 *
 * @template {{ box: Box }} Item
 * @param {ReadonlyArray<Item>} items from left to right
 * @returns {Item[][]} each a number
 */
export function splitAtGaps(items) {
  const size = median(items.map(({ box }) => Math.max(box.width, box.height)));
  const gaps = items.slice(1).map(({ box }, index) => box.x - (items[index].box.x + items[index].box.width));
  const usual = median(gaps.map((gap) => Math.max(0, gap)));
  const wide =
    gaps.length < ENOUGH_GAPS ? USUAL_GAP * size : clamp(TIMES_USUAL * usual, LEAST_GAP * size, MOST_GAP * size);
  /** @type {Item[][]} */
  const groups = [];
  items.forEach((item, index) => {
    if (index === 0 || gaps[index - 1] > wide) groups.push([item]);
    else groups[groups.length - 1].push(item);
  });
  return groups;
}

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
