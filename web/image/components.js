/**
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ pixels: number[], box: Box }} Component connected ink: its pixels' places in the mask, and the box
 *   around them
 */

/**
 * Ink that hangs together, also by corners.
 *
 * @param {Mask} mask 0 = paper
 * @returns {Component[]} the first pixel decides the order, row by row
 */
export function findComponents({ data, width, height }) {
  const seen = new Uint8Array(data.length);
  const components = [];
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || seen[start]) continue;
    seen[start] = 1;
    const pixels = [start];
    let [left, right, bottom] = [width, 0, 0];
    const top = Math.floor(start / width);
    for (const pixel of pixels) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const neighbor = row * width + column;
          if (!data[neighbor] || seen[neighbor]) continue;
          seen[neighbor] = 1;
          pixels.push(neighbor);
        }
      }
    }
    components.push({ pixels, box: { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top } });
  }
  return components;
}
