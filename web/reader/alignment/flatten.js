import { around } from '../boxes.js';
import { between, cornersOf, seen } from './homography.js';

/**
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('../ink/rasterize.js').Point} Point
 */

/**
 * A part of a picture as it looks from straight above.
 *
 * @param {Picture} picture that holds it
 * @param {ReadonlyArray<Point>} corners of the part, in pixels of the whole picture, clockwise from its left top
 * @returns {{ picture: Picture, place: (box: Box) => Box }} `place`: from its pixels to the whole picture's
 */
export function flatten(picture, corners) {
  const { scale, x: left = 0, y: top = 0 } = picture;
  const own = corners.map(({ x, y }) => ({ x: (x - left) * scale, y: (y - top) * scale }));
  const lengths = own.map(({ x, y }, at) => Math.hypot(own[(at + 1) % 4].x - x, own[(at + 1) % 4].y - y));
  const width = Math.max(1, Math.round((lengths[0] + lengths[2]) / 2));
  const height = Math.max(1, Math.round((lengths[1] + lengths[3]) / 2));
  const view = between(cornersOf({ width, height }), own);
  const colors = new Uint8ClampedArray(4 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) takeColor(picture, seen(view, { x: x + 0.5, y: y + 0.5 }), colors, at);
  }
  const toWhole = (/** @type {Point} */ place) => {
    const { x, y } = seen(view, place);
    return { x: left + x / scale, y: top + y / scale, width: 0, height: 0 };
  };
  return {
    picture: { colors, width, height, scale: 1 },
    place: ({ x, y, width: wide, height: high }) =>
      around(cornersOf({ width: wide, height: high }).map((corner) => toWhole({ x: x + corner.x, y: y + corner.y }))),
  };
}

/**
 * Between the middles of pixels, linear; beyond the border as at it.
 *
 * @param {Picture} picture
 * @param {Point} place
 * @param {Uint8ClampedArray} result altered
 * @param {number} at
 */
function takeColor({ colors, width, height }, place, result, at) {
  const x = Math.min(width - 1, Math.max(0, place.x - 0.5));
  const y = Math.min(height - 1, Math.max(0, place.y - 0.5));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [x - left, y - top];
  const from = 4 * (top * width + left);
  const right = left + 1 < width ? 4 : 0;
  const below = top + 1 < height ? 4 * width : 0;
  for (let channel = from; channel < from + 4; channel++) {
    const above = colors[channel] * (1 - across) + colors[channel + right] * across;
    const under = colors[channel + below] * (1 - across) + colors[channel + below + right] * across;
    result[at + channel - from] = above * (1 - down) + under * down;
  }
}
