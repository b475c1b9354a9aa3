/**
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Colors red, green, blue and opacity of each
 *   pixel, 0..255, row by row
 */

/** What a pixel's gray may be made of: Rec. 709 luma of the encoded values, or one color alone. */
const CHANNELS = [
  [0.2126, 0.7152, 0.0722],
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** A color takes luma's place where ink stands out so many times more in it. */
const CLEARLY = 1.4;

/** Ink is compared with the average of blocks of so many pixels; so many blocks are looked at, at most. */
const BLOCK = 12;
const MOST_BLOCKS = 3000;

/** The share of pixels that stand out most. */
const MOST = 0.01;

/** What any camera's pixels vary by, of 255. */
const NOISE = 2;

/**
 * A picture in gray: luma, or the color in which ink stands out much more, as red ink on a green board does in red.
 *
 * @param {Colors} colors
 * @returns {Float32Array} 0 = black, 255 = white
 */
export function toGrayValues(colors) {
  const { data } = colors;
  const [red, green, blue] = bestChannel(colors);
  const gray = new Float32Array(data.length / 4);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 4) {
    gray[pixel] = red * data[at] + green * data[at + 1] + blue * data[at + 2];
  }
  return gray;
}

/** @param {Colors} colors */
function bestChannel(colors) {
  let best = CHANNELS[0];
  let most = contrast(colors, best) * CLEARLY;
  for (const channel of CHANNELS.slice(1)) {
    const value = contrast(colors, channel);
    if (value > most) [best, most] = [channel, value];
  }
  return best;
}

/**
 * How far those pixels that differ most from their surroundings do, against how far all do.
 *
 * @param {Colors} colors
 * @param {number[]} channel
 */
function contrast({ data, width, height }, channel) {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const step = Math.max(1, Math.ceil((columns * rows) / MOST_BLOCKS));
  /** @type {number[]} */
  const misses = [];
  for (let block = 0; block < columns * rows; block += step) {
    const [left, top] = [(block % columns) * BLOCK, Math.floor(block / columns) * BLOCK];
    const values = [];
    for (let y = top; y < Math.min(height, top + BLOCK); y += 2) {
      for (let x = left; x < Math.min(width, left + BLOCK); x += 2) {
        const at = 4 * (y * width + x);
        values.push(channel[0] * data[at] + channel[1] * data[at + 1] + channel[2] * data[at + 2]);
      }
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const value of values) misses.push(Math.abs(value - mean));
  }
  const sorted = Float32Array.from(misses).sort();
  const tail = sorted.subarray(Math.floor(sorted.length * (1 - MOST)));
  return tail.reduce((sum, miss) => sum + miss, 0) / Math.max(1, tail.length) / (NOISE + sorted[sorted.length >> 1]);
}
