import { edgesAround, edgesOf } from '../boxes.js';
import { createGroups, median } from '../math.js';
import { FULL } from './things.js';

/**
 * @import { Stroke } from './rasterize.js'
 * @import { Edges } from '../boxes.js'
 */

/** In heights of the tallest strokes: what is lower is a bar, a dot, a dash and belongs to the line that it is nearest. */
const TALL = 0.45;

/** In lengths of the longest stroke: lower ones are no digits. */
const FLAT = 0.3;

/** Two strokes beside each other are on one line where they share this much of the lower one's height. */
const SHARED = 0.25;

/** In heights: how far along a line its next digit is looked for before lines that lie apart are joined. */
const NEAR = 1.5;

/** A stroke closely above another, both in one digit: an 8 of two rings, a 5 whose neck is drawn apart. */
const STACKED = { gap: 0.12, overlap: 0.4, height: 1.4 };

/** An 8 whose rings stand apart, by itself: how far from its end a ring begins, how wide it is, and the gap; in its heights. */
const RINGS = { open: 0.6, wide: 0.7, gap: 0.7, overlap: 0.5 };

/** A comma as long as some digits: lower than its neighbor, narrow, and beginning beside its lower half. In heights of it. */
const HANGING = { height: 0.75, width: 0.5, near: 1.2, top: 0.35, gap: 0.25 };

/** A colon by itself: so few marks, each so much smaller than what they reach over. */
const SCATTERED = { most: 3, size: 0.35 };

/** A line's own marks lie beside its digits rather than below them. */
const DOWN_IS_FARTHER = 1.5;

/**
 * Group strokes into lines of writing. A line may climb: each digit is compared with the next only.
 *
 * @param {ReadonlyArray<Stroke>} strokes of one point or more
 * @returns {Stroke[][]} from the top, the strokes of each in their old order
 */
export function toLines(strokes) {
  if (!strokes.length) return [];
  const edges = strokes.map(edgesOf);
  const height = tallest(edges);
  const tall = edges.flatMap((each, index) => (each.bottom - each.top >= TALL * height ? [index] : []));
  // Bars and dots alone: nothing says that they are lines.
  if (height <= FLAT * longest(edges) || areScattered(edges) || areRings(strokes, edges)) return [[...strokes]];
  const groups = createGroups(strokes.length);
  joinNeighbors(tall, edges, height, groups);
  joinAcrossGaps(tall, edges, groups);
  for (let index = 0; index < strokes.length; index++) {
    if (!tall.includes(index)) groups.join(index, nearest(edges[index], tall, edges));
  }
  joinStacks(tall, edges, groups);
  joinHanging(tall, edges, groups);
  const members = groups.all();
  const middle = (/** @type {number[]} */ line) => {
    const { top, bottom } = edgesAround(line.map((index) => edges[index]));
    return top + bottom;
  };
  return members.sort((a, b) => middle(a) - middle(b)).map((line) => line.map((index) => strokes[index]));
}

/**
 * @param {number[]} tall
 * @param {Edges[]} edges
 * @param {number} height
 * @param {ReturnType<typeof createGroups>} groups
 */
function joinNeighbors(tall, edges, height, groups) {
  for (const one of tall) {
    for (const other of tall) {
      if (other <= one) continue;
      const [a, b] = [edges[one], edges[other]];
      const beside = sharesHeight(a, b) && gapBetween(a.left, a.right, b.left, b.right) < NEAR * height;
      const isOneDigit =
        isStacked(a, b) && Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top) < STACKED.height * height;
      if (beside || isOneDigit) groups.join(one, other);
    }
  }
}

/**
 * Numbers with a wide space between them are on one line where the ends that face each other are at one height.
 *
 * @param {number[]} tall
 * @param {Edges[]} edges
 * @param {ReturnType<typeof createGroups>} groups
 */
function joinAcrossGaps(tall, edges, groups) {
  const pairs = tall.flatMap((one) =>
    tall.map((other) => ({ one, other, gap: edges[other].left - edges[one].right })).filter(({ gap }) => gap > 0),
  );
  for (const { one, other } of pairs.sort((a, b) => a.gap - b.gap)) {
    if (groups.isJoined(one, other) || !sharesHeight(edges[one], edges[other])) continue;
    const [left, right] = [one, other].map((index) =>
      edgesAround(tall.filter((each) => groups.isJoined(each, index)).map((each) => edges[each])),
    );
    if (left.right <= right.left) groups.join(one, other);
  }
}

/** @param {Edges} a @param {Edges} b */
function sharesHeight(a, b) {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= SHARED * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** @param {Edges} a @param {Edges} b @returns {boolean} whether one is closely above the other */
function isStacked(a, b) {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const whole = Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top);
  return (
    shared >= STACKED.overlap * Math.min(a.right - a.left, b.right - b.left) &&
    gapBetween(a.top, a.bottom, b.top, b.bottom) <= STACKED.gap * whole
  );
}

/**
 * Two rows are one line of digits drawn in two halves where all of either is stacked with some of the other; so
 * is a single half over or under a row. Writers leave more room between lines.
 *
 * @param {number[]} tall
 * @param {Edges[]} edges
 * @param {ReturnType<typeof createGroups>} groups
 */
function joinStacks(tall, edges, groups) {
  const rows = groups.all().map((row) => row.filter((index) => tall.includes(index)));
  for (const row of rows) {
    for (const next of rows) {
      if (!row.length || !next.length || groups.isJoined(row[0], next[0])) continue;
      const fits = (/** @type {number[]} */ some, /** @type {number[]} */ others) =>
        some.every((a) => others.some((b) => isStacked(edges[a], edges[b])));
      if (fits(row, next) && (row.length === 1 || fits(next, row))) groups.join(row[0], next[0]);
    }
  }
}

/**
 * A single stroke that hangs from the end of another line is its comma.
 *
 * @param {number[]} tall
 * @param {Edges[]} edges
 * @param {ReturnType<typeof createGroups>} groups
 */
function joinHanging(tall, edges, groups) {
  const rows = groups.all().map((row) => row.filter((index) => tall.includes(index)));
  for (const [comma] of rows.filter((row) => row.length === 1)) {
    const digit = tall.find((other) => other !== comma && hangsFrom(edges[comma], edges[other]));
    if (digit !== undefined) groups.join(comma, digit);
  }
}

/** @param {Edges} comma @param {Edges} digit @returns {boolean} whether one begins at the foot of the other, to its right */
function hangsFrom(comma, digit) {
  const height = digit.bottom - digit.top;
  return (
    comma.bottom - comma.top < HANGING.height * height &&
    comma.right - comma.left < HANGING.width * height &&
    comma.left + comma.right > digit.left + digit.right &&
    comma.left - digit.right < HANGING.near * height &&
    comma.top > digit.top + HANGING.top * height &&
    comma.top < digit.bottom + HANGING.gap * height
  );
}

/** @param {Edges[]} edges */
function areScattered(edges) {
  const { top, bottom } = edgesAround(edges);
  return edges.length <= SCATTERED.most && longest(edges) < SCATTERED.size * (bottom - top);
}

/**
 * Tells an 8 of two rings by itself from two numbers: zeros below each other are higher than wide.
 *
 * @param {ReadonlyArray<Stroke>} strokes
 * @param {Edges[]} edges
 */
function areRings(strokes, edges) {
  if (strokes.length !== 2) return false;
  const [a, b] = edges;
  const least = Math.min(a.bottom - a.top, b.bottom - b.top);
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return (
    strokes.every((stroke, index) => isRing(stroke, edges[index])) &&
    shared >= RINGS.overlap * Math.min(a.right - a.left, b.right - b.left) &&
    gapBetween(a.top, a.bottom, b.top, b.bottom) <= RINGS.gap * least
  );
}

/** @param {Stroke} stroke @param {Edges} edges */
function isRing(stroke, { left, right, top, bottom }) {
  const [first, last] = [stroke[0], stroke[stroke.length - 1]];
  const height = bottom - top;
  return right - left >= RINGS.wide * height && Math.hypot(last.x - first.x, last.y - first.y) <= RINGS.open * height;
}

/**
 * @param {Edges} mark
 * @param {number[]} tall
 * @param {Edges[]} edges
 * @returns {number} the tall stroke that a bar or a dot is nearest to
 */
function nearest(mark, tall, edges) {
  const distance = (/** @type {number} */ index) => {
    const { left, right, top, bottom } = edges[index];
    const across = Math.max(0, gapBetween(mark.left, mark.right, left, right));
    return Math.hypot(across, DOWN_IS_FARTHER * Math.max(0, gapBetween(mark.top, mark.bottom, top, bottom)));
  };
  return tall.reduce((best, index) => (distance(index) < distance(best) ? index : best), tall[0]);
}

/** From one stretch to another; below 0 where they overlap. @param {number} a @param {number} b @param {number} c @param {number} d */
const gapBetween = (a, b, c, d) => Math.max(a, c) - Math.min(b, d);

/** @param {Edges[]} edges */
const longest = (edges) =>
  Math.max(...edges.map(({ left, right, top, bottom }) => Math.max(right - left, bottom - top)));

/** The middle one of the tall heights: one slash, or one long stem, does not count. @param {ReadonlyArray<Edges>} edges */
export function tallest(edges) {
  const heights = edges.map(({ top, bottom }) => bottom - top);
  return median(heights.filter((height) => height >= FULL * Math.max(...heights)));
}
