import preprocessing from '../../preprocessing.json' with { type: 'json' };
import { once } from '../../lazy.js';
import { Problem } from '../../problem.js';
import { onPaper } from './on-paper.js';
import { readPictureHeader } from './picture-header.js';
import { turnOfWebp } from './webp-turn.js';

/**
 * @typedef {import('../../ink/rasterize.js').Box} Box
 * @typedef {{
 *   colors: Uint8ClampedArray,
 *   width: number,
 *   height: number,
 *   scale: number,
 *   x?: number,
 *   y?: number,
 *   turned?: 90 | 180 | 270,
 * }} Picture red, green, blue and opacity of each pixel, row by row; `scale` is its pixels a pixel of the whole picture, `x` and
 *   `y` where in that it begins; `turned`: degrees, clockwise, that its file says it is to be turned, and the browser does not
 * @typedef {{ width: number, height: number }} Size
 */

const MOST_BYTES = preprocessing.picture.mostBytes;
const MOST_PIXELS = preprocessing.picture.mostPixels;

/**
 * The longer side of what is worked on, in pixels: enough for a page of sixty digits, and a thumbnail's edges become
 * smooth.
 */
const LONGEST_SIDE = preprocessing.picture.longestSide;
const SHORTEST_LONG_SIDE = preprocessing.picture.shortestLongSide;

/** Of a stamp's size there is nothing more to see, larger. */
const MOST_ENLARGED = preprocessing.picture.mostEnlarged;

/**
 * A picture, or an area of it, turned as its EXIF says, transparent parts white, scaled to between 480
 * and 1600 pixels, but enlarged four times at most. Runs where OffscreenCanvas is, in a worker too.
 *
 * @param {Blob | ImageBitmap | ImageData} source
 * @param {Box} [area] in the picture's own pixels
 * @returns {Promise<Picture>}
 * @throws {Error} with a message for a person, for what is not a picture, is broken or too large
 */
export async function decode(source, area) {
  for (const name of ['createImageBitmap', 'OffscreenCanvas']) {
    if (name in globalThis) continue;
    throw new Problem('browser', `This browser lacks ${name}: use a newer one.`, { values: { name } });
  }
  const bytes = source instanceof Blob ? await checkFile(source) : null;
  if (!(source instanceof Blob)) checkPixels(source);
  const bitmap = await toBitmap(source);
  try {
    return { ...(await toPicture(bitmap, inside(bitmap, area))), turned: bytes ? await turnOfWebp(bytes) : undefined };
  } finally {
    bitmap.close();
  }
}

/** @param {Blob} file @returns {Promise<Uint8Array>} what is in it */
async function checkFile(file) {
  if (!file.size) throw new Problem('picture-empty', 'This file is empty: choose a picture.');
  if (file.size > MOST_BYTES) {
    const [megabytes, most] = [file.size, MOST_BYTES].map((bytes) => Math.round(bytes / 1e6));
    const words = `This file has ${megabytes} MB; the most is ${most} MB: choose a smaller picture.`;
    throw new Problem('picture-bytes', words, { values: { megabytes, most } });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = readPictureHeader(bytes);
  if (!header) {
    const words = 'This is not a picture that can be read: choose a PNG, JPEG, WebP, GIF or BMP file.';
    throw new Problem('picture-kind', words);
  }
  checkPixels(header);
  return bytes;
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
 * @returns {Promise<Picture>}
 */
async function toPicture(bitmap, area) {
  const longer = Math.max(area.width, area.height);
  const scale = Math.min(MOST_ENLARGED, Math.min(LONGEST_SIDE, Math.max(SHORTEST_LONG_SIDE, longer)) / longer);
  const width = Math.max(1, Math.round(area.width * scale));
  const height = Math.max(1, Math.round(area.height * scale));
  const colors = onPaper(await readPixels(bitmap, area, { width, height }));
  return { colors, width, height, scale, x: area.x, y: area.y };
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
 * The pixels of a picture, or of an area of it, scaled.
 *
 * @param {ImageBitmap} bitmap
 * @param {Box} area in its pixels
 * @param {Size} size of the result, in whole pixels
 * @returns {Promise<Uint8ClampedArray>} red, green, blue and opacity, row by row
 * @throws {Problem} where the browser has no memory for it, or gives noise in place of pixels
 */
async function readPixels(bitmap, area, size) {
  if (isCanvasTrue()) return readCanvas(size, (context) => draw(context, bitmap, area, size));
  try {
    return await readFrame(bitmap, area, size);
  } catch (cause) {
    const words =
      'This browser gives pages noise in place of pictures: allow this page to use canvas image data, then try again.';
    throw new Problem('picture-noise', words, { cause });
  }
}

/** So much may differ what a canvas gives back: some browsers change a bit here and there, which harms nothing. */
const LITTLE = 8;

const TEST = 16;

/**
 * Against pages that recognize a browser by what it draws, some (Firefox with `resistFingerprinting`) give noise to whoever
 * reads a canvas. A picture would be read as nothing.
 */
const isCanvasTrue = once(() => {
  const colors = Array.from({ length: TEST }, (_, row) => [16 * row, 255 - 16 * row, 128, 255]);
  const pixels = readCanvas({ width: TEST, height: TEST }, (context) =>
    colors.forEach(([red, green, blue], row) => {
      context.fillStyle = `rgb(${red} ${green} ${blue})`;
      context.fillRect(0, row, TEST, 1);
    }),
  );
  return pixels.every((value, at) => Math.abs(value - colors[Math.floor(at / 4 / TEST)][at % 4]) <= LITTLE);
});

/**
 * @param {Size} size
 * @param {(context: OffscreenCanvasRenderingContext2D) => void} paint
 */
function readCanvas({ width, height }, paint) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    const words = 'This browser has no memory left for the picture: close other pages and try again.';
    throw new Problem('picture-memory', words);
  }
  paint(context);
  const { data } = context.getImageData(0, 0, width, height);
  // Its memory goes now, and not when it is next collected.
  canvas.width = canvas.height = 0;
  return data;
}

/** @param {OffscreenCanvasRenderingContext2D} context @param {ImageBitmap} bitmap @param {Box} area @param {Size} size */
function draw(context, bitmap, area, { width, height }) {
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, area.x, area.y, area.width, area.height, 0, 0, width, height);
}

/**
 * The same without a canvas, where there is WebCodecs; an area begins at whole pixels.
 *
 * @param {ImageBitmap} bitmap @param {Box} area @param {Size} size
 */
async function readFrame(bitmap, area, { width, height }) {
  const [x, y, across, down] = [area.x, area.y, area.width, area.height].map(Math.round);
  const resized = { resizeWidth: width, resizeHeight: height, resizeQuality: /** @type {const} */ ('high') };
  const scaled = await createImageBitmap(bitmap, x, y, Math.max(1, across), Math.max(1, down), resized);
  const frame = new VideoFrame(scaled, { timestamp: 0 });
  try {
    const pixels = new Uint8ClampedArray(4 * width * height);
    await frame.copyTo(pixels, { format: 'RGBA' });
    return pixels;
  } finally {
    frame.close();
    scaled.close();
  }
}
