import { written } from './hand.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Step } from './timeline.js'
 */

/** Wide enough for what stands below each box. */
const PITCH = 1;

/** @param {string} sign @param {number} place in the number @returns {Ink} */
const at = (sign, place) => written([sign]).map((stroke) => stroke.map(({ x, y }) => ({ x: x + place * PITCH, y })));

/** Of all that is written, in heights of a digit. */
export const SIZE = { width: 3.8, height: 1 };

/**
 * What the demonstration writes, in the four steps of the guide: 204 and its reading, then a 7 that may be a 1, and the
 * bar that decides.
 * @type {Step[]}
 */
export const STEPS = [
  { strokes: [...at('2', 0), ...at('0', 1), ...at('4', 2)], hold: 500 },
  { strokes: [], hold: 3500 },
  { strokes: at('hasty 7', 3), hold: 4000 },
  { strokes: at('bar', 3), hold: 3000 },
];
