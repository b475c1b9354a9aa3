/** @typedef {{ data: Uint8Array, width: number, height: number }} Mask row by row, 0 = paper */

/**
 * Ink that leans further.
 *
 * @param {Mask} glyph close around its ink
 * @param {number} slope to the right, in columns a row; below 0 to the left
 * @returns {Mask} close around its ink
 */
export function slant({ data, width, height }, slope) {
  const shifts = Array.from({ length: height }, (_, y) => Math.round(slope * (height / 2 - y)));
  let [left, right] = [Infinity, -Infinity];
  for (let y = 0; y < height; y++) {
    const row = data.slice(y * width, (y + 1) * width);
    const [first, last] = [row.findIndex((value) => value > 0), row.findLastIndex((value) => value > 0)];
    if (first < 0) continue;
    left = Math.min(left, first + shifts[y]);
    right = Math.max(right, last + shifts[y]);
  }
  const columns = right - left + 1;
  const leaning = new Uint8Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]) leaning[y * columns + x + shifts[y] - left] = data[y * width + x];
    }
  }
  return { data: leaning, width: columns, height };
}
