import { isSameInk } from '../shared/reading/shown-reading.js';
import { mostDoubtfulSign } from '../shared/reading/sureness.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Part, Shown } from '../shared/reading/shown-reading.js'
 */

/**
 * The digit that the chart, the preview, "Why" and the red line are about: the one that was picked, as long as its ink is
 * there, else the most doubtful, else the one that was written last.
 * @param {Shown} shown
 * @param {Part | null} picked
 * @param {Ink} ink that was written; empty for a picture, of which the least sure stands for the last
 * @param {number} unsureBelow what is as sure as this is in no doubt
 * @returns {Part | null}
 */
export function selectPart({ numbers }, picked, ink, unsureBelow) {
  const parts = numbers.flatMap((number) => number.parts);
  const same = parts.find((part) => picked && isSamePart(part, picked));
  if (same) return same;
  const digits = parts.filter((part) => part.image !== null);
  if (digits.length === 0) return null;
  const doubtful = mostDoubtfulSign(digits, unsureBelow);
  if (doubtful) return doubtful;
  const last = ink.at(-1);
  if (!last) return least(digits, ({ confidence }) => confidence);
  const middle = middleOf(last);
  return least(digits, (part) => distance(part, middle));
}

/** @param {Part} one @param {Part} other */
function isSamePart(one, other) {
  return one.box && other.box && isSameInk({ box: one.box, ink: one.ink }, { box: other.box, ink: other.ink });
}

/**
 * @param {Part[]} parts at least one
 * @param {(part: Part) => number} measure
 */
function least(parts, measure) {
  return parts.reduce((best, part) => (measure(part) < measure(best) ? part : best));
}

/** @param {Ink[number]} stroke */
function middleOf(stroke) {
  const [x, y] = [stroke.map((point) => point.x), stroke.map((point) => point.y)];
  return { x: (Math.min(...x) + Math.max(...x)) / 2, y: (Math.min(...y) + Math.max(...y)) / 2 };
}

/**
 * @param {Part} part
 * @param {{ x: number, y: number }} point
 * @returns {number} to the part's box, 0 within it
 */
function distance({ box }, { x, y }) {
  if (!box) return Infinity;
  const across = Math.max(box.x - x, 0, x - box.x - box.width);
  const down = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(across, down);
}
