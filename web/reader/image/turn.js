import { aroundPoints } from '../boxes.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./file/decode.js').Picture} Picture
 * @typedef {{ picture: Picture, toSource: (box: Box) => Box }} Turned `toSource`: from the turned picture's pixels to those
 *   of the one before, close around
 */

/**
 * A picture turned around its middle, as large as holds all of it; what lies outside has the color of the border.
 *
 * @param {Picture} picture
 * @param {number} degrees clockwise; multiples of 90 lose nothing
 * @returns {Turned}
 */
export function turn(picture, degrees) {
  const { cos, sin } = directionOf(degrees);
  const width = Math.round(Math.abs(picture.width * cos) + Math.abs(picture.height * sin));
  const height = Math.round(Math.abs(picture.width * sin) + Math.abs(picture.height * cos));
  const sourceOf = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x: picture.width / 2 + (x - width / 2) * cos + (y - height / 2) * sin,
    y: picture.height / 2 - (x - width / 2) * sin + (y - height / 2) * cos,
  });
  const colors = new Uint8ClampedArray(4 * width * height);
  // One for all: a million of them would be collected with each picture.
  const place = { x: 0, y: 0 };
  for (let row = 0, at = 0; row < height; row++) {
    let { x, y } = sourceOf(0.5, row + 0.5);
    for (let column = 0; column < width; column++, at += 4, x += cos, y -= sin) {
      place.x = x - 0.5;
      place.y = y - 0.5;
      takeColor(picture, place, colors, at);
    }
  }
  const toSource = (/** @type {Box} */ { x, y, width: wide, height: high }) => {
    const corners = [sourceOf(x, y), sourceOf(x + wide, y), sourceOf(x, y + high), sourceOf(x + wide, y + high)];
    return aroundPoints(corners);
  };
  return { picture: { ...picture, colors, width, height }, toSource };
}

/** @param {number} degrees */
function directionOf(degrees) {
  const quarters = degrees / 90;
  // Math.cos of a quarter is not quite 0.
  if (Number.isInteger(quarters)) {
    const [cos, sin] = [[1, 0], [0, 1], [-1, 0], [0, -1]][((quarters % 4) + 4) % 4]; // prettier-ignore
    return { cos, sin };
  }
  return { cos: Math.cos((degrees * Math.PI) / 180), sin: Math.sin((degrees * Math.PI) / 180) };
}

/**
 * Between the middles of pixels, linear.
 *
 * @param {Picture} picture
 * @param {{ x: number, y: number }} place
 * @param {Uint8ClampedArray} result altered
 * @param {number} at
 */
function takeColor({ colors, width, height }, { x, y }, result, at) {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [x - left, y - top];
  const first = clamp(top, height) * width;
  const second = clamp(top + 1, height) * width;
  const near = clamp(left, width);
  const far = clamp(left + 1, width);
  for (let channel = 0; channel < 4; channel++) {
    const above = colors[4 * (first + near) + channel] * (1 - across) + colors[4 * (first + far) + channel] * across;
    const below = colors[4 * (second + near) + channel] * (1 - across) + colors[4 * (second + far) + channel] * across;
    result[at + channel] = above * (1 - down) + below * down;
  }
}

/** @param {number} place @param {number} length */
const clamp = (place, length) => Math.min(length - 1, Math.max(0, place));
