/** @typedef {import('./file/decode.js').Picture} Picture */

/**
 * A picture, larger or smaller: each pixel is the mean of those under it, the nearer the more.
 *
 * @param {Picture} picture
 * @param {number} factor
 * @returns {Picture} of the same `scale`
 */
export function resize(picture, factor) {
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * factor)));
  const [across, down] = [windowsOf(picture.width, width), windowsOf(picture.height, height)];
  const narrow = new Float32Array(4 * width * picture.height);
  for (let y = 0; y < picture.height; y++) {
    mix(picture.colors, { from: 4 * y * picture.width, step: 4, windows: across }, narrow, {
      at: 4 * y * width,
      step: 4,
    });
  }
  const colors = new Uint8ClampedArray(4 * width * height);
  for (let x = 0; x < width; x++) {
    mix(narrow, { from: 4 * x, step: 4 * width, windows: down }, colors, { at: 4 * x, step: 4 * width });
  }
  return { ...picture, colors, width, height };
}

/** @typedef {{ first: number, shares: number[] }} Window pixels from `first` on, and how much each counts */

/** @param {number} count pixels @param {number} wanted @returns {Window[]} one for each of the wanted pixels */
function windowsOf(count, wanted) {
  const size = count / wanted;
  const reach = Math.max(1, size);
  return Array.from({ length: wanted }, (_, at) => {
    const middle = (at + 0.5) * size - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(count - 1, Math.floor(middle + reach));
    const weights = Array.from({ length: last + 1 - first }, (__, i) => 1 - Math.abs(first + i - middle) / reach);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, shares: weights.map((weight) => weight / total) };
  });
}

/**
 * A row or a column.
 *
 * @param {Uint8ClampedArray | Float32Array} source
 * @param {{ from: number, step: number, windows: Window[] }} line
 * @param {Uint8ClampedArray | Float32Array} result altered
 * @param {{ at: number, step: number }} place
 */
function mix(source, { from, step, windows }, result, { at, step: stride }) {
  for (const { first, shares } of windows) {
    for (let channel = 0; channel < 4; channel++) {
      let sum = 0;
      for (let index = 0, pixel = from + first * step + channel; index < shares.length; index++, pixel += step)
        sum += shares[index] * source[pixel];
      result[at + channel] = sum;
    }
    at += stride;
  }
}
