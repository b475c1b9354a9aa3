/**
 * A picture made ready to be shown at once.
 * @param {Blob} blob that has proved to be a picture of a reasonable size
 * @returns {Promise<HTMLImageElement>}
 * @throws {Error} where the browser cannot show it
 */
export async function decodePicture(blob) {
  const image = new Image();
  image.alt = 'The opened picture';
  const url = URL.createObjectURL(blob);
  try {
    image.src = url;
    await image.decode();
  } catch (cause) {
    throw new Error('This picture cannot be shown. Try saving it again as JPEG or PNG.', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}
