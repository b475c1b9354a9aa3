/**
 * The shape of a digit's ink: its moments, its width and height without the slant, and how round it is.
 *
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Plane row by row, 0 = paper, 1 = ink
 * @typedef {{ mass: number, x: number, y: number, u20: number, u11: number, u02: number }} Moments mass, middle and
 *   variances (u20 across, u02 down, u11 of both) of the ink, in pixels, y down, a pixel's center being at its index + 0.5
 * @typedef {{ x: number, y: number }} Place
 */

/** This share of the ink is left out, half on either side, as in Morpho-MNIST: a hair of a stroke is no width. */
const LEFT_OUT = 0.02;

/** A pixel with at least this much ink is ink. */
const INK = 0.5;

/** A digit that is narrower than this, in heights, is a line: its outline is as long as it, and says nothing. */
const NARROW = 0.35;

/**
 * Finds where the ink of an image is and how it is spread.
 *
 * @param {Plane} plane
 * @returns {Moments | null} null for an image without ink
 */
export function momentsOf({ data, width, height }) {
  let [mass, sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0, 0];
  for (let row = 0, index = 0; row < height; row++) {
    const y = row + 0.5;
    for (let column = 0; column < width; column++, index++) {
      const value = data[index];
      if (!value) continue;
      const x = column + 0.5;
      mass += value;
      sumX += value * x;
      sumY += value * y;
      sumXX += value * x * x;
      sumXY += value * x * y;
      sumYY += value * y * y;
    }
  }
  if (!(mass > 0)) return null;
  const [x, y] = [sumX / mass, sumY / mass];
  return { mass, x, y, u20: sumXX / mass - x * x, u11: sumXY / mass - x * y, u02: sumYY / mass - y * y };
}

/**
 * Measures how far ink leans: how far it moves to the right, for each unit that it is higher. It is the tangent of
 * Morpho-MNIST's slant (Castro, Tan, Kainz, Konukoglu, Glocker, "Morpho-MNIST: Quantitative Assessment and Diagnostics
 * for Representation Learning", JMLR 20, 2019: slant = arctan(-u11 / u02)).
 *
 * @param {Moments} moments
 * @returns {number} above 0 to the right
 */
export const shearOf = ({ u11, u02 }) => -u11 / u02;

/**
 * Measures width and height of the parallelogram around the ink, whose sides lean as the ink's moments do: Morpho-MNIST's
 * "width" and "height" (see `shearOf` for the paper). They do not grow with the slant.
 *
 * @param {Plane} plane
 * @returns {{ width: number, height: number } | null} in pixels; null for an image without ink
 */
export function parallelogramOf(plane) {
  const moments = momentsOf(plane);
  if (!moments) return null;
  // A level line has no sides that could lean.
  const shear = moments.u02 > 0 ? shearOf(moments) : 0;
  /** @type {{ place: number, ink: number }[]} */
  const across = [];
  const down = [];
  for (let index = 0; index < plane.data.length; index++) {
    const ink = plane.data[index];
    if (!ink) continue;
    const row = Math.floor(index / plane.width);
    across.push({ place: (index % plane.width) + shear * row, ink });
    down.push({ place: row, ink });
  }
  return { width: extent(across, moments.mass), height: extent(down, moments.mass) };
}

/** @param {{ place: number, ink: number }[]} pixels altered @param {number} mass */
function extent(pixels, mass) {
  pixels.sort((a, b) => a.place - b.place);
  const low = edge(pixels, (mass * LEFT_OUT) / 2, 1);
  const high = edge(pixels.reverse(), (mass * LEFT_OUT) / 2, -1);
  return high - low;
}

/**
 * Finds where so much ink has been passed; a pixel's ink lies evenly in its width.
 *
 * @param {{ place: number, ink: number }[]} pixels in the order in which they are passed
 * @param {number} share
 * @param {1 | -1} way
 */
function edge(pixels, share, way) {
  let passed = 0;
  for (const { place, ink } of pixels) {
    if (passed + ink >= share) return place + way * ((share - passed) / ink - 0.5);
    passed += ink;
  }
  return NaN;
}

/**
 * Measures how round the outline is: the isoperimetric quotient 4 pi A / P^2 of the hull around the ink, upright,
 * compared with that of an ellipse as wide and as high. An ellipse has 1, a rectangle about 0.8, a triangle about 0.6.
 * Morpho-MNIST has no such measure.
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
 * Places the corners of a small diamond in every pixel of ink, pushed upright: whole pixels would make steps of what is
 * round.
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
 * Finds the convex hull (Andrew's monotone chain).
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

/** Computes Ramanujan's approximation. @param {number} a half the width @param {number} b half the height */
const ellipseLength = (a, b) => Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
