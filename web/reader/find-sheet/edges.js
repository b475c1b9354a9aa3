/**
 * How steeply the colors of a picture change, and which way.
 *
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {{ planes: Float32Array[], width: number, height: number }} Colors red, green and blue, a little blurred, 0 to 255
 * @typedef {{ strength: Float32Array, across: Float32Array, down: Float32Array, width: number, height: number }} Edges
 *   of each pixel how much the color that changes most does over two pixels, and how much of it across and down
 */

/** @param {Pick<Picture, 'colors' | 'width' | 'height'>} picture @returns {Colors} */
export function colorsOf({ colors, width, height }) {
  const planes = [0, 1, 2].map((channel) => {
    const plane = new Float32Array(width * height);
    for (let at = 0; at < plane.length; at++) plane[at] = colors[4 * at + channel];
    return blurred(blurred(plane, 1, width), width, height);
  });
  return { planes, width, height };
}

/**
 * @param {Float32Array} plane
 * @param {number} step from a pixel to the next of its row or column
 * @param {number} count pixels of one
 * @returns {Float32Array} each pixel twice, and its neighbors
 */
function blurred(plane, step, count) {
  const result = new Float32Array(plane.length);
  for (let at = 0; at < plane.length; at++) {
    const place = Math.floor(at / step) % count;
    result[at] = (plane[place > 0 ? at - step : at] + 2 * plane[at] + plane[place < count - 1 ? at + step : at]) / 4;
  }
  return result;
}

/** @param {Colors} colors @returns {Edges} */
export function edgesIn({ planes, width, height }) {
  const [strength, across, down] = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      for (const plane of planes) {
        const wide = plane[at + 1] - plane[at - 1];
        const high = plane[at + width] - plane[at - width];
        const steep = Math.sqrt(wide * wide + high * high);
        if (steep <= strength[at]) continue;
        strength[at] = steep;
        across[at] = wide;
        down[at] = high;
      }
    }
  }
  return { strength, across, down, width, height };
}
