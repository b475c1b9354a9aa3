/** @typedef {import('../ink/rasterize.js').Box} Box */

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
