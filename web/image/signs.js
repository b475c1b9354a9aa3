import { measureShape, signsOf } from '../read/separators.js';
import { around } from './boxes.js';

/**
 * @typedef {import('../read/separators.js').Shape} Shape
 * @typedef {import('./atoms.js').Atom} Atom
 * @typedef {import('./components.js').Labeled} Labeled
 */

/** A line's ends reach over its pen's path by less than half of its width, each. */
const ENDS = 0.6;

/** How likely a slash stays that looks like one: most of what leans on paper is a 1. */
const SLASH = 0.8;

/** What closes a number is a dash, or two: so long at least, in heights, so flat and so level. */
const CLOSING = { shortest: 0.15, flat: 0.45, level: 35, sure: 0.9 };

/**
 * How likely atoms are a separator by their shape.
 *
 * @param {Labeled} labeled
 * @param {Atom[]} atoms of a line
 * @param {{ from: number, to: number, height: number, stroke: number }} part of it, and the height of its digits
 * @returns {Record<string, number> | undefined}
 */
export function signsAt(labeled, atoms, { from, to, height, stroke }) {
  const inside = atoms.slice(from, to);
  if (inside.some(({ isPiece }) => isPiece)) return undefined;
  const place = placeAmong(atoms, { from, to, height });
  if (!place) return undefined;
  const shapes = inside.map((atom) => {
    const shape = measureShape(pixelsOf(labeled, atom));
    return { ...shape, length: Math.max(1, shape.length - ENDS * stroke), pen: stroke };
  });
  const isLast = atoms.slice(to).every(({ box }) => box.height < height / 2);
  if (isLast && shapes.every((shape) => closes(shape, height)))
    return { [shapes.length === 1 ? '-' : '=']: CLOSING.sure };
  const signs = signsOf(shapes, { ...place, after: place.after ?? Infinity });
  if (!signs?.['/']) return signs;
  // A slash stands between two numbers: what leans at the end is a 1. Many hands lean all that they write.
  const others = atoms.filter((atom, index) => (index < from || index >= to) && atom.box.height > height / 2);
  const upright = { ...shapes[0], angle: Math.max(-90, shapes[0].angle - leanOf(labeled, others)) };
  const leaning = place.after === null ? 0 : (signsOf([upright], place)?.['/'] ?? 0);
  return { ...signs, '/': SLASH * leaning };
}

/**
 * How far digits lean to the right, by their second moments.
 *
 * @param {Labeled} labeled
 * @param {Atom[]} atoms
 * @returns {number} degrees
 */
function leanOf(labeled, atoms) {
  let [across, down] = [0, 0];
  for (const atom of atoms) {
    const points = pixelsOf(labeled, atom);
    const { x, y } = measureShape(points);
    for (let index = 0; index < points.length; index += 2) {
      across -= (points[index] - x) * (points[index + 1] - y);
      down += (points[index + 1] - y) ** 2;
    }
  }
  return down > 0 ? (Math.atan2(across, down) * 180) / Math.PI : 0;
}

/**
 * @param {Atom[]} atoms
 * @param {{ from: number, to: number, height: number }} part
 * @returns {import('../read/separators.js').Place | null} null where there are no digits
 */
function placeAmong(atoms, { from, to, height }) {
  const box = around(atoms.slice(from, to).map((atom) => atom.box));
  const [before, after] = [atoms.slice(0, from), atoms.slice(to)];
  const digits = [...before, ...after].filter((atom) => atom.box.height > height / 2);
  if (!digits.length) return null;
  const x = box.x + box.width / 2;
  const distance = (/** @type {Atom} */ atom) => Math.max(atom.box.x - x, x - atom.box.x - atom.box.width, 0);
  const near = digits.toSorted((a, b) => distance(a) - distance(b)).slice(0, 2);
  const { y: top, height: high } = around(near.map((atom) => atom.box));
  return {
    top,
    bottom: top + high,
    before: before.length ? Math.max(...before.map((atom) => atom.box.x + atom.box.width)) : null,
    after: after.length ? Math.min(...after.map((atom) => atom.box.x)) : null,
  };
}

/** @param {Shape} shape @param {number} height */
const closes = ({ length, thickness, angle }, height) =>
  length >= CLOSING.shortest * height && thickness <= CLOSING.flat * length && Math.abs(angle) <= CLOSING.level;

/** @param {Labeled} labeled @param {Atom} atom */
function pixelsOf({ labels, width }, { box, label }) {
  const points = [];
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) if (labels[y * width + x] === label) points.push(x + 0.5, y + 0.5);
  }
  return points;
}
