import { findCells } from './image/cells.js';
import { findComponents } from './image/components.js';
import { layOut } from './image/layout.js';
import { settle } from './image/settle.js';
import { penInk } from './image/pen-ink.js';
import { reduce } from './image/planes.js';
import { tiltOf } from './image/tilt.js';
import { turn } from './image/turn.js';

/**
 * @typedef {import('./image/decode.js').Picture} Picture
 * @typedef {import('./image/layout.js').Layout} Layout
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./network/labeler.js').Labels} Labels
 * @typedef {Layout & {
 *   print: Box[],
 *   place: (box: Box) => Box,
 * }} Sheet what is written where, and what is printed; `place`: from its pixels to the whole picture's
 */

/**
 * What is on a sheet, once it lies level.
 *
 * @param {Picture} picture
 * @param {(picture: Picture) => Labels} label
 * @param {number} [turned] degrees that it is turned first, clockwise
 * @returns {Sheet}
 */
export function seeSheet(picture, label, turned = 0) {
  const steps = [placeIn(picture)];
  let seen = picture;
  const go = (/** @type {number} */ degrees) => {
    const { picture: next, toSource } = turn(seen, degrees);
    steps.unshift(toSource);
    seen = next;
  };
  if (turned) go(turned);
  let labels = label(seen);
  const tilt = tiltOf(labels);
  if (Math.abs(tilt) >= LEAST_TILT) {
    go(-tilt);
    labels = label(seen);
  }
  settle(labels);
  const place = (/** @type {Box} */ box) => steps.reduce((known, step) => step(known), box);
  return { ...layOut(penInk(seen, labels), findCells(labels)), print: printIn(labels), place };
}

/** What is nearly level is read as it is: turning blurs. */
const LEAST_TILT = 1.5;

/** Print is told in blocks of so many pixels of the labels, of which it is at least such a share, and so many together. */
const BLOCK = 6;
const SHARE = 0.15;
const FEWEST = 2;

/** Where print is, words that are near each other together. @param {Labels} labels @returns {Box[]} */
function printIn({ print, width, height }) {
  const blocks = reduce({ data: print.map((value) => Number(value > 0.5)), width, height }, BLOCK);
  const { components } = findComponents({ ...blocks, data: blocks.data.map((share) => Number(share > SHARE)) });
  const size = 2 * BLOCK;
  return components
    .filter(({ area }) => area >= FEWEST)
    .map(({ box }) => ({ x: size * box.x, y: size * box.y, width: size * box.width, height: size * box.height }));
}

/** From pixels of what is worked on to the whole picture's. @param {Picture} picture @returns {(box: Box) => Box} */
const placeIn =
  ({ scale, x = 0, y = 0 }) =>
  (box) => ({ x: x + box.x / scale, y: y + box.y / scale, width: box.width / scale, height: box.height / scale });
