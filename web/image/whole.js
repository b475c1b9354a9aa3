import { lineHeight } from './propose.js';

/**
 * @typedef {import('./components.js').Component} Component
 */

/** Ink less wide than this share of its height, or of the line's, is one digit at most; and than so many strokes. */
const NARROW = 0.5;
const NARROW_STROKES = 3;

/** Ink less high than this share of the line is a mark or a piece. */
const LOW = 0.4;

/** Wider than this, in heights, ink is looked at as several digits whatever the network says of it. */
const WIDE = 1.15;

/** Ink as narrow as a letter may be, in heights, is only looked at as several digits if most of its line are digits. */
const LETTER = 1;

/** The least probability of one digit with which ink is left whole. */
const SURE = 0.9;

/**
 * Which ink of a line to look at as several digits: what may be by its size, and the network does not take for one.
 *
 * @param {Component[]} line
 * @param {number} stroke width, in pixels
 * @param {(component: Component) => number} digitProbability of the likeliest digit
 * @returns {Component[]}
 */
export function severalOnes(line, stroke, digitProbability) {
  const wide = wideOnes(line, stroke);
  const refused = wide.filter((component) => !isOne(component, digitProbability(component)));
  const letters = refused.filter(({ box }) => box.width < LETTER * box.height);
  // Letters cut up are many a 1.
  return letters.length * 2 > wide.length ? refused.filter((component) => !letters.includes(component)) : refused;
}

/**
 * @param {Component[]} line
 * @param {number} stroke width, in pixels
 * @returns {Component[]} those that may be several digits by their size
 */
export function wideOnes(line, stroke) {
  const height = lineHeight(line);
  return line.filter(
    ({ box }) =>
      box.height >= LOW * height &&
      box.width >= NARROW_STROKES * stroke &&
      box.width >= NARROW * Math.min(box.height, height),
  );
}

/** @param {Component} component @param {number} probability */
const isOne = ({ box }, probability) => probability >= SURE && box.width <= WIDE * box.height;
