import { around } from '../boxes.js';
import { createGroups } from '../math.js';

/**
 * @typedef {import('./normalize.js').Glyph} Glyph
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {ReturnType<typeof createGroups>} Groups
 * @typedef {{ label: number, area: number, box: Box }} Component connected ink: which label its pixels have, how many
 *   they are, and the box around them
 * @typedef {{ labels: Int32Array, width: number, height: number, components: Component[], next: number }} Labeled
 *   `labels`, row by row, 0 = paper; `next` is the first that no pixel has
 * @typedef {{ label: number, box: Box }} Part of a component
 * @typedef {Labeled & { gray: Uint8ClampedArray }} Shaded with how dark each pixel is, 255 = ink
 */

/** A pixel of a glyph is ink from here on; what lies beside ink is at most as dark as an edge. */
export const IS_INK = 0.5;
const EDGE = 0.49;

/**
 * Ink that hangs together, also by corners: runs of a row take the label of a run that they touch in the row above, and
 * labels that meet are one (Rosenfeld and Pfaltz 1966).
 *
 * @param {Mask} mask 0 = paper
 * @returns {Labeled} components in the order of their first pixels, row by row; labels from 1
 */
export function findComponents({ data, width, height }) {
  const labels = new Int32Array(width * height);
  const groups = createGroups(1);
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, y * width + width];
    for (let at = start; at < end; at++) {
      if (!data[at]) continue;
      const first = at;
      while (at < end && data[at]) at++;
      const label = labelFromAbove(labels, groups, {
        from: y ? Math.max(start, first - 1) - width : 0,
        to: y ? Math.min(end, at + 1) - width : 0,
      });
      labels.fill(label, first, at);
    }
  }
  return collect({ labels, width, height }, groups);
}

/**
 * @param {Int32Array} labels
 * @param {Groups} groups altered: what meets here is one
 * @param {{ from: number, to: number }} above pixels of the row above that a run touches
 */
function labelFromAbove(labels, groups, { from, to }) {
  let label = 0;
  for (let at = from; at < to; at++) {
    if (labels[at]) label = groups.join(labels[at], label || labels[at]);
  }
  return label || groups.add();
}

/**
 * @param {{ labels: Int32Array, width: number, height: number }} picture its labels become the components'
 * @param {Groups} groups of its labels
 * @returns {Labeled}
 */
function collect({ labels, width, height }, groups) {
  /** @type {number[]} by the first label of a component, its own */
  const numbers = [];
  /** @type {Component[]} */
  const components = [];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (!labels[at]) continue;
      const root = groups.rootOf(labels[at]);
      if (!numbers[root]) {
        numbers[root] = components.length + 1;
        components.push({ label: numbers[root], area: 0, box: { x, y, width: 0, height: 0 } });
      }
      labels[at] = numbers[root];
      take(components[labels[at] - 1], x, y);
    }
  }
  return { labels, width, height, components, next: components.length + 1 };
}

/** @param {Component} component @param {number} x @param {number} y a pixel in or below its last row */
function take(component, x, y) {
  const { box } = component;
  component.area++;
  if (x < box.x) {
    box.width += box.x - x;
    box.x = x;
  }
  if (x >= box.x + box.width) box.width = x + 1 - box.x;
  box.height = y + 1 - box.y;
}

/**
 * The ink of components, or pieces of them, alone and close around: as dark as it is, with its edges.
 *
 * @param {Shaded} labeled
 * @param {ReadonlyArray<Part>} parts
 * @returns {Glyph}
 */
export function crop({ labels, gray, width }, parts) {
  const box = around(parts.map((part) => part.box));
  const data = new Float32Array(box.width * box.height);
  for (const part of parts) {
    for (let y = part.box.y; y < part.box.y + part.box.height; y++) {
      const at = (y - box.y) * box.width - box.x;
      for (let x = part.box.x; x < part.box.x + part.box.width; x++) {
        const pixel = y * width + x;
        if (labels[pixel] === part.label) data[at + x] = Math.max(IS_INK, gray[pixel] / 255);
      }
    }
  }
  const ink = { data: data.slice(), width: box.width, height: box.height };
  for (let y = 0, at = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, at++) {
      const pixel = (box.y + y) * width + box.x + x;
      if (labels[pixel] === 0 && gray[pixel] > 0 && touches(ink, x, y)) {
        data[at] = Math.min(EDGE, gray[pixel] / 255);
      }
    }
  }
  return { ...ink, data };
}

/** @param {Mask} mask @param {number} x @param {number} y @returns {boolean} whether there is ink beside a pixel, also by a corner */
function touches({ data, width, height }, x, y) {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      if (data[row * width + column]) return true;
    }
  }
  return false;
}

/**
 * Takes a component out of the ink.
 *
 * @param {{ data: Uint8Array, width: number }} mask altered
 * @param {Int32Array} labels
 * @param {Component} component
 */
export function eraseComponent({ data, width }, labels, { box, label }) {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let pixel = y * width + box.x; pixel < y * width + box.x + box.width; pixel++) {
      if (labels[pixel] === label) data[pixel] = 0;
    }
  }
}
