import { toGrayValues } from './channel.js';
import { readPictureHeader } from './picture-header.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ data: Float32Array, width: number, height: number, scale: number, x?: number, y?: number }} Gray row by
 *   row, 0 = black, 255 = white; `scale` is its pixels a pixel of the picture, `x` and `y` where in that it begins
 */

const MOST_BYTES = 25e6;
const MOST_PIXELS = 50e6;

/**
 * The longer side of what is worked on, in pixels: enough for a page of sixty digits, and a thumbnail's edges become
 * smooth.
 */
const LONGEST_SIDE = 1600;
const SHORTEST_LONG_SIDE = 480;

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
  if (!file.size) throw new Error('This file is empty: choose a picture.');
  if (file.size > MOST_BYTES) {
    throw new Error(`This file has ${Math.round(file.size / 1e6)} MB; the most is 25 MB: choose a smaller picture.`);
  }
  const header = readPictureHeader(new Uint8Array(await file.arrayBuffer()));
  if (!header) throw new Error('This is not a picture that can be read: choose a PNG, JPEG, WebP, GIF or BMP file.');
  checkPixels(header);
}

/** @param {{ width: number, height: number }} size */
function checkPixels({ width, height }) {
  if (width * height > MOST_PIXELS) {
    const millions = Math.round((width * height) / 1e6);
    throw new Error(`This picture has ${millions} megapixels; the most is 50: choose a smaller one.`);
  }
  if (!(width * height > 0)) throw new Error('This picture is broken: it has no pixels. Choose another one.');
}

/** @param {Blob | ImageBitmap | ImageData} source */
async function toBitmap(source) {
  try {
    return await createImageBitmap(source);
  } catch (cause) {
    throw new Error('This picture is broken and cannot be opened: choose another one.', { cause });
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
  if (!context) throw new Error('This browser has no memory left for the picture: close other pages and try again.');
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
    throw new Error(`The area to read lies outside the picture of ${width} x ${height} pixels: choose it again.`);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
