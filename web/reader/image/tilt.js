import { heightOfWriting } from './height-of-writing.js';

/**
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {{ x: number, y: number }} Point
 */

/** A sheet lies at most so many degrees aslant; more is a turn. */
const STEEPEST = 20;

/** Degrees that are tried first, and then around the best. */
const STEP = 1;
const FINE = 0.25;

/** A pixel is a rule's, or print, where the label is this likely; so many of them tell. */
const IS = 0.5;
const MOST_POINTS = 6000;

/** Rules are enough to tell where they are so many times as long as the picture's longer side. */
const ENOUGH = 0.7;

/** Along its lines a sheet is so many times as uneven as along the picture's sides; less may be chance. */
const CLEARLY = 1.08;

/** Fewer points of what is written tell nothing. */
const FEWEST = 100;

/** Lines that are less than so many times as wide as high tell nothing: what leans may be one digit. */
const WIDE = 2.5;

/** Rows into which points are counted, in pixels of the labels. */
const ROW = 2;

/**
 * How far a sheet's rules, or its lines of print, fall to the right.
 *
 * @param {Labels} labels
 * @returns {number} degrees, clockwise; 0 where nothing tells
 */
export function tiltOf(labels) {
  const rules = pointsOf(labels.rule, labels.width);
  const hasRules = rules.count >= 2 * ENOUGH * Math.max(labels.width, labels.height);
  const written = () => labels.pen.map((share, at) => Math.max(share, labels.print[at]));
  const { points, count } = hasRules ? rules : pointsOf(written(), labels.width);
  if (count < FEWEST || (!hasRules && acrossOf(points) < WIDE * heightOfWriting(labels))) return 0;
  const turned = points.map(({ x, y }) => ({ x: -y, y: x }));
  const unevenness = (/** @type {number} */ degrees) =>
    unevennessAlong(points, degrees) + (hasRules ? unevennessAlong(turned, degrees) : 0);
  const level = unevenness(0);
  let best = { degrees: 0, value: level };
  const look = (/** @type {number} */ degrees) => {
    const value = unevenness(degrees);
    if (value > best.value) best = { degrees, value };
  };
  for (let degrees = -STEEPEST; degrees <= STEEPEST; degrees += STEP) look(degrees);
  const { degrees: about } = best;
  for (let degrees = about - STEP + FINE; degrees < about + STEP; degrees += FINE) look(degrees);
  return best.value >= CLEARLY * level ? best.degrees : 0;
}

/**
 * @param {Float32Array} plane
 * @param {number} width
 * @returns {{ points: Point[], count: number }} some of them, evenly taken, and how many there are
 */
function pointsOf(plane, width) {
  let count = 0;
  for (let at = 0; at < plane.length; at++) if (plane[at] > IS) count++;
  const step = Math.max(1, count / MOST_POINTS);
  /** @type {Point[]} */
  const points = [];
  let seen = 0;
  for (let at = 0; at < plane.length; at++) {
    if (plane[at] > IS && seen++ >= points.length * step) points.push({ x: at % width, y: Math.floor(at / width) });
  }
  return { points, count };
}

/** Over how many columns points are spread, as many in each: in pixels of the labels. @param {Point[]} points */
const acrossOf = (points) =>
  (ROW * points.length ** 2) /
  unevennessAlong(
    points.map(({ x, y }) => ({ x: y, y: x })),
    0,
  );

/** The sum of squares of how many points lie in each row, when rows fall so far. @param {Point[]} points @param {number} degrees */
function unevennessAlong(points, degrees) {
  const slope = Math.tan((degrees * Math.PI) / 180);
  /** @type {Map<number, number>} */
  const rows = new Map();
  for (const { x, y } of points) {
    const row = Math.round((y - slope * x) / ROW);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}
