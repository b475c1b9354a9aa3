import preprocessing from '../preprocessing.json' with { type: 'json' };
import { Problem } from '../problem.js';
import { readPictureHeader } from './picture-header.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ data: Float32Array, width: number, height: number, scale: number, x?: number, y?: number }} Gray row by
 *   row, 0 = black, 255 = white; `scale` is its pixels a pixel of the picture, `x` and `y` where in that it begins
 */

const MOST_BYTES = preprocessing.picture.mostBytes;
const MOST_PIXELS = preprocessing.picture.mostPixels;

/**
 * The longer side of what is worked on, in pixels: enough for a page of sixty digits, and a thumbnail's edges become
 * smooth.
 */
const LONGEST_SIDE = preprocessing.picture.longestSide;
const SHORTEST_LONG_SIDE = preprocessing.picture.shortestLongSide;

/**
 * A picture, or an area of it, as gray values, turned as its EXIF says, transparent parts white, scaled to between 480
 * and 1600 pixels. Runs where OffscreenCanvas is, in a worker too.
 *
 * @param {Blob | ImageBitmap | ImageData} source
 * @param {Box} [area] in the picture's own pixels
 * @returns {Promise<Gray>}
 * @throws {Error} with a message for a person, for what is not a picture, is broken or too large
 */
export async function decode(source, area) {
  if (source instanceof Blob) await checkFile(source);
  else checkPixels(source);
  const bitmap = await toBitmap(source);
  try {
    return toGray(bitmap, inside(bitmap, area));
  } finally {
    bitmap.close();
  }
}

/** @param {Blob} file */
async function checkFile(file) {
  if (!file.size) throw new Problem('picture-empty', 'This file is empty: choose a picture.');
  if (file.size > MOST_BYTES) {
    const [megabytes, most] = [file.size, MOST_BYTES].map((bytes) => Math.round(bytes / 1e6));
    const words = `This file has ${megabytes} MB; the most is ${most} MB: choose a smaller picture.`;
    throw new Problem('picture-bytes', words, { values: { megabytes, most } });
  }
  const header = readPictureHeader(new Uint8Array(await file.arrayBuffer()));
  if (header) return checkPixels(header);
  const words = 'This is not a picture that can be read: choose a PNG, JPEG, WebP, GIF or BMP file.';
  throw new Problem('picture-kind', words);
}

/** @param {{ width: number, height: number }} size */
function checkPixels({ width, height }) {
  if (width * height > MOST_PIXELS) {
    const [megapixels, most] = [width * height, MOST_PIXELS].map((pixels) => Math.round(pixels / 1e6));
    const words = `This picture has ${megapixels} megapixels; the most is ${most}: choose a smaller one.`;
    throw new Problem('picture-pixels', words, { values: { megapixels, most } });
  }
  if (width * height > 0) return;
  throw new Problem('picture-blank', 'This picture is broken: it has no pixels. Choose another one.');
}

/** @param {Blob | ImageBitmap | ImageData} source */
async function toBitmap(source) {
  try {
    return await createImageBitmap(source);
  } catch (cause) {
    throw new Problem('picture-broken', 'This picture is broken and cannot be opened: choose another one.', { cause });
  }
}

/**
 * @param {ImageBitmap} bitmap
 * @param {Box} area in its pixels
 * @returns {Gray}
 */
function toGray(bitmap, area) {
  const longer = Math.max(area.width, area.height);
  const scale = Math.min(LONGEST_SIDE, Math.max(SHORTEST_LONG_SIDE, longer)) / longer;
  const width = Math.max(1, Math.round(area.width * scale));
  const height = Math.max(1, Math.round(area.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) {
    const words = 'This browser has no memory left for the picture: close other pages and try again.';
    throw new Problem('picture-memory', words);
  }
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, area.x, area.y, area.width, area.height, 0, 0, width, height);
  const data = toGrayValues(context.getImageData(0, 0, width, height));
  return { data, width, height, scale, x: area.x, y: area.y };
}

/**
 * The part of an area that lies in the picture.
 *
 * @param {{ width: number, height: number }} size
 * @param {Box} [area] all of it by default
 * @returns {Box}
 */
function inside({ width, height }, area = { x: 0, y: 0, width, height }) {
  const [left, top] = [Math.max(0, area.x), Math.max(0, area.y)];
  const [right, bottom] = [Math.min(width, area.x + area.width), Math.min(height, area.y + area.height)];
  // Written so that NaN is refused too.
  if (!(right - left >= 1 && bottom - top >= 1)) {
    const words = `The area to read lies outside the picture of ${width} x ${height} pixels: choose it again.`;
    throw new Problem('picture-area', words, { values: { width, height } });
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Colors red, green, blue and opacity of each
 *   pixel, 0..255, row by row
 */

/** A pixel's gray is made of one of these: Rec. 709 luma of the encoded values, or one color alone. */
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

/** Any camera's pixels vary by so much, of 255. */
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
 * Compares how far the pixels that stand out most differ from their surroundings with how far all do.
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
