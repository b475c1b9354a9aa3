import { toAtoms } from './atoms.js';
import { weighBorder } from './borders.js';
import { edgesAround, edgesOf, lineHeight, toBox } from './edges.js';
import { toLines } from './lines.js';
import { rasterize } from './rasterize.js';
import { signsAt } from './signs.js';

/**
 * @import { Lattice, Segment } from '../lines/search.js'
 * @import { Stroke } from './rasterize.js'
 * @import { Atom } from './atoms.js'
 */

/** A digit is rarely so much lower than the others; so many nats for each height of the line less. */
const LOW = { height: 0.35, cost: 5 };

/** A digit is rarely so much wider than the line is high. */
const WIDE = { width: 1.4, cost: 1.5 };

/** Atoms with more against them than this, in nats, are not proposed as one digit. */
const MOST_COST = 2;

/** Strokes of one digit; more are proposed as one thing only where they are all that hangs together. */
const MOST_ATOMS = 5;

/**
 * What may be digits in drawn ink.
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
  const borders = atoms.map((_, index) => (index ? weighBorder(atoms, index, height) : END));
  borders.push(END);
  const separate = atoms.map((_, index) => total(signsAt(atoms, index, index + 1, height)));
  /** @type {Segment[]} */
  const segments = [];
  for (let from = 0; from < atoms.length; from++) {
    let inside = 0;
    for (let to = from + 1; to <= atoms.length; to++) {
      if (to - from > 1) inside += borders[to - 1].one;
      const isAll = from === 0 && to === atoms.length && atoms.length <= MOST_ATOMS;
      if (inside > MOST_COST && !isAll) continue;
      if (to - from > MOST_ATOMS && (inside > 0 || !isApart(borders[from]) || !isApart(borders[to]))) continue;
      const border = (borders[from].two + borders[to].two) / 2;
      segments.push(toSegment(atoms, { from, to, height, separate, cost: inside + border }));
    }
  }
  return { atoms: atoms.map(({ edges }) => toBox(edges)), segments };
}

/** The line itself ends there. */
const END = { one: Infinity, two: 0 };

/** @param {{ one: number }} border @returns {boolean} whether there is paper */
const isApart = ({ one }) => one > 0;

/**
 * @param {Atom[]} atoms
 * @param {{ from: number, to: number, cost: number, height: number, separate: number[] }} part
 * @returns {Segment}
 */
function toSegment(atoms, { from, to, cost, height, separate }) {
  const inside = atoms.slice(from, to);
  const ink = inkOf(inside);
  const signs = signsAt(atoms, from, to, height);
  const edges = edgesAround(inside.map((atom) => atom.edges));
  cost += LOW.cost * Math.max(0, LOW.height - (edges.bottom - edges.top) / height);
  if (to - from > 1) cost += WIDE.cost * Math.max(0, (edges.right - edges.left) / height - WIDE.width);
  // A separator is no part of a digit.
  if (to - from > 1) for (let index = from; index < to; index++) cost -= Math.log(1 - separate[index]);
  cost *= 1 - total(signs);
  return { from, to, box: toBox(edges), image: rasterize(ink), cost, ...(signs && { signs }) };
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

/** @param {Record<string, number>} [signs] */
const total = (signs = {}) => Object.values(signs).reduce((sum, probability) => sum + probability, 0);
