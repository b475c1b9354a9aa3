import { findCuts } from './cuts.js';
import { around } from './boxes.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {{ box: Box, area: number, label: number, component: Component, isPiece: boolean, after: number }} Atom
 *   a component or a piece of one; `label` is its pixels' in the picture; `after` is the ink that parts it from the next piece of its
 *   component, in pixels, Infinity where the component ends
 */

/**
 * What no digit shares: components, and the pieces that they could be cut into.
 *
 * @param {Labeled} labeled altered: pieces get labels of their own
 * @param {Component[]} line
 * @param {{ stroke: number, mayBeSeveral: (component: Component) => boolean }} known the strokes' width, in pixels
 * @returns {Atom[]} from left to right
 */
export function toAtoms(labeled, line, { stroke, mayBeSeveral }) {
  const atoms = line.flatMap((component) => {
    const { box } = component;
    const pieces = mayBeSeveral(component) ? cutUp(labeled, component, stroke) : [];
    if (pieces.length > 1) return pieces;
    return [{ box, area: component.area, label: component.label, component, isPiece: false, after: Infinity }];
  });
  return atoms.sort((a, b) => a.box.x + a.box.width / 2 - (b.box.x + b.box.width / 2));
}

/**
 * @param {Labeled} labeled
 * @param {Component} component
 * @param {number} stroke
 * @returns {Atom[]}
 */
function cutUp(labeled, component, stroke) {
  const cuts = findCuts(glyphOf(labeled, component), stroke);
  const { box, label } = component;
  const first = labeled.next;
  labeled.next += cuts.length + 1;
  /** @type {Atom[]} */
  const pieces = Array.from({ length: cuts.length + 1 }, (_, index) => ({
    box: { x: Infinity, y: Infinity, width: 0, height: 0 },
    area: 0,
    label: first + index,
    component,
    isPiece: true,
    after: cuts[index]?.ink ?? Infinity,
  }));
  for (let y = 0; y < box.height; y++) {
    const start = (box.y + y) * labeled.width + box.x;
    for (let x = 0; x < box.width; x++) {
      if (labeled.labels[start + x] !== label) continue;
      let piece = 0;
      for (const { path } of cuts) if (x >= path[y]) piece++;
      labeled.labels[start + x] = first + piece;
      include(pieces[piece], box.x + x, box.y + y);
    }
  }
  return pieces.filter(({ area }) => area > 0);
}

/** @param {Labeled} labeled @param {Component} component */
function glyphOf({ labels, width }, { box, label }) {
  const data = new Uint8Array(box.width * box.height);
  for (let y = 0, at = 0; y < box.height; y++) {
    const start = (box.y + y) * width + box.x;
    for (let x = 0; x < box.width; x++, at++) data[at] = labels[start + x] === label ? 1 : 0;
  }
  return { data, width: box.width, height: box.height };
}

/** @param {Atom} atom @param {number} x @param {number} y */
function include(atom, x, y) {
  atom.box = atom.area ? around([atom.box, { x, y, width: 1, height: 1 }]) : { x, y, width: 1, height: 1 };
  atom.area++;
}
