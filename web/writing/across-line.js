/** @import { Plane } from './moments.js' */

/**
 * What a pen left at a pixel.
 * @typedef {{ x: number, y: number, ink: number, width: number, along: { x: number, y: number } }} Trace place and pen
 *   width in pixels, how much of the pixel is ink, and which way the line runs, of length 1
 */

/** Directions that are tried: the narrowest is at most 1 / cos(5.6 degrees), half a percent, too wide. */
const DIRECTIONS = 16;

/** Pixels from sample to sample. */
const STEP = 0.5;

/** Paper; and what rises by this much again is another line. */
const PAPER = 0.04;
const RISE = 0.02;

/** A pixel with less ink is the line's blurred edge, from which the way across is hard to tell. */
const LEAST_INK = 0.25;

/**
 * Follow the line that a pen drew, pixel by pixel. Across a line, ink adds up to the line's width, however blurred it
 * is and wherever one starts; in every other direction it adds up to more.
 *
 * @param {Plane} plane
 * @returns {Trace[]}
 */
export function tracesOf(plane) {
  const { data, width } = plane;
  /** @type {Trace[]} */
  const traces = [];
  for (let index = 0; index < data.length; index++) {
    if (data[index] < LEAST_INK) continue;
    let [narrowest, across] = [Infinity, 0];
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const half = inkAlong(plane, index, turn, narrowest);
      const whole = half < narrowest ? half + inkAlong(plane, index, turn + DIRECTIONS, narrowest - half) : half;
      if (whole < narrowest) [narrowest, across] = [whole, turn];
    }
    const along = { x: -WAYS[across].y, y: WAYS[across].x };
    traces.push({
      x: (index % width) + 0.5,
      y: Math.floor(index / width) + 0.5,
      ink: data[index],
      width: narrowest,
      along,
    });
  }
  return traces;
}

const WAYS = Array.from({ length: 2 * DIRECTIONS }, (_, turn) => ({
  x: Math.cos((turn * Math.PI) / DIRECTIONS),
  y: Math.sin((turn * Math.PI) / DIRECTIONS),
}));

/**
 * The ink from a pixel's middle on, until there is paper, or another line (trapezoids).
 *
 * @param {Plane} plane
 * @param {number} index
 * @param {number} turn
 * @param {number} most what is more is not needed to the end
 */
function inkAlong(plane, index, turn, most) {
  const stepX = WAYS[turn].x * STEP;
  const stepY = WAYS[turn].y * STEP;
  let x = index % plane.width;
  let y = Math.floor(index / plane.width);
  let sum = 0;
  let last = plane.data[index];
  let least = last;
  while (sum < most) {
    x += stepX;
    y += stepY;
    const value = between(plane, x, y);
    // On the first steps, ink that rises is the same line, from its edge.
    if (value > least + RISE && least < 0.5 && sum > 1) break;
    sum += ((last + value) / 2) * STEP;
    if (value < PAPER) break;
    least = Math.min(least, value);
    last = value;
  }
  return sum;
}

/**
 * @param {Plane} plane
 * @param {number} x column, between two
 * @param {number} y row
 */
function between({ data, width, height }, x, y) {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column + 1 >= width || row + 1 >= height) return 0;
  const right = x - column;
  const at = row * width + column;
  const above = data[at] * (1 - right) + data[at + 1] * right;
  const below = data[at + width] * (1 - right) + data[at + width + 1] * right;
  return above + (below - above) * (y - row);
}
