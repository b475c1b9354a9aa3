import { momentsOf, shearOf } from './moments.js';

/**
 * @import { Plane } from './moments.js'
 * @typedef {{ x: number, y: number }} Place
 */

/** From here on a pixel is ink. */
const INK = 0.5;

/** What is narrower, in heights, is a line: its outline is as long as it, and says nothing. */
const NARROW = 0.35;

/**
 * How round the outline is: the isoperimetric quotient 4 pi A / P^2 of the hull around the ink, upright, compared with
 * that of an ellipse as wide and as high. An ellipse has 1, a rectangle about 0.8, a triangle about 0.6. Morpho-MNIST
 * has no such measure.
 *
 * @param {Plane} plane
 * @returns {number | null} 0 to 1; null without ink, and for what is hardly wider than a line
 */
export function roundnessOf(plane) {
  const moments = momentsOf(plane);
  if (!moments || !(moments.u02 > 0)) return null;
  const hull = hullOf(corners(plane, shearOf(moments)));
  if (hull.length < 3) return null;
  const [xs, ys] = [hull.map(({ x }) => x), hull.map(({ y }) => y)];
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  if (!(Math.min(width, height) > NARROW * Math.max(width, height))) return null;
  const { area, length } = polygon(hull);
  const ellipse = { area: (Math.PI * width * height) / 4, length: ellipseLength(width / 2, height / 2) };
  return Math.min(1, (area * ellipse.length ** 2) / (ellipse.area * length ** 2));
}

/**
 * The corners of a small diamond in every pixel of ink, pushed upright: whole pixels would make steps of what is round.
 *
 * @param {Plane} plane
 * @param {number} shear
 */
function corners({ data, width }, shear) {
  /** @type {Place[]} */
  const places = [];
  for (let index = 0; index < data.length; index++) {
    if (data[index] < INK) continue;
    const [column, row] = [index % width, Math.floor(index / width)];
    for (const [x, y] of [
      [-0.5, 0],
      [0.5, 0],
      [0, -0.5],
      [0, 0.5],
    ]) {
      places.push({ x: column + x + shear * (row + y), y: row + y });
    }
  }
  return places;
}

/**
 * The convex hull (Andrew's monotone chain).
 *
 * @param {Place[]} places
 * @returns {Place[]} around the places, without the first one again
 */
function hullOf(places) {
  const sorted = places.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (/** @type {Place[]} */ ordered) => {
    /** @type {Place[]} */
    const chain = [];
    for (const place of ordered) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], place) <= 0) chain.pop();
      chain.push(place);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** @param {Place} a @param {Place} b @param {Place} c */
const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** @param {Place[]} hull */
function polygon(hull) {
  let [twice, length] = [0, 0];
  hull.forEach((a, index) => {
    const b = hull[(index + 1) % hull.length];
    twice += a.x * b.y - b.x * a.y;
    length += Math.hypot(b.x - a.x, b.y - a.y);
  });
  return { area: Math.abs(twice) / 2, length };
}

/** Ramanujan's approximation. @param {number} a half the width @param {number} b half the height */
const ellipseLength = (a, b) => Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
