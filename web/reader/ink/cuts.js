import { measureShape } from './separators.js';
import { edgesOf } from '../boxes.js';

/**
 * @import { Stroke } from './rasterize.js'
 * @typedef {{ end: number, start: number }} Cut the left piece ends at point `end`, the right one begins at `start`;
 *   what lies between led from one to the other
 */

/** All in heights of the line. A stroke that is narrower holds one digit. */
const NARROW = 0.75;

/** Thickness over length: a dash and a slash are no digits run together. */
const STRAIGHT = 0.15;

/** The pieces may reach so far over each other. */
const OVERLAP = 0.3;

/** Pieces are at least so high: lower ones are flags and feet. */
const LEAST_HEIGHT = 0.45;

/** The link from one digit to the next takes no more room than this. */
const WIDEST_LINK = 0.45;

/** Between two cuts. */
const LEAST_APART = 0.25;

/** Points are at most so far apart where cuts are looked for. */
const STEP = 0.05;

/** A stroke gets so many points at most: of one that is much longer than the line is high they lie farther apart. */
const MOST_POINTS = 1000;

/**
 * A stroke with points close enough to be cut at.
 *
 * @param {Stroke} stroke
 * @param {number} height of the line
 * @returns {Stroke} of the same shape
 */
export function refine(stroke, height) {
  /** @type {{ x: number, y: number }[]} */
  const points = [];
  const apart = Math.max(STEP * height, lengthOf([stroke]) / MOST_POINTS);
  stroke.forEach((to, index) => {
    const from = stroke[Math.max(0, index - 1)];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / apart));
    for (let step = index ? 1 : steps; step <= steps; step++) {
      const share = step / steps;
      points.push({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    }
  });
  return points;
}

/** @param {ReadonlyArray<Stroke>} ink @returns {number} how far the pen went over paper */
export const lengthOf = (ink) =>
  ink.reduce(
    (sum, stroke) =>
      sum +
      stroke.reduce((way, { x, y }, index) => {
        const last = stroke[Math.max(0, index - 1)];
        return way + Math.hypot(x - last.x, y - last.y);
      }, 0),
    0,
  );

/**
 * @param {Stroke} stroke
 * @param {number} height of the line
 * @returns {boolean} whether it may hold several digits
 */
export function mayHoldSeveral(stroke, height) {
  const { left, right } = edgesOf(stroke);
  if (right - left <= NARROW * height) return false;
  const { length, thickness } = measureShape(stroke.flatMap(({ x, y }) => [x, y]));
  return thickness > STRAIGHT * length;
}

/**
 * Finds where a stroke may run on from one digit into the next: its part before lies left of its part after.
 *
 * @param {Stroke} stroke refined, drawn from left to right
 * @param {number} height of the line
 * @returns {Cut[]} in the order of the stroke
 */
export function cutsOf(stroke, height) {
  const before = running(stroke);
  const after = running(stroke.toReversed()).toReversed();
  const overlap = stroke.map((_, index) => before[index].right - after[index].left);
  const isPlace = stroke.map(
    (_, index) =>
      overlap[index] <= OVERLAP * height &&
      before[index].bottom - before[index].top >= LEAST_HEIGHT * height &&
      after[index].bottom - after[index].top >= LEAST_HEIGHT * height,
  );
  /** @type {Cut[]} */
  const cuts = [];
  for (let index = 0; index < stroke.length; index++) {
    if (!isPlace[index]) continue;
    let last = index;
    while (isPlace[last + 1]) last++;
    cuts.push(...clearest(overlap, index, last, height));
    index = last;
  }
  return farApart(
    cuts.filter(({ end, start }) => stroke[start].x - stroke[end].x <= WIDEST_LINK * height),
    stroke,
    height,
  );
}

/**
 * @param {number[]} overlap of the pieces for a cut at each point
 * @param {number} first
 * @param {number} last
 * @param {number} height
 * @returns {Cut[]} the least overlaps between two points; a whole stretch where nothing overlaps is left out
 */
function clearest(overlap, first, last, height) {
  /** @type {Cut[]} */
  const cuts = [];
  const nothing = 1e-6 * height;
  for (let index = first; index <= last; index++) {
    let end = index;
    while (end < last && Math.abs(overlap[end + 1] - overlap[index]) <= nothing) end++;
    const isLeast = !(overlap[index - 1] < overlap[index]) && !(overlap[end + 1] < overlap[index]);
    if (isLeast) cuts.push(overlap[index] <= nothing ? { end: index, start: end } : middle(index, end));
    index = end;
  }
  return cuts;
}

/** @param {number} from @param {number} to @returns {Cut} */
const middle = (from, to) => ({ end: (from + to) >> 1, start: (from + to) >> 1 });

/**
 * @param {Cut[]} cuts
 * @param {Stroke} stroke
 * @param {number} height
 */
function farApart(cuts, stroke, height) {
  /** @type {Cut[]} */
  const kept = [];
  for (const cut of cuts) {
    const last = kept.at(-1);
    if (!last || stroke[cut.end].x - stroke[last.start].x >= LEAST_APART * height) kept.push(cut);
  }
  return kept;
}

/**
 * @param {Stroke} stroke
 * @returns {{ left: number, right: number, top: number, bottom: number }[]} of the points up to each
 */
function running(stroke) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  return stroke.map(({ x, y }) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    return { left, right, top, bottom };
  });
}
