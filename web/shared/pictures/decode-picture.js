import { Problem } from '../../reader/problem.js';
import { errorOf } from '../../texts/problems.js';

/**
 * Decodes a picture, so that it can be shown at once.
 * @param {Blob} blob that has proved to be a picture of a reasonable size
 * @returns {Promise<HTMLImageElement>}
 * @throws {Error} with a code, where the browser cannot show it
 */
export async function decodePicture(blob) {
  const image = new Image();
  const url = URL.createObjectURL(blob);
  try {
    image.src = url;
    await image.decode();
  } catch (cause) {
    throw errorOf('picture.notShown', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}

/**
 * @param {Blob} blob a picture
 * @returns {Promise<{ width: number, height: number }>} as it is shown, turned as its EXIF says; only its header is read
 * @throws {Error} where the browser cannot show it
 */
export function pictureSize(blob) {
  const url = URL.createObjectURL(blob);
  const image = new Image();
  /** @type {Promise<{ width: number, height: number }>} */
  const size = new Promise((resolve, reject) => {
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => reject(new Problem('picture-broken'));
  });
  image.src = url;
  return size.finally(() => {
    URL.revokeObjectURL(url);
    image.removeAttribute('src');
  });
}
