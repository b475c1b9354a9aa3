/**
 * A drawing is all that a person put on the pad: the ink, and corrections of its answer.
 * @import { Correction } from './reading/correct.js'
 * @import { Ink } from './strokes.js'
 * @typedef {{ ink: Ink, corrections: ReadonlyArray<Correction> }} Drawing
 */

/** @type {Drawing} */
export const BLANK = { ink: [], corrections: [] };

/**
 * @param {Drawing} drawing
 * @param {Ink} ink
 * @returns {Drawing} the same where the ink is; without ink there is nothing to be corrected
 */
export function withInk(drawing, ink) {
  if (ink === drawing.ink || (ink.length === 0 && drawing.ink.length === 0)) return drawing;
  return ink.length === 0 ? BLANK : { ...drawing, ink };
}
