import { drawn } from '../shared/dom/drawn.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 */

/** Of the longer side of the ink: what is nearer to each other than this is one point at this size. */
const LEAST_STEP = 0.01;
const MARGIN = 0.08;

/**
 * A small picture of ink.
 * @param {Ink} ink
 */
export function drawingOfInk(ink) {
  const { viewBox, paths } = pathsOfInk(ink);
  return drawn(
    viewBox,
    paths.map((d) => ({ d })),
    { className: 'history-ink' },
  );
}

/**
 * @param {Ink} ink
 * @returns {{ viewBox: string, paths: string[] }} a path for each stroke, with a margin around all of them
 */
export function pathsOfInk(ink) {
  const points = ink.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [least(xs), most(xs)];
  const [top, bottom] = [least(ys), most(ys)];
  // A dot has no size, and neither has a line across its way.
  const size = Math.max(right - left, bottom - top, 0.02);
  const margin = MARGIN * size;
  const box = [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin];
  return { viewBox: box.map(rounded).join(' '), paths: ink.map((stroke) => pathOf(stroke, LEAST_STEP * size)) };
}

/** @param {Ink[number]} stroke @param {number} step */
function pathOf(stroke, step) {
  const [first] = stroke;
  let last = first;
  const shown = stroke.filter((point, index) => {
    const isFar = index === 0 || index === stroke.length - 1 || Math.hypot(point.x - last.x, point.y - last.y) >= step;
    if (isFar) last = point;
    return isFar;
  });
  const line = shown.slice(1).map(({ x, y }) => `L${rounded(x)} ${rounded(y)}`);
  // A dot is a line of no length, which round caps make seen.
  return `M${rounded(first.x)} ${rounded(first.y)}${line.join('') || 'h0'}`;
}

/** @param {number[]} values */
const least = (values) => values.reduce((low, value) => Math.min(low, value), Infinity);
/** @param {number[]} values */
const most = (values) => values.reduce((high, value) => Math.max(high, value), -Infinity);
/** @param {number} value */
const rounded = (value) => Number(value.toFixed(4));
