/** @typedef {{ colors: Uint8ClampedArray, width: number, height: number }} SmallCopy red, green, blue and opacity of each pixel, row by row */

/**
 * A small copy of a picture, or of what a camera sees now.
 *
 * @param {CanvasImageSource} source that is loaded
 * @param {{ width: number, height: number }} size of it
 * @param {number} longest pixels of the copy's longer side
 * @returns {SmallCopy}
 */
export function smallCopy(source, size, longest) {
  const scale = longest / Math.max(size.width, size.height);
  const [width, height] = [size.width, size.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  context.imageSmoothingQuality = 'medium';
  context.drawImage(source, 0, 0, width, height);
  const { data: colors } = context.getImageData(0, 0, width, height);
  // Safari keeps little memory for canvases.
  canvas.width = canvas.height = 0;
  return { colors, width, height };
}
