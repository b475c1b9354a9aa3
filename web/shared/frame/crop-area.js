/**
 * The part of a picture that is read, as a frame over it: all in shares of the picture's width and height.
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @typedef {'upper left' | 'upper right' | 'lower left' | 'lower right'} Corner
 */

/** @type {ReadonlyArray<Corner>} */
export const CORNERS = ['upper left', 'upper right', 'lower left', 'lower right'];
/** @type {Box} */
export const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Less could not be taken hold of any more. */
const LEAST = 0.02;

/**
 * @param {Box} area
 * @param {{ x: number, y: number }} by
 * @returns {Box} as far as the picture goes
 */
export function movedArea(area, by) {
  const x = within(area.x + by.x, 0, 1 - area.width);
  const y = within(area.y + by.y, 0, 1 - area.height);
  return { ...area, x, y };
}

/**
 * @param {Box} area
 * @param {Corner} corner the others stay where they are
 * @param {{ x: number, y: number }} by
 * @returns {Box}
 */
export function resizedArea(area, corner, by) {
  let [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height];
  if (corner.endsWith('left')) left = within(left + by.x, 0, right - LEAST);
  else right = within(right + by.x, left + LEAST, 1);
  if (corner.startsWith('upper')) top = within(top + by.y, 0, bottom - LEAST);
  else bottom = within(bottom + by.y, top + LEAST, 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * @param {Box} area in shares
 * @param {{ width: number, height: number }} size of the picture
 * @returns {Box | null} in whole pixels; null for all of it
 */
export function areaInPixels(area, { width, height }) {
  const [left, top] = [Math.round(area.x * width), Math.round(area.y * height)];
  const [right, bottom] = [Math.round((area.x + area.width) * width), Math.round((area.y + area.height) * height)];
  const isWhole = left === 0 && top === 0 && right === width && bottom === height;
  return isWhole ? null : { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/**
 * @param {Box | null} area in pixels
 * @param {{ width: number, height: number }} size of the picture
 * @returns {Box} in shares
 */
export function areaInShares(area, { width, height }) {
  if (!area) return WHOLE;
  return { x: area.x / width, y: area.y / height, width: area.width / width, height: area.height / height };
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function within(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
