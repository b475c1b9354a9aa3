import { around } from './boxes.js';
import { lineHeight } from './line-height.js';

/** @typedef {import('./components.js').Component} Component */

/** Paper this wide, in heights of the line, parts what is read by itself. */
const GAP = 0.6;

/** Ink less high than this share of the line is a mark, and goes with what is next to it. */
const MARK = 0.5;

/** What separates digits belongs to the one before, unless the next is so many times nearer. */
const AFTER = 2;

/**
 * The parts of a line that are read each by itself: wide gaps say nothing, and what stands lower or higher would make
 * all of it small.
 *
 * @param {Component[]} line from left to right
 * @returns {Component[][]}
 */
export function toWords(line) {
  const height = lineHeight(line);
  const marks = line.filter(({ box }) => box.height < MARK * height);
  /** @type {Component[][]} */
  const words = [];
  for (const component of line.filter((one) => !marks.includes(one)).toSorted((a, b) => a.box.x - b.box.x)) {
    const last = words[words.length - 1];
    if (last && component.box.x - rightOf(last) <= GAP * height) last.push(component);
    else words.push([component]);
  }
  if (!words.length) return [line];
  const beside = marks.map((mark) => {
    const distances = words.map((word) => distance(mark, word));
    return distances.indexOf(Math.min(...distances));
  });
  return words.map((word, at) => [...word, ...marks.filter((_, mark) => beside[mark] === at)]);
}

/** @param {Component[]} word */
const rightOf = (word) => Math.max(...word.map(({ box }) => box.x + box.width));

/** @param {Component} mark @param {Component[]} word */
function distance({ box }, word) {
  const { x, width } = around(word.map((component) => component.box));
  return Math.max(0, AFTER * (x - box.x - box.width), box.x - x - width);
}
