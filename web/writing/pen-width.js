/** @import { Trace } from './across-line.js' */

/** Of an upright or level line that is thinner, in pixels, it may be that no pixel lies wholly within. */
const THIN = 2.1;

/** A line that wanders less far across the pixels passes the same way through all of them. */
const WANDERS = 0.8;

/**
 * How wide the pen was along half of the line or more. Morpho-MNIST (see `shearOf`) takes twice the mean distance of a
 * skeleton's pixels to the paper; at 28 x 28, where a pen is one to four pixels wide, that is half a pixel too coarse,
 * and where lines meet it is too wide. So each pixel's width is the ink across its line, and the middle one is taken.
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
 * From edge to edge: an edge goes through a pixel as far in as it is ink.
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
