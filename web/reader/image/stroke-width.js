/**
 * How wide the strokes of a mask are: along half of their length they are at most so wide. A pixel's stroke is as
 * wide as the shorter of the runs of ink through it, across and down; the wider, the less of a stroke's length it is.
 *
 * @param {Uint8Array} mask 0 = paper
 * @param {number} width of the mask, in pixels
 * @returns {number} in pixels, 1 or more
 */
export function strokeWidth(mask, width) {
  const across = new Uint16Array(mask.length);
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    const start = at;
    const end = start - (start % width) + width;
    while (at < end && mask[at]) at++;
    across.fill(at - start, start, at);
  }
  return median(lengthByWidth(mask, width, across));
}

/**
 * @param {Uint8Array} mask
 * @param {number} width
 * @param {Uint16Array} across the run through each pixel
 */
function lengthByWidth(mask, width, across) {
  const lengths = new Float64Array(Math.max(width, mask.length / width) + 1);
  const above = new Uint16Array(width);
  for (let at = 0; at < mask.length; at++) {
    const x = at % width;
    if (mask[at]) above[x]++;
    const ends = at + width >= mask.length || !mask[at + width];
    if (!mask[at] || !ends) {
      if (!mask[at]) above[x] = 0;
      continue;
    }
    const down = above[x];
    for (let pixel = at - (down - 1) * width; pixel <= at; pixel += width) {
      const run = Math.min(down, across[pixel]);
      // A single pixel is noise more often than a stroke.
      if (run > 1) lengths[run] += 1 / run;
    }
    above[x] = 0;
  }
  return lengths;
}

/** @param {Float64Array} lengths by width */
function median(lengths) {
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let sum = 0;
  for (let width = 1; width < lengths.length; width++) {
    sum += lengths[width];
    // Within the step of one pixel, as if widths were spread evenly over it.
    if (sum >= half && lengths[width] > 0) return Math.max(1, width + 0.5 - (sum - half) / lengths[width]);
  }
  return 1;
}
