import { edgesOf } from '../boxes.js';
import { tallest } from './lines.js';
import { thingsOf } from './things.js';

/**
 * @import { Stroke } from './rasterize.js'
 * @import { Edges } from '../boxes.js'
 * @typedef {{ stroke: Stroke, edges: Edges, size: number, isWide: boolean }} Mark size is its longer side
 */

/** In heights of the digits: what is longer is no dot. */
const DOT = 0.25;

/** Height over width: what is flatter is a bar, or a smear. */
const FLAT = 0.35;

/** In lengths of the longest stroke: where nothing is higher there are only bars, and nothing tells what they belong to. */
const LEVEL = 0.3;

/**
 * A point, a dash or a bar is written so near the digits, in heights of theirs: a dot beside the row on the baseline, a
 * dot beside it above the baseline, a bar beside it, and all of them above and below it. UNIPEN's whole numbers keep within.
 */
const REACH = { dot: 0.8, high: 0.4, bar: 1.5, down: 0.5 };

/** In gaps of the row: so much farther a dot is written where digits stand far apart. */
const GAPS = 1.3;

/** In heights of the digits: a dot so far above the foot of the nearest one is above the baseline. */
const BASELINE = 0.4;

/** A mark before and after which nobody wrote for so many milliseconds is none of an i, and if it is a dot it has to lie nearer. */
const PAUSE = 600;
const APART = 0.6;
const IN_TIME = 4;

/**
 * Finds what a hand left without writing: a tap beside the digits, the smear of a palm. A point, a comma, a colon and a bar
 * lie near the digits or between them. Where there are only marks, they were meant, and so was a stroke whose first point says so.
 *
 * @param {ReadonlyArray<Stroke>} ink
 * @returns {Set<Stroke>} the strokes that are to be left out
 */
export function findStrays(ink) {
  const marks = ink.filter((stroke) => stroke.length > 0 && stroke.every(isFinitePoint)).map(toMark);
  const fine = marks.filter(({ isWide }) => !isWide);
  // Whoever writes with the whole hand leaves nothing but wide strokes.
  const written = fine.length > 0 ? fine : marks;
  const wide = fine.length > 0 ? marks.filter(({ isWide }) => isWide) : [];
  const strays = [...wide, ...findMarksAstray(written)].map(({ stroke }) => stroke);
  return new Set(strays.filter(([first]) => !first.meant));
}

/** @param {Mark[]} written @returns {Mark[]} */
function findMarksAstray(written) {
  if (written.length === 0) return [];
  const height = tallest(written.map(({ edges }) => edges));
  if (height <= LEVEL * Math.max(...written.map(({ size }) => size))) return [];
  const isBody = (/** @type {Mark} */ { size, edges }) => size >= DOT * height && !isFlat(edges);
  const bodies = written.filter(isBody);
  if (bodies.length === 0) return [];
  const isSingle = thingsOf(bodies.map(({ edges }) => edges)).length === 1;
  return written.filter((mark) => {
    if (isBody(mark)) return false;
    const pause = pauseAround(mark, bodies);
    // One digit with a mark may be a letter or a sign, whose dot lies anywhere: only time tells.
    if (isSingle && pause === null) return false;
    const isApart = pause !== null && pause >= PAUSE;
    const isDot = mark.size < DOT * height;
    const far = farFrom(mark, bodies, { height, down: REACH.down * (isApart && isDot ? APART : 1) });
    return far > (isSingle && !isApart ? IN_TIME : 1);
  });
}

/**
 * @param {Mark} mark
 * @param {ReadonlyArray<Mark>} bodies at least one
 * @param {{ height: number, down: number }} of height of the digits; how many of it a mark may lie above or below
 * @returns {number} how far it is from the digits, in its reach
 */
function farFrom(mark, bodies, { height, down }) {
  const { edges } = mark;
  const row = bodies.map((body) => body.edges).filter((each) => gapDown(edges, each) <= down * height);
  const isBetween = row.some(({ right }) => right <= edges.right) && row.some(({ left }) => left >= edges.left);
  if (isBetween) return 0;
  const across = reachAcross(mark, row, height);
  const distances = bodies.map((body) => {
    const besides = Math.max(0, body.edges.left - edges.right, edges.left - body.edges.right);
    return Math.hypot(besides / across, gapDown(edges, body.edges) / down);
  });
  return Math.min(...distances) / height;
}

/**
 * @param {Mark} mark
 * @param {Edges[]} row the strokes of digits beside it
 * @param {number} height
 * @returns {number} in heights
 */
function reachAcross({ edges, size }, row, height) {
  if (size >= DOT * height) return REACH.bar;
  const things = thingsOf(row);
  const gaps = things.slice(1).map(({ left }, index) => (left - things[index].right) / height);
  const isHigh = row.length > 0 && edges.bottom < Math.max(...row.map(({ bottom }) => bottom)) - BASELINE * height;
  return Math.max(isHigh ? REACH.high : REACH.dot, ...gaps.map((gap) => GAPS * gap));
}

/**
 * @param {Mark} mark
 * @param {ReadonlyArray<Mark>} bodies
 * @returns {number | null} milliseconds to the nearest of them, null where it is not known
 */
function pauseAround({ stroke }, bodies) {
  const [began, ended] = [stroke[0].t, stroke[stroke.length - 1].t];
  if (began === undefined || ended === undefined) return null;
  const pauses = bodies.map((body) => {
    const [first, last] = [body.stroke[0].t, body.stroke[body.stroke.length - 1].t];
    return first === undefined || last === undefined ? NaN : Math.max(0, first - ended, began - last);
  });
  const least = Math.min(...pauses);
  return Number.isNaN(least) ? null : least;
}

/** @param {Stroke} stroke @returns {Mark} */
function toMark(stroke) {
  const edges = edgesOf(stroke);
  const size = Math.max(edges.right - edges.left, edges.bottom - edges.top);
  // A palm is no wider than a finger where it lands and where it leaves.
  const isWide = stroke.some(({ wide }) => wide);
  return { stroke, edges, size, isWide };
}

/** @param {Edges} a @param {Edges} b @returns {number} of paper from one down to the other */
const gapDown = (a, b) => Math.max(0, a.top - b.bottom, b.top - a.bottom);

/** @param {Edges} edges */
const isFlat = ({ left, right, top, bottom }) => bottom - top < FLAT * (right - left);

/** @param {{ x: number, y: number }} point */
const isFinitePoint = ({ x, y }) => Number.isFinite(x) && Number.isFinite(y);
