/**
 * A rectangle on a picture, which a person draws, moves and resizes: shares, 0 to 1, of the picture's width and height, so
 * that pictures of another size fit too.
 * @typedef {{ x: number, y: number, width: number, height: number }} Area
 * @typedef {{ x: number, y: number }} Point in shares of the picture
 * @typedef {{ width: number, height: number }} Size in pixels
 * @typedef {'nw' | 'ne' | 'sw' | 'se'} Corner
 */

/** @type {ReadonlyArray<Corner>} */
export const CORNERS = ['nw', 'ne', 'sw', 'se'];
/** @type {Area} */
export const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

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
 * @param {number} [least] that its sides are to be long
 * @returns {Area} inside the picture and at least of the least size
 */
export function resizeArea(area, corner, by, least = LEAST_SIDE) {
  const [left, width] = resizeSide([area.x, area.width], { atStart: corner.endsWith('w'), by: by.x, least });
  const [top, height] = resizeSide([area.y, area.height], { atStart: corner.startsWith('n'), by: by.y, least });
  return { x: left, y: top, width, height };
}

/**
 * @param {[number, number]} side start and length
 * @param {{ atStart: boolean, by: number, least: number }} how atStart: whether it is the start that moves
 * @returns {[number, number]}
 */
function resizeSide([start, length], { atStart, by, least }) {
  const end = start + length;
  if (!atStart) return [start, Math.max(least, clamp(end + by) - start)];
  const moved = Math.min(clamp(start + by), end - least);
  return [moved, end - moved];
}

/**
 * @param {{ from: Area, start: Point, corner: Corner | null }} held an area as it was when a pointer took hold of it, by a
 *   corner or as a whole
 * @param {Point} point where the pointer is now
 * @param {number} [least] that its sides are to be long
 * @returns {Area}
 */
export function draggedArea({ from, start, corner }, point, least) {
  const by = { x: point.x - start.x, y: point.y - start.y };
  if (by.x === 0 && by.y === 0) return from;
  return corner ? resizeArea(from, corner, by, least) : moveArea(from, by);
}

/** @type {Record<string, Point>} */
const ARROWS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * @param {string} key of the keyboard
 * @param {number} step in shares
 * @returns {Point | null} what it moves by; null where it is no arrow
 */
export function arrowStep(key, step) {
  const arrow = ARROWS[key];
  return arrow ? { x: arrow.x * step, y: arrow.y * step } : null;
}

/**
 * @param {Area} area in shares
 * @param {Size} size of the picture
 * @returns {Area | null} in whole pixels; null for all of it
 */
export function areaInPixels(area, { width, height }) {
  const [left, top] = [Math.round(area.x * width), Math.round(area.y * height)];
  const [right, bottom] = [Math.round((area.x + area.width) * width), Math.round((area.y + area.height) * height)];
  const isWhole = left === 0 && top === 0 && right === width && bottom === height;
  return isWhole ? null : { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/**
 * @param {Area | null} area in pixels
 * @param {Size} size of the picture
 * @returns {Area} in shares
 */
export function areaInShares(area, { width, height }) {
  if (!area) return WHOLE;
  return { x: area.x / width, y: area.y / height, width: area.width / width, height: area.height / height };
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
