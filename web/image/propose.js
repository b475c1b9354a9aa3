import { toAtoms } from './atoms.js';
import { around } from './boxes.js';
import { crop } from './crop.js';
import { normalize } from './normalize.js';
import { signsAt } from './signs.js';

/**
 * @typedef {import('../read/search.js').Lattice} Lattice
 * @typedef {import('../read/search.js').Segment} Segment
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {import('./atoms.js').Atom} Atom
 * @typedef {import('../ink/rasterize.js').Box} Box
 */

// Costs were fitted to half of the check amounts in orand-car-a, and to numbers composed of scanned digits.

/** All lengths are in heights of the line. A gap inside a digit costs so many nats per height; wider ones never are. */
const GAP_COST = 5;
const MOST_GAP = 0.4;

/** A digit is rarely wider than this, or so many times wider than it is high. */
const WIDE = 1.3;
const WIDE_COST = 1;
const LEVEL = 1.2;
const LEVEL_COST = 1;
const MOST_WIDTH = 1.8;

/** Cutting through ink costs this much, and so many nats a stroke's width of it. */
const CUT_COST = 0.25;
const CUT_STROKE_COST = 0.15;

/** What is cut off is rarely narrower than this. */
const NARROW = 0.56;
const NARROW_COST = 1.9;

/** Things above each other are rarely two digits. */
const OVERLAP = 0.4;
const OVERLAP_COST = 0.7;

/** A digit is rarely less high than this. */
const LOW = 0.45;
const LOW_COST = 4;

/** A cut-off piece narrower than so many strokes is no digit. */
const SLIVER = 1.1;

/** Of what is proposed in a picture, far more is no digit than digits are: fitted as the costs were. */
const PIECES = 20;

const MOST_ATOMS = 12;

/** However unlikely by its shape, a thing can be read where nothing else can. */
const MOST_COST = 12;

/**
 * What may be digits in a line of a picture.
 *
 * @param {Labeled} labeled altered: pieces of components get labels of their own
 * @param {Component[]} line
 * @param {{ stroke: number, mayBeSeveral: (component: Component) => boolean }} known the strokes' width, in pixels
 * @returns {Lattice}
 */
export function propose(labeled, line, { stroke, mayBeSeveral }) {
  const height = lineHeight(line);
  const atoms = toAtoms(labeled, line, { stroke, mayBeSeveral });
  const usual = { height, stroke };
  const borders = [0];
  for (let index = 1; index < atoms.length; index++) borders.push(borderCost(atoms, index, usual));
  borders.push(0);
  /** @type {Segment[]} */
  const segments = [];
  for (let from = 0; from < atoms.length; from++) {
    for (let to = from + 1; to <= Math.min(atoms.length, from + MOST_ATOMS); to++) {
      const inside = atoms.slice(from, to);
      const cost = insideCost(inside, height);
      if (cost === Infinity && to - from > 1) break;
      if (isSliver(inside, stroke)) continue;
      const ends = (borders[from] + borders[to]) / 2;
      segments.push(toSegment(labeled, atoms, { from, to, ...usual, ends, cost: Math.min(cost, MOST_COST) }));
    }
  }
  return { atoms: atoms.map(({ box }) => box), segments, pieces: PIECES };
}

/**
 * @param {Labeled} labeled
 * @param {Atom[]} atoms
 * @param {{ from: number, to: number, height: number, stroke: number, cost: number, ends: number }} part
 * @returns {Segment}
 */
function toSegment(labeled, atoms, part) {
  const { from, to, height } = part;
  const inside = atoms.slice(from, to);
  const box = around(inside.map((atom) => atom.box));
  const cuts = Number(isCut(atoms, from)) + Number(isCut(atoms, to));
  const signs = to - from <= 2 ? signsAt(labeled, atoms, part) : undefined;
  const narrow = cuts * Math.max(0, NARROW - box.width / height);
  // A sign need not look like a digit.
  const isDigit = 1 - Object.values(signs ?? {}).reduce((sum, probability) => sum + probability, 0);
  const cost = part.ends + isDigit * part.cost + NARROW_COST * narrow;
  return { from, to, box, image: normalize(crop(labeled, inside)), cost, ...(signs && { signs }) };
}

/** Whether ink is cut before an atom. @param {Atom[]} atoms @param {number} index */
const isCut = (atoms, index) =>
  index > 0 && index < atoms.length && atoms[index - 1].component === atoms[index].component;

/** The height of a line's digits: of most of its ink. @param {Component[]} line */
export function lineHeight(line) {
  const heights = line.map(({ box }) => box.height).sort((a, b) => b - a);
  // Dots and dashes are lower; what is cut off or crossed by a rule is higher.
  const tall = heights.filter((height) => height > 0.4 * heights[0]);
  return tall[tall.length >> 1];
}

/** Whether atoms are a cut-off piece too narrow for a stroke. @param {Atom[]} atoms @param {number} stroke */
function isSliver(atoms, stroke) {
  const { width } = around(atoms.map(({ box }) => box));
  return width < SLIVER * stroke && atoms.some(({ isPiece }) => isPiece);
}

/**
 * What speaks against atoms being one digit.
 *
 * @param {Atom[]} atoms
 * @param {number} height
 * @returns {number} nats
 */
function insideCost(atoms, height) {
  const box = around(atoms.map((atom) => atom.box));
  const width = box.width / height;
  if (width > MOST_WIDTH && atoms.some(({ component }) => component !== atoms[0].component)) return Infinity;
  let cost = WIDE_COST * Math.max(0, width - WIDE) + LEVEL_COST * Math.max(0, box.width / box.height - LEVEL);
  cost += LOW_COST * Math.max(0, LOW - box.height / height);
  let reach = -Infinity;
  for (const atom of atoms) {
    const gap = reach === -Infinity ? 0 : (atom.box.x - reach) / height;
    if (gap > MOST_GAP) return Infinity;
    cost += GAP_COST * Math.max(0, gap);
    reach = Math.max(reach, atom.box.x + atom.box.width);
  }
  return cost;
}

/**
 * What speaks against two digits meeting before an atom.
 *
 * @param {Atom[]} atoms
 * @param {number} index
 * @param {{ height: number, stroke: number }} usual
 * @returns {number} nats
 */
function borderCost(atoms, index, { stroke }) {
  const [left, right] = [atoms[index - 1], atoms[index]];
  if (isCut(atoms, index)) return CUT_COST + (CUT_STROKE_COST * left.after) / stroke;
  const overlap = left.box.x + left.box.width - Math.max(left.box.x, right.box.x);
  const share = Math.max(0, Math.min(overlap, right.box.width)) / Math.min(left.box.width, right.box.width);
  return OVERLAP_COST * Math.max(0, share - OVERLAP);
}
