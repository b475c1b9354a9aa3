import { momentsOf, shearOf } from './moments.js';

/** @import { Plane } from './moments.js' */

/** The share of the ink that is left out, half on either side: a hair of a stroke is no width. As Morpho-MNIST does. */
const LEFT_OUT = 0.02;

/**
 * Width and height of the parallelogram around the ink, whose sides lean as the ink's moments do: Morpho-MNIST's "width"
 * and "height" (see `shearOf` for the paper), which do not grow with the slant.
 *
 * @param {Plane} plane
 * @returns {{ width: number, height: number } | null} in pixels; null for an image without ink
 */
export function parallelogramOf(plane) {
  const moments = momentsOf(plane);
  if (!moments) return null;
  // A level line has no sides that could lean.
  const shear = moments.u02 > 0 ? shearOf(moments) : 0;
  /** @type {{ place: number, ink: number }[]} */
  const across = [];
  const down = [];
  for (let index = 0; index < plane.data.length; index++) {
    const ink = plane.data[index];
    if (!ink) continue;
    const row = Math.floor(index / plane.width);
    across.push({ place: (index % plane.width) + shear * row, ink });
    down.push({ place: row, ink });
  }
  return { width: extent(across, moments.mass), height: extent(down, moments.mass) };
}

/** @param {{ place: number, ink: number }[]} pixels altered @param {number} mass */
function extent(pixels, mass) {
  pixels.sort((a, b) => a.place - b.place);
  const low = edge(pixels, (mass * LEFT_OUT) / 2, 1);
  const high = edge(pixels.reverse(), (mass * LEFT_OUT) / 2, -1);
  return high - low;
}

/**
 * Where so much ink has been passed; a pixel's ink lies evenly in its width.
 *
 * @param {{ place: number, ink: number }[]} pixels in the order in which they are passed
 * @param {number} share
 * @param {1 | -1} way
 */
function edge(pixels, share, way) {
  let passed = 0;
  for (const { place, ink } of pixels) {
    if (passed + ink >= share) return place + way * ((share - passed) / ink - 0.5);
    passed += ink;
  }
  return NaN;
}
