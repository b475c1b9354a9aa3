import { pointsOf } from './atoms.js';
import { edgesAround } from '../boxes.js';
import { FAR } from './borders.js';
import { lengthOf } from './cuts.js';
import { thingsOf } from './things.js';
import { median } from '../math.js';
import { measureShape, signsOf } from './separators.js';

/**
 * @import { Atom } from './atoms.js'
 * @import { Border } from './borders.js'
 * @import { Edges } from '../boxes.js'
 * @import { Shape } from './separators.js'
 * @import { Stroke } from './rasterize.js'
 * @typedef {{ atoms: ReadonlyArray<Atom>, borders: ReadonlyArray<Border>, separate: ReadonlyArray<number>, shapes: ReadonlyArray<Shape>,
 *   height: number }} InkLine a line of ink: its borders are before each atom and after the last, `separate` is how likely
 *   each atom is a separator, `shapes` are the atoms'
 */

/** Signs that are told by their place among digits, in this order; the network sees no place. */
export const SEPARATORS = ['.', ',', '-', '/', ':'];

/** In heights of the line: what is lower does not tell where the digits beside a sign begin and end. */
const TALL = 0.5;

/** A line is straight that is so thin for its length; two lean alike that differ by no more degrees. */
const STRAIGHT = 0.12;
const ALIKE = 10;

/** Strokes of a separator: a colon has two. */
const MOST_STROKES = 2;

/** Logarithms of shapes are made smaller by this, to be about as large as other features. */
export const OF_SHAPE = 3;

/** Below this, a separator's probability by shape is as good as none. */
const LEAST = 1e-3;

/**
 * Geometry of some atoms, as what they may be is judged by: size, place, shape, and what lies beside them. The network
 * sees every thing scaled to fill its image; this is the rest.
 *
 * @param {InkLine} line
 * @param {number} from
 * @param {number} to not included
 * @param {ReadonlyArray<Stroke>} ink of these atoms
 * @returns {number[]} about -2 to 2 each
 */
export function featuresOf(line, from, to, ink) {
  const { atoms, borders, separate, height } = line;
  const inside = atoms.slice(from, to);
  const others = atoms.filter((_, index) => index < from || index >= to);
  const edges = edgesAround(inside.map((atom) => atom.edges));
  const around = placeOf(edges, others, height);
  const shape = measureShape(ink.flatMap((stroke) => stroke.flatMap(({ x, y }) => [x, y])));
  const tilt = (shape.angle * Math.PI) / 90;
  const inner = borders.slice(from + 1, to);
  const [start, end] = [borders[from], borders[to]];
  const gap = (/** @type {number | null} */ value) => (value === null ? FAR : clamp(value / height, -FAR, 2 * FAR));
  const signs = separatorsOf(inside, around);
  return [
    clamp((edges.bottom - edges.top) / height - 1, -1, 1.5),
    clamp((edges.right - edges.left) / height - 0.6, -1, 2),
    clamp((edges.top - (around.top ?? edges.top)) / height, -1, 1),
    clamp((edges.bottom - (around.bottom ?? edges.bottom)) / height, -1, 1),
    shape.length > 0 ? shape.thickness / shape.length : 1,
    Math.sin(tilt),
    Math.cos(tilt),
    clamp(Math.log(Math.max(0.05, lengthOf(ink) / height)), -3, 2) / 2,
    (to - from - 1) / 2,
    (ink.length - 1) / 2,
    around.before === null ? 0 : 1,
    around.after === null ? 0 : 1,
    gap(around.before === null ? null : edges.left - around.before),
    gap(around.after === null ? null : around.after - edges.right),
    clamp(
      inner.reduce((sum, { one }) => sum + one, 0),
      0,
      4,
    ) / 2,
    (start.two + end.two) / 4,
    Math.max(0, ...inner.map(({ apart }) => apart)) / FAR,
    start.apart / FAR,
    end.apart / FAR,
    (start.runsOn ? 1 : 0) + (end.runsOn ? 1 : 0),
    from === 0 && to === atoms.length ? 1 : 0,
    ...amongOthers(line, from, to, shape),
    // A separator is no part of a digit.
    inside.length > 1 ? Math.max(...separate.slice(from, to)) : 0,
    ...SEPARATORS.map((sign) => Math.log(Math.max(LEAST, signs?.[sign] ?? 0)) / OF_SHAPE),
  ];
}

/**
 * How some ink stands out: a slash leans more than the digits of its line and is higher, and is seldom the only one.
 *
 * @param {InkLine} line
 * @param {number} from
 * @param {number} to not included
 * @param {Shape} shape of what lies there
 * @returns {number[]}
 */
function amongOthers({ shapes, height }, from, to, shape) {
  const others = shapes.filter((other, index) => (index < from || index >= to) && other.length > TALL * height);
  if (!others.length) return [0, 0, 0];
  const lean = leanOf(shape);
  const alike = others.filter(
    (other) => other.thickness < STRAIGHT * other.length && Math.abs(leanOf(other) - lean) < ALIKE,
  );
  return [
    clamp((lean - median(others.map(leanOf))) / 30, -1.5, 1.5),
    clamp((shape.length - Math.max(...others.map(({ length }) => length))) / height, -1, 1),
    Math.min(2, alike.length) / 2,
  ];
}

/** @param {Shape} shape @returns {number} degrees off upright; above 0 as a slash leans */
const leanOf = ({ angle }) => (angle < 0 ? 90 + angle : angle - 90);

/**
 * What is beside some ink of a line; top and bottom are of the digits beside it, null where there is none.
 *
 * @param {Edges} edges
 * @param {ReadonlyArray<Atom>} others of the line
 * @param {number} height of the line
 * @returns {{ top: number | null, bottom: number | null, before: number | null, after: number | null }}
 */
function placeOf(edges, others, height) {
  const x = middle(edges);
  const digits = thingsOf(others.map((atom) => atom.edges)).filter(({ top, bottom }) => bottom - top > TALL * height);
  const beside = [digits.findLast((each) => middle(each) < x), digits.find((each) => middle(each) >= x)].flatMap(
    (each) => each ?? [],
  );
  const before = others.filter(({ place }) => place < x).map((atom) => atom.edges.right);
  const after = others.filter(({ place }) => place >= x).map((atom) => atom.edges.left);
  return {
    top: beside.length ? mean(beside.map(({ top }) => top)) : null,
    bottom: beside.length ? mean(beside.map(({ bottom }) => bottom)) : null,
    before: before.length ? Math.max(...before) : null,
    after: after.length ? Math.min(...after) : null,
  };
}

/**
 * @param {ReadonlyArray<Atom>} inside
 * @param {ReturnType<typeof placeOf>} place
 */
function separatorsOf(inside, { top, bottom, before, after }) {
  if (inside.length > MOST_STROKES || inside.some(({ owner }) => owner) || top === null || bottom === null) return {};
  return signsOf(inside.map(shapeOf), { top, bottom, before, after });
}

/** @param {Atom} atom */
export const shapeOf = (atom) => measureShape(pointsOf(atom).flatMap(({ x, y }) => [x, y]));

/**
 * @param {ReadonlyArray<Atom>} atoms of a line
 * @param {number} height of the line
 * @returns {number[]} how likely each is a separator by itself
 */
export function separateOf(atoms, height) {
  return atoms.map((atom, index) => {
    const others = atoms.filter((_, other) => other !== index);
    const signs = separatorsOf([atom], placeOf(atom.edges, others, height)) ?? {};
    return Object.values(signs).reduce((sum, probability) => sum + probability, 0);
  });
}

/**
 * @param {ReadonlyArray<number>} features as `featuresOf` gives them
 * @returns {Record<string, number>} how likely each of `SEPARATORS` is by shape, where it is at all
 */
export function separatorsIn(features) {
  const logs = features.slice(-SEPARATORS.length).map((value) => value * OF_SHAPE);
  return Object.fromEntries(
    SEPARATORS.map((sign, index) => [sign, Math.exp(logs[index])]).filter(
      ([, probability]) => Number(probability) > 2 * LEAST,
    ),
  );
}

/** @param {Edges} edges */
const middle = ({ left, right }) => (left + right) / 2;

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
