/**
 * @import { Box, Point } from './rasterize.js'
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Edges of something, y down
 */

/**
 * @param {ReadonlyArray<Point>} points at least one
 * @returns {Edges}
 */
export function edgesOf(points) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

/**
 * @param {ReadonlyArray<Edges>} all at least one
 * @returns {Edges} around all of them
 */
export function edgesAround(all) {
  return {
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  };
}

/**
 * @param {Edges} edges
 * @returns {Box}
 */
export function toBox({ left, right, top, bottom }) {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Two strokes are one thing where they share this much of the narrower one's width. */
const ABOVE_ONE_ANOTHER = 0.5;

/**
 * What is beside one another on a line: strokes above one another are one thing.
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

/** Of the highest thing's height: what is lower is no digit of full height. */
const TALL = 0.6;

/**
 * The height of a line's digits: the middle one of those that are tall.
 *
 * @param {ReadonlyArray<Edges>} strokes of the line, at least one
 * @returns {number}
 */
export function lineHeight(strokes) {
  const heights = thingsOf(strokes).map(({ top, bottom }) => bottom - top);
  const tall = heights.filter((height) => height >= TALL * Math.max(...heights)).sort((a, b) => a - b);
  return tall[tall.length >> 1];
}
