/**
 * @typedef {import('./decode.js').Gray} Gray
 * @typedef {import('./planes.js').Plane} Plane
 */

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
const dot = (a, b) => a.reduce((sum, value, index) => sum + value * b[index], 0);

/** @param {number[]} values */
const median = (values) => Float64Array.from(values).sort()[values.length >> 1];

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
