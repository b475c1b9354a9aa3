/**
 * The line that a pen drew, pixel by pixel, and how wide the pen was.
 *
 * @import { Plane } from './shape.js'
 * @typedef {{ x: number, y: number, ink: number, width: number, along: { x: number, y: number } }} Trace what the pen left
 *   at a pixel: place and pen width in pixels, how much of the pixel is ink, and which way the line runs, of length 1
 */

/** So many directions are tried: the narrowest is at most 1 / cos(5.6 degrees), half a percent, too wide. */
const DIRECTIONS = 16;

/** Samples are so many pixels apart. */
const STEP = 0.5;

/** A place with less ink than this is paper. */
const PAPER = 0.04;

/** Ink that rises by this much again is another line. */
const RISE = 0.02;

/** A pixel with less ink is the line's blurred edge, from which the way across is hard to tell. */
const LEAST_INK = 0.25;

/** An upright or level line that is thinner than this, in pixels, may have no pixel that lies wholly within it. */
const THIN = 2.1;

/** A line that wanders less far than this across the pixels passes the same way through all of them. */
const WANDERS = 0.8;

/**
 * Follows the line that a pen drew, pixel by pixel. Across a line, ink adds up to the line's width, however blurred it
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
 * Adds up the ink from a pixel's middle on, until there is paper, or another line (trapezoids).
 *
 * @param {Plane} plane
 * @param {number} index
 * @param {number} turn
 * @param {number} most more than this need not be counted to the end
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
 * Interpolates the ink between pixels.
 *
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

/**
 * Measures how wide the pen was along half of the line or more. Morpho-MNIST (see `shearOf`) takes twice the mean
 * distance of a skeleton's pixels to the paper; at 28 x 28, where a pen is one to four pixels wide, that is half a pixel
 * too coarse, and where lines meet it is too wide. So each pixel's width is the ink across its line, and the middle one
 * is taken.
 *
 * The darkest pixel of an image counts as nothing but ink. Where that need not be so, the width cannot be known.
 *
 * @param {ReadonlyArray<Trace>} traces
 * @returns {number | null} in pixels; null without ink, and for a thin 1 that stands quite upright
 */
export function penWidth(traces) {
  const sorted = traces.toSorted((a, b) => a.width - b.width);
  const length = sorted.reduce((sum, trace) => sum + lengthAt(trace), 0);
  let sum = 0;
  const middle = sorted.find((trace) => (sum += lengthAt(trace)) >= length / 2);
  if (!middle) return null;
  const wanders = Math.min(extent(sorted, 'x'), extent(sorted, 'y')) - middle.width;
  return middle.width < THIN && wanders < WANDERS ? null : middle.width;
}

/**
 * Measures from edge to edge: an edge goes through a pixel as far in as it is ink.
 *
 * @param {ReadonlyArray<Trace>} traces
 * @param {'x' | 'y'} axis
 */
function extent(traces, axis) {
  const ends = traces.map((trace) => trace[axis] - 0.5 + trace.ink);
  const starts = traces.map((trace) => trace[axis] + 0.5 - trace.ink);
  return Math.max(...ends) - Math.min(...starts);
}

/** The wider the line, the less of its length a pixel's ink is. @param {Trace} trace */
const lengthAt = ({ ink, width }) => ink / width;
