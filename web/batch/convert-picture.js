import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { readPictureHeader } from '../reader/image/file/picture-header.js';
import { pictureSize } from '../shared/pictures/decode-picture.js';

/**
 * Browsers open more kinds of pictures than the reader takes: AVIF, and on some devices HEIC.
 *
 * @param {Blob} blob of no kind that is known to be one of the reader's
 * @returns {Promise<Blob | null>} the same picture as a JPEG; null where there is no need, the browser cannot open it either, or it
 *   is too large
 */
export async function convertPicture(blob) {
  try {
    // Some systems tell no type of what needs no other.
    if (readPictureHeader(new Uint8Array(await blob.arrayBuffer()))) return null;
    const size = await pictureSize(blob);
    // A small file can declare a picture that takes gigabytes to decode.
    if (size.width * size.height > preprocessing.picture.mostPixels) return null;
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    // A JPEG is opaque: what shines through is paper.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  } catch (error) {
    console.debug('Not to be converted:', error);
    return null;
  }
}
