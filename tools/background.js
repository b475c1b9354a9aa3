import { median } from '../web/reader/math.js';
import { close, enlarge, open, reduce, sumAround } from '../web/reader/image/planes.js';

/**
 * @typedef {import('./pictures.js').Gray} Gray
 * @typedef {import('../web/reader/image/planes.js').Plane} Plane
 * @typedef {{ plane: Plane, factor: number }} Sides 1 where ink is darker than its paper, -1 where it is lighter;
 *   `factor` pixels of the picture to one of it
 */

/** The longer side of the plane on which the side of the ink is decided, in pixels. */
const COARSE = 480;

/** Ink is narrower than this share of the picture's shorter side. */
const WIDEST_INK = 0.2;

/** Windows in which ink must be the smaller part, as shares of the shorter side. */
const WINDOWS = [0.4, 0.12];

/** A part of the picture differs from the rest in which side its ink is on, where it is as lopsided as this. */
const CLEARLY = 1;

/**
 * The widest that ink may be before anything is known of it.
 *
 * @param {{ width: number, height: number }} size
 */
export const widestInk = ({ width, height }) => Math.max(3, WIDEST_INK * Math.min(width, height));

/**
 * Finds how much each pixel differs from its paper, to the side of the ink. Paper is all that remains when marks
 * narrower than `width` are closed, so that it follows lamp light and the hard edges of shadows alike.
 *
 * @param {Plane} plane
 * @param {Sides} sides
 * @param {number} width no ink is wider, in pixels
 * @returns {Plane}
 */
export function contrastWithPaper(plane, sides, width) {
  const factor = Math.max(1, Math.floor(width / 12));
  const radius = Math.max(1, Math.ceil(width / factor / 2));
  const contrast = new Float32Array(plane.data.length);
  for (const [sign, paperOf] of /** @type {const} */ ([
    [1, close],
    [-1, open],
  ])) {
    if (!sides.plane.data.some((side) => side * sign > 0)) continue;
    const paper = paperOf(reduce(plane, factor), radius);
    // The steps of squares become slopes, but no light comes over the edge of a shadow.
    const smooth = average(paper, Math.ceil(radius / 3));
    smooth.data.forEach(
      (value, index) => (smooth.data[index] = sign * Math.min(sign * value, sign * paper.data[index])),
    );
    enlarge(smooth, factor, plane, (row, y) => {
      const start = y * plane.width;
      const side = Math.floor(y / sides.factor) * sides.plane.width;
      for (let x = 0; x < row.length; x++) {
        if (sides.plane.data[side + Math.floor(x / sides.factor)] * sign < 0) continue;
        contrast[start + x] = (row[x] - plane.data[start + x]) * sign;
      }
    });
  }
  return { data: contrast, width: plane.width, height: plane.height };
}

/**
 * Tells whether ink is darker or lighter than paper, in all of a picture and in parts that clearly differ. Ink is the
 * smaller part of its surroundings and lies to one side of them, which the skewness of what remains without the
 * surroundings tells; a shadow's edge lies to both.
 *
 * @param {Plane} full
 * @returns {Sides}
 */
export function sidesOfInk(full) {
  const factor = Math.max(1, Math.round(Math.max(full.width, full.height) / COARSE));
  const plane = reduce(full, factor);
  const shorter = Math.min(plane.width, plane.height);
  const squares = new Float32Array(plane.data.length);
  const cubes = new Float32Array(plane.data.length);
  for (const share of WINDOWS) {
    const around = average(plane, Math.max(1, Math.round((share * shorter) / 2)));
    for (let index = 0; index < cubes.length; index++) {
      const rest = plane.data[index] - around.data[index];
      squares[index] += rest * rest;
      cubes[index] += rest * rest * rest;
    }
  }
  const usual = sum(cubes) > 0 ? -1 : 1;
  const radius = Math.max(2, Math.round(shorter / 8));
  const [second, third] = [squares, cubes].map((data) => average({ ...plane, data }, radius).data);
  const meanSquare = sum(squares) / squares.length;
  const data = third.map((cube, index) => {
    const isStrong = second[index] > meanSquare;
    return isStrong && cube * usual > CLEARLY * second[index] ** 1.5 ? -usual : usual;
  });
  return { plane: { ...plane, data }, factor };
}

/** @param {Float32Array} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {Plane} plane @param {number} radius @returns {Plane} the average over a square around each pixel */
function average(plane, radius) {
  const sums = sumAround(plane, radius);
  for (let y = 0, index = 0; y < plane.height; y++) {
    const rows = Math.min(plane.height, y + radius + 1) - Math.max(0, y - radius);
    for (let x = 0; x < plane.width; x++, index++) {
      sums.data[index] /= rows * (Math.min(plane.width, x + radius + 1) - Math.max(0, x - radius));
    }
  }
  return sums;
}

/** Terms of a surface of second order: 1, x, y, x², xy, y². */
const TERMS = 6;

const ROUNDS = 8;

/** Samples along the longer side: enough to know the paper, few enough to fit it in a millisecond or two. */
const SAMPLES = 64;

/**
 * Take away the smooth surface that most of a picture lies on, lamp light and soft shadows: paper becomes 0. It is
 * fitted by least squares that trust a place the less, the farther it is from the surface so far (Tukey's biweight;
 * Beaton and Tukey 1974).
 *
 * @param {Gray} gray
 * @returns {Plane} below 0 what is darker than the surface
 */
export function detrend({ data, width, height }) {
  const surface = fitSurface({ data, width, height });
  const rest = new Float32Array(data.length);
  for (let y = 0, index = 0; y < height; y++) {
    const [still, slope, bend] = alongRow(surface, y / height);
    for (let x = 0; x < width; x++, index++) {
      const across = x / width;
      rest[index] = data[index] - (still + across * (slope + across * bend));
    }
  }
  return { data: rest, width, height };
}

/** A row of the surface as a polynomial of x. @param {number[]} surface @param {number} y 0..1 */
const alongRow = ([level, x, y1, xx, xy, yy], y) => [level + y1 * y + yy * y * y, x + xy * y, xx];

/** @param {Plane} plane */
function fitSurface({ data, width, height }) {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / SAMPLES));
  const samples = [];
  for (let y = step >> 1; y < height; y += step) {
    for (let x = step >> 1; x < width; x += step) {
      samples.push({ terms: termsAt(x / width, y / height), value: data[y * width + x] });
    }
  }
  let surface = [median(samples.map(({ value }) => value)), 0, 0, 0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const misses = samples.map(({ terms, value }) => value - dot(surface, terms));
    const spread = Math.max(1, 1.4826 * median(misses.map(Math.abs)));
    const reach = 4.685 * spread;
    const trust = misses.map((miss) => (Math.abs(miss) < reach ? (1 - (miss / reach) ** 2) ** 2 : 0));
    surface = fit(samples, trust);
  }
  return surface;
}

/** @param {number} x 0..1 @param {number} y 0..1 */
const termsAt = (x, y) => [1, x, y, x * x, x * y, y * y];

/** @param {number[]} a @param {number[]} b */
const dot = (a, b) => a.reduce((total, value, index) => total + value * b[index], 0);

/**
 * Weighted least squares by the normal equations, slightly held towards a plain level so that they always have a
 * solution.
 *
 * @param {{ terms: number[], value: number }[]} samples
 * @param {number[]} trust
 */
function fit(samples, trust) {
  const rows = Array.from({ length: TERMS }, (_, row) => {
    const equation = new Array(TERMS + 1).fill(0);
    if (row) equation[row] = 1e-3 * samples.length;
    return equation;
  });
  samples.forEach(({ terms, value }, index) => {
    for (let row = 0; row < TERMS; row++) {
      const weight = trust[index] * terms[row];
      for (let column = 0; column < TERMS; column++) rows[row][column] += weight * terms[column];
      rows[row][TERMS] += weight * value;
    }
  });
  return solve(rows);
}

/**
 * Gauss-Jordan elimination; the matrix is positive definite, so that no rows need to be exchanged.
 *
 * @param {number[][]} rows [n][n + 1], altered
 */
function solve(rows) {
  rows.forEach((pivot, place) => {
    for (const row of rows) {
      if (row === pivot) continue;
      const share = row[place] / pivot[place];
      row.forEach((value, column) => (row[column] = value - share * pivot[column]));
    }
  });
  return rows.map((row, place) => row[rows.length] / row[place]);
}
