/**
 * Where a field lies: shares, 0 to 1, of the picture's width and height, so that pictures of another size fit too.
 * @typedef {{ x: number, y: number, width: number, height: number }} Area
 * @typedef {{ x: number, y: number }} Point in shares of the picture
 * @typedef {{ width: number, height: number }} Size in pixels
 * @typedef {'nw' | 'ne' | 'sw' | 'se'} Corner
 */

/** Smaller than a digit on any form; a tap that trembles draws no field. */
const LEAST_SIDE = 0.01;

/** Paper around the field that is read too, as a share of its shorter side: writing runs over, and pictures shift. */
const MARGIN = 0.08;

/**
 * @param {Point} one
 * @param {Point} other the opposite corner, also outside the picture
 * @returns {Area}
 */
export function areaBetween(one, other) {
  const [left, right] = [clamp(one.x), clamp(other.x)].sort((a, b) => a - b);
  const [top, bottom] = [clamp(one.y), clamp(other.y)].sort((a, b) => a - b);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {Area} area */
export function isLargeEnough({ width, height }) {
  return width >= LEAST_SIDE && height >= LEAST_SIDE;
}

/**
 * @param {Area} area
 * @param {Point} by
 * @returns {Area} as large as it was, and inside the picture
 */
export function moveArea(area, by) {
  return { ...area, x: clamp(area.x + by.x, 1 - area.width), y: clamp(area.y + by.y, 1 - area.height) };
}

/**
 * Move one corner; the opposite one stays.
 * @param {Area} area
 * @param {Corner} corner
 * @param {Point} by
 * @returns {Area} inside the picture and at least of the least size
 */
export function resizeArea(area, corner, by) {
  const [left, width] = resizeSide([area.x, area.width], corner.endsWith('w'), by.x);
  const [top, height] = resizeSide([area.y, area.height], corner.startsWith('n'), by.y);
  return { x: left, y: top, width, height };
}

/**
 * @param {[number, number]} side start and length
 * @param {boolean} atStart whether it is the start that moves
 * @param {number} by
 * @returns {[number, number]}
 */
function resizeSide([start, length], atStart, by) {
  const end = start + length;
  if (!atStart) return [start, Math.max(LEAST_SIDE, clamp(end + by) - start)];
  const moved = Math.min(clamp(start + by), end - LEAST_SIDE);
  return [moved, end - moved];
}

/**
 * @param {Area} area
 * @param {Size} size of the picture
 * @param {number} [share] of the field's shorter side that is read around it
 * @returns {Area} in whole pixels, with the margin, inside the picture
 */
export function pixelsOf(area, size, share = MARGIN) {
  const margin = share * Math.min(area.width * size.width, area.height * size.height);
  const [left, right] = pixelRange(area.x, area.width, { side: size.width, margin });
  const [top, bottom] = pixelRange(area.y, area.height, { side: size.height, margin });
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {number} start @param {number} length @param {{ side: number, margin: number }} picture */
function pixelRange(start, length, { side, margin }) {
  const first = Math.max(0, Math.min(side - 1, Math.floor(start * side - margin)));
  return [first, Math.max(first + 1, Math.min(side, Math.ceil((start + length) * side + margin)))];
}

/**
 * @param {unknown} value
 * @returns {value is Area}
 */
export function isArea(value) {
  const { x, y, width, height } = /** @type {Record<string, unknown>} */ (value ?? {});
  const sides = [x, y, width, height];
  if (!sides.every((side) => typeof side === 'number' && side >= 0 && side <= 1)) return false;
  // Sums of shares are not exact.
  const most = 1 + 1e-6;
  return (
    Number(width) > 0 && Number(height) > 0 && Number(x) + Number(width) <= most && Number(y) + Number(height) <= most
  );
}

/** @param {number} value @param {number} [most] */
const clamp = (value, most = 1) => Math.min(Math.max(value, 0), Math.max(most, 0));
