import { edgesAround } from '../boxes.js';
import { median } from '../math.js';

/** @import { Edges } from '../boxes.js' */

/** Of the highest height: what is lower is no digit of full height. */
export const FULL = 0.6;

/** Two strokes are one thing where they share this much of the narrower one's width. */
const ABOVE_ONE_ANOTHER = 0.5;

/**
 * Finds the things beside one another on a line: strokes above one another are one thing.
 *
 * @param {ReadonlyArray<Edges>} strokes
 * @returns {Edges[]} from left to right
 */
export function thingsOf(strokes) {
  /** @type {Edges[]} */
  const things = [];
  for (const edges of strokes.toSorted((a, b) => a.left - b.left)) {
    const last = things.at(-1);
    const shared = last ? Math.min(last.right, edges.right) - edges.left : 0;
    if (last && shared > ABOVE_ONE_ANOTHER * Math.min(last.right - last.left, edges.right - edges.left)) {
      things[things.length - 1] = edgesAround([last, edges]);
    } else things.push(edges);
  }
  return things;
}

/**
 * The height of a line's digits: the middle one of those that are tall.
 *
 * @param {ReadonlyArray<Edges>} strokes of the line, at least one
 * @returns {number}
 */
export function lineHeight(strokes) {
  const heights = thingsOf(strokes).map(({ top, bottom }) => bottom - top);
  const tall = heights.filter((height) => height >= FULL * Math.max(...heights));
  return median(tall);
}
