/**
 * @import { Ink, Stroke } from '../strokes.js'
 */

/** Of the longer side of the ink: what is nearer to each other than this is one point in a small picture. */
const LEAST_STEP = 0.01;

/** A dot has no size, and neither has a line across its way. */
const LEAST_SIZE = 0.02;

/**
 * Ink for a small picture of it.
 * @param {Ink} ink
 * @param {{ margin?: number, isSquare?: boolean }} [frame] margin around all of it, in longer sides of the ink
 * @returns {{ viewBox: string, paths: string[], size: number }} a path for each stroke; size: the ink's longer side
 */
export function pathsOfInk(ink, { margin = 0.08, isSquare = false } = {}) {
  const points = ink.flat();
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const size = Math.max(right - left, bottom - top, LEAST_SIZE);
  const [width, height] = isSquare ? [size, size] : [right - left, bottom - top];
  const room = margin * size;
  const box = [
    (left + right - width) / 2 - room,
    (top + bottom - height) / 2 - room,
    width + 2 * room,
    height + 2 * room,
  ];
  return {
    viewBox: box.map(rounded).join(' '),
    paths: ink.map((stroke) => pathOfStroke(stroke, LEAST_STEP * size)),
    size,
  };
}

/**
 * @param {Stroke} stroke
 * @param {number} [leastStep] points that are nearer than this to the one before are left out, but for the last
 * @returns {string} the `d` of a path, in the stroke's own units
 */
export function pathOfStroke(stroke, leastStep = 0) {
  const [first] = stroke;
  let last = first;
  const shown = stroke.filter((point, index) => {
    const distance = Math.hypot(point.x - last.x, point.y - last.y);
    const isShown = index === 0 || index === stroke.length - 1 || distance >= leastStep;
    if (isShown) last = point;
    return isShown;
  });
  const line = shown.slice(1).map(({ x, y }) => `L${rounded(x)} ${rounded(y)}`);
  // A dot is a line of no length, which round caps make seen.
  return `M${rounded(first.x)} ${rounded(first.y)}${line.join('') || 'h0'}`;
}

/** @param {number[]} values as many as there may be: too many to be a call's arguments */
const extent = (values) =>
  values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

/** @param {number} value */
const rounded = (value) => Number(value.toFixed(4));
