import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { errorOf } from '../texts/problems.js';
import { decodePicture } from '../shared/pictures/decode-picture.js';
import { pictureSize } from '../shared/pictures/picture-size.js';

/** @typedef {{ blob: Blob, image: HTMLImageElement, size: { width: number, height: number } }} Sample */

const MOST_PIXELS = preprocessing.picture.mostPixels;

/**
 * @param {Blob} blob
 * @returns {Promise<Sample>} ready to be shown
 * @throws {Error} with a code, for what is no picture or too large
 */
export async function decodeSample(blob) {
  const size = await pictureSize(blob);
  if (size.width * size.height > MOST_PIXELS) throw errorOf('form.error.tooManyPixels');
  return { blob, image: await decodePicture(blob), size };
}
