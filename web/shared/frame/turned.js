/**
 * A picture that lies on its side is shown upright: turned by 0, 90, 180 or 270 degrees, clockwise. What is kept of it
 * stays in the pixels of the picture as it was given.
 *
 * @import { Area, Size } from './area.js'
 */

/**
 * @param {Area} area in shares of a picture
 * @param {number} degrees
 * @returns {Area} where it lies once the picture is turned
 */
export const turnedArea = (area, degrees) => turnedBox(area, UNIT, degrees);

const UNIT = { width: 1, height: 1 };

/**
 * @param {Area} box in pixels of a picture
 * @param {Size} size of the picture
 * @param {number} degrees
 * @returns {Area} where it lies once the picture is turned
 */
export function turnedBox(box, size, degrees) {
  if (degrees < 90) return box;
  const { x, y, width, height } = box;
  const quarter = { x: size.height - y - height, y: x, width: height, height: width };
  return turnedBox(quarter, turnedSize(size, 90), degrees - 90);
}

/**
 * @param {Size} size of a picture
 * @param {number} degrees
 * @returns {Size} once it is turned
 */
export function turnedSize({ width, height }, degrees) {
  return degrees % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** @param {number} degrees @returns {number} that turn it back */
export const turnedBack = (degrees) => (360 - degrees) % 360;
