/**
 * @import { Box, Point } from './ink/rasterize.js'
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Edges of something, y down
 */

/**
 * The smallest box around boxes.
 *
 * @param {ReadonlyArray<Box>} boxes at least one
 * @returns {Box}
 */
export function around(boxes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {ReadonlyArray<Point>} points at least one @returns {Box} */
export const aroundPoints = (points) => around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));

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
