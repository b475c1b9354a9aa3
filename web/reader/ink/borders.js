import { pointsOf } from './atoms.js';
import { refine } from './cuts.js';

/**
 * @import { Atom } from './atoms.js'
 * @import { Stroke } from './rasterize.js'
 * @typedef {{ one: number, two: number, apart: number, runsOn: boolean }} Border between two atoms along a line: the
 *   evidence against what meets there being parts of one digit, and of two, both 0 or more, in nats by rule of thumb; how
 *   far apart their lines are, in heights of the line, at most `FAR`; whether the pen runs on through it
 */

/**
 * For each height of the line: paper between two neighbors speaks against one digit, reaching over each other against two.
 */
const PAPER = { free: 0, cost: 9 };
const OVERLAP = { free: 0.15, cost: 8 };

/** A part that is lower than others, or hangs lower, may stand farther off: the stem of a 4, but no dot. In heights. */
const PART = { least: 0.3, height: 0.6, low: 0.15, below: 0.15 };

/** A bar and the stroke that it begins at, a stroke and what it runs on into, are most likely one digit. */
const OWN = 2;
const RUNS_ON = { cost: 2.3, overlap: 5 };

/** Beyond this distance between lines it does not matter how far they are apart; in heights of the line. */
export const FAR = 0.5;

/** Atoms so many places from each other are compared: those farther are never parts of one digit. */
const NEAR = 3;

/** Points are about so far apart where distances are measured, in heights of the line. */
const STEP = 0.05;

/** The line itself ends there. @type {Border} */
const END = { one: Infinity, two: 0, apart: FAR, runsOn: false };

/**
 * @param {ReadonlyArray<Atom>} atoms of a line
 * @param {number} height of the line
 * @returns {Border[]} before each atom, and after the last
 */
export function bordersOf(atoms, height) {
  const lines = atoms.map((atom) => sparse(refine(pointsOf(atom), height), STEP * height));
  const apart = atoms.map(() => FAR);
  for (let from = 0; from < atoms.length; from++) {
    for (let to = from + 1; to < Math.min(atoms.length, from + NEAR + 1); to++) {
      const between = distance(lines[from], lines[to], FAR * height) / height;
      for (let index = from + 1; index <= to; index++) apart[index] = Math.min(apart[index], between);
    }
  }
  return [
    END,
    ...atoms.slice(1).map((_, index) => ({ ...weigh(atoms, index + 1, height), apart: apart[index + 1] })),
    END,
  ];
}

/** @param {Stroke} line @param {number} step @returns {Stroke} without points that are nearer than a step to the last one kept */
function sparse(line, step) {
  let last = line[0];
  return line.filter((point, index) => {
    if (index && Math.hypot(point.x - last.x, point.y - last.y) < step) return false;
    last = point;
    return true;
  });
}

/**
 * @param {ReadonlyArray<Atom>} atoms
 * @param {number} index of the first atom after the place, 1 or more
 * @param {number} height of the line
 * @returns {{ one: number, two: number, runsOn: boolean }}
 */
function weigh(atoms, index, height) {
  const [before, after] = [atoms.slice(0, index), atoms.slice(index)];
  const left = bodiesOf(before).reduce((a, b) => (b.edges.right > a.edges.right ? b : a)).edges;
  const right = bodiesOf(after).reduce((a, b) => (b.edges.left < a.edges.left ? b : a)).edges;
  const gap = (right.left - left.right) / height;
  if (belongTogether(before, after)) return { one: 0, two: OWN, runsOn: false };
  if (after.some(({ stroke }) => before.some((other) => other.stroke === stroke))) {
    return { one: 0, two: RUNS_ON.cost + RUNS_ON.overlap * Math.max(0, -gap), runsOn: true };
  }
  const low = Math.min(left.bottom - left.top, right.bottom - right.top) / height;
  const below = (right.top + right.bottom - left.top - left.bottom) / 2 / height;
  const off = low < PART.least ? gap : gap - PART.low * (PART.height - low) - PART.below * below;
  return {
    one: PAPER.cost * Math.max(0, off - PAPER.free),
    two: OVERLAP.cost * Math.max(0, -off - OVERLAP.free),
    runsOn: false,
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

/**
 * @param {Stroke} one
 * @param {Stroke} other
 * @param {number} far
 * @returns {number} between the points that are nearest; `far` where none are nearer
 */
function distance(one, other, far) {
  let least = far;
  for (const { x, y } of one) {
    for (const point of other) {
      const across = Math.abs(x - point.x);
      if (across < least) least = Math.min(least, Math.hypot(across, y - point.y));
    }
  }
  return least;
}
