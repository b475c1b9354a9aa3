/** @typedef {{ first: number, shares: number[] }} Window source pixels from `first`, and the share of each */

/**
 * For each result pixel along one axis, the source pixels under it and the share of each. Where the source is the
 * coarser one, a window of one source pixel, which interpolates linearly.
 *
 * @param {{ length: number, count: number, center: number, scale: number }} axis `length` source pixels, `count` result
 *   pixels; the place of the source that comes to the middle; result pixels a source pixel
 * @returns {Window[]}
 */
export function boxFilter({ length, count, center, scale }) {
  const width = Math.max(1 / scale, 1);
  return Array.from({ length: count }, (_, pixel) => {
    const start = (pixel + 0.5 - count / 2) / scale + center - width / 2;
    const first = Math.max(0, Math.floor(start));
    const shares = [];
    for (let source = first; source < Math.min(length, start + width); source++) {
      const overlap = Math.min(start + width, source + 1) - Math.max(start, source);
      shares.push(Math.max(0, overlap) / width);
    }
    return { first, shares };
  });
}
