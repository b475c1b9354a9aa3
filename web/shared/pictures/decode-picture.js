import { errorOf } from '../../texts/problems.js';

/**
 * A picture made ready to be shown at once.
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
