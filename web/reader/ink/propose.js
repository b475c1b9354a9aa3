import { toAtoms } from './atoms.js';
import { bordersOf } from './borders.js';
import { edgesAround, edgesOf, toBox } from '../boxes.js';
import { featuresOf, separateOf, shapeOf } from './features.js';
import { toLines } from './lines.js';
import { rasterize } from './rasterize.js';
import { lineHeight } from './things.js';

/**
 * @import { Lattice, Segment } from '../lines/search.js'
 * @import { Stroke } from './rasterize.js'
 * @import { Atom } from './atoms.js'
 * @import { Border } from './borders.js'
 * @import { InkLine } from './features.js'
 */

/** Atoms with more against them than this, in nats by rule of thumb, are not proposed as one thing. */
const MOST_COST = 2;

/** Atoms of one thing; more are proposed only where they are all that hangs together. */
const MOST_ATOMS = 5;

/**
 * Proposes groups of strokes that may be digits or signs.
 *
 * @param {ReadonlyArray<Stroke>} ink
 * @returns {Lattice[]} one for each line of writing, from the top
 */
export function propose(ink) {
  const strokes = ink
    .map((stroke) => stroke.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
    .filter((stroke) => stroke.length > 0);
  return toLines(strokes).map(toLattice);
}

/**
 * @param {ReadonlyArray<Stroke>} strokes of one line
 * @returns {Lattice}
 */
function toLattice(strokes) {
  const around = strokes.map(edgesOf);
  const { left, right } = edgesAround(around);
  // Dots and level lines alone have no height.
  const height = lineHeight(around) || right - left || 1;
  const atoms = toAtoms(strokes, height);
  const [borders, separate, shapes] = [bordersOf(atoms, height), separateOf(atoms, height), atoms.map(shapeOf)];
  const line = { atoms, borders, separate, shapes, height };
  const segments = candidates(line).map(({ from, to }) => toSegment(line, from, to));
  return { atoms: atoms.map(({ edges }) => toBox(edges)), segments };
}

/**
 * @param {InkLine} line
 * @returns {{ from: number, to: number }[]}
 */
function candidates({ atoms, borders }) {
  const found = [];
  for (let from = 0; from < atoms.length; from++) {
    let inside = 0;
    for (let to = from + 1; to <= atoms.length; to++) {
      if (to - from > 1) inside += borders[to - 1].one;
      const isAll = from === 0 && to === atoms.length && atoms.length <= MOST_ATOMS;
      if (inside > MOST_COST && !isAll) continue;
      if (to - from > MOST_ATOMS && (inside > 0 || !isApart(borders[from]) || !isApart(borders[to]))) continue;
      found.push({ from, to });
    }
  }
  return found;
}

/** @param {Border} border @returns {boolean} whether there is paper */
const isApart = ({ one }) => one > 0;

/**
 * @param {InkLine} line
 * @param {number} from
 * @param {number} to not included
 * @returns {Segment}
 */
function toSegment(line, from, to) {
  const inside = line.atoms.slice(from, to);
  const ink = inkOf(inside);
  const box = toBox(edgesAround(inside.map(({ edges }) => edges)));
  return { from, to, box, ink, image: rasterize(ink), features: featuresOf(line, from, to, ink) };
}

/**
 * @param {Atom[]} atoms
 * @returns {Stroke[]} pieces of one stroke that follow each other are one again
 */
function inkOf(atoms) {
  /** @type {Map<Stroke, Atom[]>} */
  const strokes = new Map();
  for (const atom of atoms) strokes.set(atom.stroke, [...(strokes.get(atom.stroke) ?? []), atom]);
  return [...strokes].map(([stroke, pieces]) =>
    stroke.slice(Math.min(...pieces.map(({ first }) => first)), Math.max(...pieces.map(({ last }) => last)) + 1),
  );
}
