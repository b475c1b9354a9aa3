import { erase } from './erase.js';
import { inkBox } from '../reader/ink/rasterize.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Ink, Point, Stroke } from '../shared/strokes.js'
 */

/**
 * @param {Ink} ink
 * @param {ReadonlyArray<{ box: Box }>} skipped what the reader left out
 * @returns {ReadonlySet<Stroke>} the strokes that it names by their boxes
 */
export function strokesLeftOut(ink, skipped) {
  const nameOf = (/** @type {Box} */ { x, y, width, height }) => [x, y, width, height].join();
  const names = new Set(skipped.map(({ box }) => nameOf(box)));
  return new Set(ink.filter((stroke) => names.has(nameOf(/** @type {Box} */ (inkBox([stroke]))))));
}

/**
 * @param {ReadonlySet<Stroke>} strokes
 * @param {Point} point
 * @param {number} radius of a fingertip, in the ink's units
 * @returns {ReadonlySet<Stroke>} those that it touches
 */
export function strokesAt(strokes, point, radius) {
  const others = erase([...strokes], point, point, radius);
  return new Set([...strokes].filter((stroke) => !others.includes(stroke)));
}

/**
 * @param {Ink} ink
 * @param {ReadonlySet<Stroke>} strokes of it
 * @returns {Ink} in which these are written, wherever they lie
 */
export function asMeant(ink, strokes) {
  return ink.map((stroke) => (strokes.has(stroke) ? [{ ...stroke[0], meant: true }, ...stroke.slice(1)] : stroke));
}
