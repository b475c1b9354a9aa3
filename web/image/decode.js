import { readPictureHeader } from './picture-header.js';

/**
 * @typedef {{ data: Float32Array, width: number, height: number, scale: number }} Gray row by row, 0 = black, 255 =
 *   white; `scale` is its pixels a pixel of the picture
 */

const MOST_BYTES = 25e6;
const MOST_PIXELS = 50e6;

/** The longer side of what is worked on, in pixels: a digit needs no more, and a thumbnail's edges become smooth. */
const LONGEST_SIDE = 640;
const SHORTEST_LONG_SIDE = 160;

/**
 * A picture as gray values, turned as its EXIF says, transparent parts white, scaled to between 160 and 640 pixels.
 * Runs where OffscreenCanvas is, in a worker too.
 *
 * @param {Blob | ImageBitmap | ImageData} source
 * @returns {Promise<Gray>}
 * @throws {Error} with a message for a person, for what is not a picture, is broken or too large
 */
export async function decode(source) {
  if (source instanceof Blob) await checkFile(source);
  else checkPixels(source);
  const bitmap = await toBitmap(source);
  try {
    return toGray(bitmap);
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
 * @returns {Gray}
 */
function toGray(bitmap) {
  const longer = Math.max(bitmap.width, bitmap.height);
  const scale = Math.min(LONGEST_SIDE, Math.max(SHORTEST_LONG_SIDE, longer)) / longer;
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no memory left for the picture: close other pages and try again.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const gray = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 4) {
    // Rec. 709 luma of the encoded values.
    gray[pixel] = 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
  }
  return { data: gray, width, height, scale };
}
