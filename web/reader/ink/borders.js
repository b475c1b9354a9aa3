/**
 * @import { Atom } from './atoms.js'
 */

/**
 * What geometry says where two neighbors meet, in nats for each height of the line. Paper between them speaks against
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
 * What speaks against the atoms before and after a place along the line being parts of one digit there, and of two.
 *
 * @param {ReadonlyArray<Atom>} atoms
 * @param {number} index of the first atom after the place, 1 or more
 * @param {number} height of the line
 * @returns {{ one: number, two: number }} nats, 0 or more
 */
export function weighBorder(atoms, index, height) {
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
