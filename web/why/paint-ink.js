/**
 * Values of 0 to 1 as ink of one color on clear paper: the 28 x 28 image, or what a channel sees.
 *
 * @param {{ data: ArrayLike<number>, width: number, height: number }} image row by row
 * @param {import('./paint-overlay.js').Color} color
 * @returns {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number }} RGBA, as `ImageData` takes it
 */
export function paintInk({ data, width, height }, color) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0, at = 0; pixel < width * height; pixel++, at += 4) {
    pixels[at] = color[0];
    pixels[at + 1] = color[1];
    pixels[at + 2] = color[2];
    pixels[at + 3] = 255 * data[pixel];
  }
  return { data: pixels, width, height };
}
