import { findComponents } from '../image/components.js';
import { reduce } from '../image/planes.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('../network/labeler.js').Labels} Labels
 */

/** Pixels of the labels for each of a map, across and down; and of the picture. */
const FACTOR = 2;
export const PIXELS = 2 * FACTOR;

/** What is around a sheet is seen in blocks of so many pixels of a map; so much of it is not paper. */
const BLOCK = 4;
const DENSE = 0.45;

/**
 * Where print and rules are on a sheet: what all pictures of one form have in common. What lies around the sheet is left out:
 * from the picture's border on, all that is as dense as neither print nor tables are.
 *
 * @param {Labels} labels
 * @returns {Plane} 0 to 1
 */
export function printMap({ pen, print, rule, other, width, height }) {
  const plane = (/** @type {(at: number) => number} */ value) =>
    reduce({ data: Float32Array.from(pen, (_, at) => value(at)), width, height }, FACTOR);
  const map = plane((at) => print[at] + rule[at]);
  const marked = plane((at) => pen[at] + print[at] + rule[at] + other[at]);
  const around = findAround(reduce(marked, BLOCK));
  for (let y = 0, at = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++, at++) {
      if (around.data[Math.floor(y / BLOCK) * around.width + Math.floor(x / BLOCK)]) map.data[at] = 0;
    }
  }
  return map;
}

/**
 * @param {Plane} blocks how much of each is not paper
 * @returns {{ data: Uint8Array, width: number }} which ones are around the sheet, and next to those
 */
function findAround({ data, width, height }) {
  const dense = { data: Uint8Array.from(data, (share) => Number(share > DENSE)), width, height };
  const { components, labels } = findComponents(dense);
  const isAround = new Uint8Array(labels.length);
  for (const { box, label } of components) {
    const isAtBorder = box.x === 0 || box.y === 0 || box.x + box.width === width || box.y + box.height === height;
    if (!isAtBorder) continue;
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) {
        if (labels[y * width + x] === label) mark(isAround, { x, y }, width, height);
      }
    }
  }
  return { data: isAround, width };
}

/** @param {Uint8Array} blocks altered @param {Point} place with those around it @param {number} width @param {number} height */
function mark(blocks, { x, y }, width, height) {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
      blocks[row * width + column] = 1;
  }
}
