import { around } from '../web/reader/boxes.js';
import { crop, findComponents } from '../web/reader/image/components.js';
import { touchesBorder } from '../web/reader/image/find-lines.js';

/**
 * @typedef {import('../web/reader/image/normalize.js').Mask} Mask
 * @typedef {import('../web/reader/image/components.js').Component} Component
 * @typedef {import('../web/reader/ink/rasterize.js').Box} Box
 */

/** Less ink than this share of the largest component is a speck. */
const SPECK = 0.02;

/** Ink farther from the largest component than this share of its longer side belongs to something else. */
const APART = 0.5;

/** Ink within a frame is at least this share of the frame's longer side; less is a speck beside a digit cut close. */
const FRAMED = 0.2;

/**
 * The ink of the one digit in a picture: the largest component that does not hang over the border, and what lies near
 * it. It is a stand-in for training alone: the page looks for lines of digits (web/reader/image/find-lines.js) and takes
 * rules away first, so that it cuts some pictures out otherwise.
 *
 * @param {Mask} mask
 * @returns {{ mask: Mask, box: Box } | null} the digit's part of the mask and where it was; null for no ink
 */
export function cutOutDigit(mask) {
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
  const gray = Uint8ClampedArray.from(mask.data, (value) => 255 * value);
  return { mask: crop({ ...labeled, gray }, near), box: around(near.map(({ box }) => box)) };
}

/** Noise of a pixel or two is no ink, however empty the picture. @param {Mask} mask */
const leastPixels = ({ width, height }) => Math.max(4, 0.0002 * width * height);

/** @param {Component[]} components */
const largestOf = (components) => components.reduce((most, next) => (extent(next) > extent(most) ? next : most));

/** @param {Component} component */
const extent = ({ box }) => Math.max(box.width, box.height);

/** @param {Box} a @param {Box} b */
function distance(a, b) {
  const across = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const down = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(across, down);
}
