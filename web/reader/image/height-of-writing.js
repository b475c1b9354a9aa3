import { MARK, marksIn } from './marks.js';

/** @typedef {import('../network/labeler.js').Labels} Labels */

/** A mark is written where so much of it is a pen's, and is at least so high, in pixels of the labels. */
const OF_PEN = 0.3;
const LEAST = 4;

/** Where there are so few pieces of ink, they may be one character's; what is so many times as high as they are is none. */
const ALONE = 4;
const MUCH_HIGHER = 4;

/**
 * The height of most of what is a pen's, by how much there is of it. Ink that hangs together with what may be a rule
 * counts as a whole where there is little else, unless that is much higher: a 1 may look like a rule in its middle.
 *
 * @param {Labels} labels
 * @returns {number} 0 of nothing
 */
export function heightOfWriting(labels) {
  const { pen, print, rule } = labels;
  const { high, count } = mostOf(labels, (at) => pen[at] + print[at] > Math.max(MARK, rule[at]));
  if (count > ALONE) return high;
  const whole = mostOf(labels, (at) => pen[at] + print[at] + rule[at] > MARK).high;
  return whole <= MUCH_HIGHER * high ? Math.max(high, whole) : high;
}

/**
 * @param {Labels} all
 * @param {(at: number) => boolean} isMark
 * @returns {{ high: number, count: number }} how high most is, 0 of nothing, and how much it is
 */
function mostOf(all, isMark) {
  const { pen } = all;
  const { labels, components } = marksIn(all, isMark);
  const pens = new Float64Array(components.length + 1);
  for (let at = 0; at < labels.length; at++) pens[labels[at]] += pen[at];
  const written = components.filter(({ label, box, area }) => pens[label] > OF_PEN * area && box.height >= LEAST);
  const sorted = written.sort((a, b) => a.box.height - b.box.height);
  const half = sorted.reduce((sum, { label }) => sum + pens[label], 0) / 2;
  let sum = 0;
  const middle = sorted.find(({ label }) => (sum += pens[label]) >= half);
  return { high: middle?.box.height ?? 0, count: sorted.length };
}
