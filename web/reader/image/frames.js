import { MARK, marksIn } from './marks.js';

/**
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('../network/labeler.js').Labels} Labels
 */

/** A frame is at least so high and wide, in pixels of the labels ... */
const LEAST_SIDE = 7;

/** ... and lies along so much of each side of its box, at most this share of the shorter one inside it. */
const ALONG = 0.85;
const INSIDE = 0.1;

/**
 * Gives to rules what the labels take for a pen's, though it goes around on all four sides: the frames of boxes that
 * are all that a picture shows.
 *
 * @param {Labels} labels altered
 */
export function takeFrames(labels) {
  const { pen, rule } = labels;
  const found = marksIn(labels, (at) => pen[at] + rule[at] > MARK);
  for (const component of found.components) {
    const { label } = component;
    if (!isFrame(found, component)) continue;
    eachAtSide(found, component, bandOf(component), (at) => {
      // Its edges are faint.
      if (found.labels[at] !== label && found.labels[at] !== 0) return;
      rule[at] += pen[at];
      pen[at] = 0;
    });
  }
}

/** How far from the sides of its box a frame's ink lies. @param {Component} component */
const bandOf = ({ box }) => Math.max(2, Math.ceil(INSIDE * Math.min(box.width, box.height)));

/**
 * Tells whether ink goes around on all four sides.
 *
 * @param {import('./components.js').Labeled} found
 * @param {Component} component
 */
export function isFrame(found, component) {
  const { box, label } = component;
  if (Math.min(box.width, box.height) < LEAST_SIDE) return false;
  const band = bandOf(component);
  const seen = [new Set(), new Set(), new Set(), new Set()];
  eachAtSide(found, component, band, (at, x, y) => {
    if (found.labels[at] !== label) return;
    if (y < band) seen[0].add(x);
    if (y >= box.height - band) seen[1].add(x);
    if (x < band) seen[2].add(y);
    if (x >= box.width - band) seen[3].add(y);
  });
  return seen.every(({ size }, side) => size >= ALONG * (side < 2 ? box.width : box.height));
}

/**
 * @param {import('./components.js').Labeled} found
 * @param {Component} component
 * @param {number} band
 * @param {(at: number, x: number, y: number) => void} take places in the box
 */
function eachAtSide({ width }, { box }, band, take) {
  for (let y = 0; y < box.height; y++) {
    const isAtEnd = y < band || y >= box.height - band;
    for (let x = 0; x < box.width; x++) {
      if (!isAtEnd && x === band) x = Math.max(x, box.width - band);
      take((box.y + y) * width + box.x + x, x, y);
    }
  }
}
