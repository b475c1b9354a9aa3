import { findComponents } from './components.js';

/**
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {import('../ink/rasterize.js').Box} Box
 */

/** Less ink than this share of the largest component is a speck. */
const SPECK = 0.02;

/** Ink farther from the largest component than this share of its longer side belongs to something else. */
const APART = 0.5;

/** Ink within a frame is at least this share of the frame's longer side; less is a speck beside a digit cut close. */
const FRAMED = 0.2;

/**
 * The ink of the one digit in a picture: the largest component that does not hang over the border, and what lies near
 * it.
 *
 * @param {Mask} mask
 * @returns {{ mask: Mask, box: Box } | null} the digit's part of the mask and where it was; null for no ink
 */
export function segment(mask) {
  const labeled = findComponents(mask);
  const all = labeled.components.filter(({ area }) => area >= leastPixels(mask));
  if (!all.length) return null;
  // A table's edge, a shadow or a frame reaches the border; a digit does only where the picture is cut close around it.
  const inside = all.filter(({ box }) => !touchesBorder(box, mask));
  const components = inside.length && extent(largestOf(inside)) >= FRAMED * extent(largestOf(all)) ? inside : all;
  const largest = largestOf(components);
  const near = components.filter(
    (component) =>
      component.area >= SPECK * largest.area && distance(component.box, largest.box) <= APART * extent(largest),
  );
  return cut(labeled, near);
}

/** Noise of a pixel or two is no ink, however empty the picture. @param {Mask} mask */
const leastPixels = ({ width, height }) => Math.max(4, 0.0002 * width * height);

/** @param {Component[]} components */
const largestOf = (components) => components.reduce((most, next) => (extent(next) > extent(most) ? next : most));

/** @param {Component} component */
const extent = ({ box }) => Math.max(box.width, box.height);

/**
 * @param {Box} box
 * @param {{ width: number, height: number }} size
 */
export const touchesBorder = (box, { width, height }) =>
  box.x === 0 || box.y === 0 || box.x + box.width === width || box.y + box.height === height;

/** @param {Box} a @param {Box} b */
function distance(a, b) {
  const across = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const down = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(across, down);
}

/**
 * @param {Labeled} labeled
 * @param {Component[]} components
 */
function cut(labeled, components) {
  const left = Math.min(...components.map(({ box }) => box.x));
  const top = Math.min(...components.map(({ box }) => box.y));
  const width = Math.max(...components.map(({ box }) => box.x + box.width)) - left;
  const height = Math.max(...components.map(({ box }) => box.y + box.height)) - top;
  const chosen = new Set(components.map(({ label }) => label));
  const data = new Uint8Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    const start = (top + row) * labeled.width + left;
    for (let column = 0; column < width; column++, at++) data[at] = chosen.has(labeled.labels[start + column]) ? 1 : 0;
  }
  return { mask: { data, width, height }, box: { x: left, y: top, width, height } };
}
