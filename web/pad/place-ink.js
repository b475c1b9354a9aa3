import { inkBox } from '../reader/ink/rasterize.js';

/**
 * A placement says which part of the sheet the pad shows. Ink is in sides of the pad it was written on, a side being the shorter one; a
 * pad of another shape shows it whole. The sheet goes on to the right and down, and begins where the pad does.
 * @import { Ink, Size } from '../shared/strokes.js'
 * @import { Box } from '../reader/ink/rasterize.js'
 * @typedef {Readonly<Box & { scale: number, isMoved: boolean }>} Placement the part that is in sight, in units of the ink; scale is how
 *   many sides of this pad a unit takes; isMoved where it was zoomed or scrolled
 */

/** @type {Placement} */
export const SQUARE = { scale: 1, x: 0, y: 0, width: 1, height: 1, isMoved: false };

/** In units of the ink: so far the sheet goes. No window is so much longer than it is wide. */
export const FARTHEST = 32;

/** Rounding must not make a drawing smaller that was written to the edge. */
const NOTHING = 1e-4;

/**
 * @param {Ink} ink
 * @param {Size} pad in any unit
 * @returns {Placement} as the ink was written where it fits, else smaller, so that all of it is seen
 */
export function placeInk(ink, pad) {
  const side = Math.min(pad.width, pad.height);
  const [width, height] = [pad.width / side, pad.height / side];
  const box = inkBox(ink);
  const [right, bottom] = box ? [box.x + box.width, box.y + box.height] : [0, 0];
  const fits = right <= width + NOTHING && bottom <= height + NOTHING;
  const scale = fits ? 1 : Math.min(width / right, height / bottom, 1);
  return { ...SQUARE, scale, width: width / scale, height: height / scale };
}

/**
 * Ink that is drawn small, or was moved, stays so until it is cleared: nothing moves because a stroke was added, or taken back.
 * @param {Placement} now
 * @param {Ink} ink
 * @param {Size} pad
 * @returns {Placement} the same one, as long as the pad has its shape and the ink fits
 */
export function keepPlaced(now, ink, pad) {
  const box = inkBox(ink);
  const isSameShape = Math.abs(pad.width / pad.height - now.width / now.height) < NOTHING;
  const fits = box && box.x + box.width <= now.width + NOTHING && box.y + box.height <= now.height + NOTHING;
  const isKept = box ? fits || now.isMoved : now.scale === 1 && !now.isMoved;
  return isSameShape && isKept ? now : placeInk(ink, pad);
}
