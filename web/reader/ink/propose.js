import { pointsOf, toAtoms } from './atoms.js';
import { edgesAround, edgesOf, toBox } from '../boxes.js';
import { lineHeight, thingsOf, toLines } from './lines.js';
import { rasterize } from './rasterize.js';
import { measureShape, signsOf } from './separators.js';

/**
 * @import { Lattice, Segment } from '../lines/search.js'
 * @import { Stroke } from './rasterize.js'
 * @import { Atom } from './atoms.js'
 * @import { Edges } from '../boxes.js'
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
 * Proposes groups of strokes that may be digits.
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

/**
 * Geometry has a say where two neighbors meet, in nats for each height of the line. Paper between them speaks against
 * one digit, reaching over each other against two; in between it says nothing, and the network decides.
 */
const PAPER = { free: 0, cost: 9 };
const OVERLAP = { free: 0.15, cost: 8 };

/** A part that is lower than others, or hangs lower, may stand farther off: the stem of a 4, but no dot. In heights. */
const PART = { least: 0.3, height: 0.6, low: 0.15, below: 0.15 };

/** A bar and the stroke that it begins at, a stroke and what it runs on into, are most likely one digit. */
const OWN = 2;
const RUNS_ON = { cost: 2.3, overlap: 5 };

/**
 * Weighs the evidence against the atoms before and after a place along the line being parts of one digit, and of two.
 *
 * @param {ReadonlyArray<Atom>} atoms
 * @param {number} index of the first atom after the place, 1 or more
 * @param {number} height of the line
 * @returns {{ one: number, two: number }} nats, 0 or more
 */
function weighBorder(atoms, index, height) {
  const [before, after] = [atoms.slice(0, index), atoms.slice(index)];
  const left = bodiesOf(before).reduce((a, b) => (b.edges.right > a.edges.right ? b : a)).edges;
  const right = bodiesOf(after).reduce((a, b) => (b.edges.left < a.edges.left ? b : a)).edges;
  const gap = (right.left - left.right) / height;
  if (belongTogether(before, after)) return { one: 0, two: OWN };
  if (after.some(({ stroke }) => before.some((other) => other.stroke === stroke))) {
    return { one: 0, two: RUNS_ON.cost + RUNS_ON.overlap * Math.max(0, -gap) };
  }
  const low = Math.min(left.bottom - left.top, right.bottom - right.top) / height;
  const below = (right.top + right.bottom - left.top - left.bottom) / 2 / height;
  const off = low < PART.least ? gap : gap - PART.low * (PART.height - low) - PART.below * below;
  return {
    one: PAPER.cost * Math.max(0, off - PAPER.free),
    two: OVERLAP.cost * Math.max(0, -off - OVERLAP.free),
  };
}

/** @param {Atom[]} before @param {Atom[]} after @returns {boolean} whether a bar is parted from its stroke */
const belongTogether = (before, after) =>
  after.some(({ owner }) => owner && before.includes(owner)) ||
  before.some(({ owner }) => owner && after.includes(owner));

/** Bars that belong to a stroke reach over others, and say nothing. @param {Atom[]} atoms */
function bodiesOf(atoms) {
  const bodies = atoms.filter(({ owner }) => !owner);
  return bodies.length ? bodies : atoms;
}

/** In heights of the line: what is lower does not tell where the digits beside a sign begin and end. */
const TALL = 0.5;

/** The strokes of a sign: a colon has two. */
const MOST_STROKES = 2;

/**
 * Tells which separator some atoms of a line could be.
 *
 * @param {ReadonlyArray<Atom>} atoms of the whole line
 * @param {number} from
 * @param {number} to not included
 * @param {number} height of the line
 * @returns {Record<string, number> | undefined} as `signsOf` gives them
 */
function signsAt(atoms, from, to, height) {
  const inside = atoms.slice(from, to);
  if (inside.length > MOST_STROKES || inside.some(({ owner }) => owner)) return undefined;
  const others = atoms.filter((_, index) => index < from || index >= to);
  const { left, right } = edgesAround(inside.map(({ edges }) => edges));
  const x = (left + right) / 2;
  const digits = thingsOf(others.map(({ edges }) => edges)).filter(({ top, bottom }) => bottom - top > TALL * height);
  const beside = [digits.findLast((each) => middle(each) < x), digits.find((each) => middle(each) >= x)].flatMap(
    (each) => each ?? [],
  );
  if (!beside.length) return undefined;
  return signsOf(
    inside.map((atom) => measureShape(pointsOf(atom).flatMap((point) => [point.x, point.y]))),
    {
      top: mean(beside.map(({ top }) => top)),
      bottom: mean(beside.map(({ bottom }) => bottom)),
      before: others
        .filter(({ place }) => place < x)
        .reduce((most, { edges }) => Math.max(most ?? edges.right, edges.right), none),
      after: others
        .filter(({ place }) => place >= x)
        .reduce((least, { edges }) => Math.min(least ?? edges.left, edges.left), none),
    },
  );
}

const none = /** @type {number | null} */ (null);

/** @param {Edges} edges */
const middle = ({ left, right }) => (left + right) / 2;

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
