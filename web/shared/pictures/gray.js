/** @typedef {{ data: Uint8Array, width: number, height: number }} Gray row by row, 0 = black, 255 = white */

/**
 * A small gray copy of a picture, or of what a camera sees now.
 *
 * @param {CanvasImageSource} source that is loaded
 * @param {{ width: number, height: number }} size of it
 * @param {number} longest pixels of the copy's longer side
 * @returns {Gray}
 */
export function grayOf(source, size, longest) {
  const scale = longest / Math.max(size.width, size.height);
  const [width, height] = [size.width, size.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  context.imageSmoothingQuality = 'medium';
  context.drawImage(source, 0, 0, width, height);
  const { data: colors } = context.getImageData(0, 0, width, height);
  // Safari keeps little memory for canvases.
  canvas.width = canvas.height = 0;
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    data[at] = (299 * colors[4 * at] + 587 * colors[4 * at + 1] + 114 * colors[4 * at + 2]) / 1000;
  }
  return { data, width, height };
}
