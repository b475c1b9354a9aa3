import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };
import { readPictureHeader } from '../../reader/image/picture-header.js';

/**
 * @typedef {{ blob: Blob, longestSide: number }} Wish
 * @typedef {{ blob: Blob, width: number, height: number }} Shrunk width and height are the picture's own, in pixels
 */

/** The reader takes no more: a small file can declare a picture that takes gigabytes to decode. */
const MOST_PIXELS = preprocessing.picture.mostPixels;

self.onmessage = async ({ data }) => {
  try {
    self.postMessage(await shrink(data));
  } catch (error) {
    // It is no picture, or a broken one, which the row tells in the reader's words.
    console.debug('Not to be shown:', error);
    self.postMessage(null);
  }
};

/**
 * @param {Wish} wish
 * @returns {Promise<Shrunk | null>} null where it is no picture
 */
async function shrink({ blob, longestSide }) {
  const header = readPictureHeader(new Uint8Array(await blob.arrayBuffer()));
  if (!header || header.width * header.height > MOST_PIXELS) return null;
  const bitmap = await createImageBitmap(blob);
  try {
    const { width, height } = bitmap;
    return { blob: await redraw(bitmap, Math.min(1, longestSide / Math.max(width, height))), width, height };
  } finally {
    bitmap.close();
  }
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} scale
 * @returns {Promise<Blob>}
 */
function redraw(bitmap, scale) {
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no memory left for the picture.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
