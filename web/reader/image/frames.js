import { findComponents } from './components.js';

/**
 * @typedef {import('./binarize.js').InkMask} InkMask
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 */

/** A frame is so wide and high, as shares of the picture; within a band along its box is all of its ink but this share. */
const FRAME = { wide: 0.7, high: 0.6, band: 0.12, inside: 0.1 };

/**
 * Take frames around most of the picture out of a mask.
 *
 * @param {InkMask} mask altered
 */
export function removeFrames(mask) {
  const labeled = findComponents(mask);
  for (const component of labeled.components) {
    if (isFrame(labeled, component)) eraseComponent(mask, labeled.labels, component);
  }
}

/**
 * @param {InkMask} mask altered
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

/**
 * Whether ink is a frame around most of the picture: nearly all of it lies along its own box.
 *
 * @param {Labeled} labeled
 * @param {Component} component
 */
function isFrame({ labels, width, height }, { label, area, box }) {
  if (box.width < FRAME.wide * width || box.height < FRAME.high * height) return false;
  const [left, top] = [FRAME.band * box.width, FRAME.band * box.height];
  let inside = 0;
  for (let y = Math.ceil(top); y < box.height - top; y++) {
    const start = (box.y + y) * width + box.x;
    for (let x = Math.ceil(left); x < box.width - left; x++) if (labels[start + x] === label) inside++;
  }
  return inside < FRAME.inside * area;
}
