/**
 * Views of a plane from different places: rows of a 3 x 3 matrix, which takes (x, y, 1) to a place up to a factor (Hartley
 * and Zisserman, Multiple View Geometry, 2nd ed., 2.3).
 *
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {ReadonlyArray<number>} Homography nine numbers
 */

/**
 * @param {Homography} view
 * @param {Point} place
 * @returns {Point}
 */
export function seen(view, { x, y }) {
  const depth = view[6] * x + view[7] * y + view[8];
  return { x: (view[0] * x + view[1] * y + view[2]) / depth, y: (view[3] * x + view[4] * y + view[5]) / depth };
}

/**
 * @param {Homography} a
 * @param {Homography} b
 * @returns {Homography} first b, then a; its last number is 1
 */
export function after(a, b) {
  const product = Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [3 * Math.floor(at / 3), at % 3];
    return a[row] * b[column] + a[row + 1] * b[3 + column] + a[row + 2] * b[6 + column];
  });
  return product.map((value) => value / product[8]);
}

/** @param {Homography} view @returns {Homography} the way back */
export function inverse([a, b, c, d, e, f, g, h, i]) {
  const adjugate = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return adjugate.map((value) => value / adjugate[8]);
}

/** @param {number} across @param {number} [down] @returns {Homography} */
export const scaling = (across, down = across) => [across, 0, 0, 0, down, 0, 0, 0, 1];

/** @param {Point} by @returns {Homography} */
export const shift = ({ x, y }) => [1, 0, x, 0, 1, y, 0, 0, 1];

/** @param {{ width: number, height: number }} size @returns {Point[]} clockwise from the left top */
export const cornersOf = ({ width, height }) => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/**
 * @param {ReadonlyArray<Point>} from four places, no three of them in a row
 * @param {ReadonlyArray<Point>} to four, as they are
 * @returns {Homography} that takes the ones to the others
 * @throws {RangeError} where there is none
 */
export function between(from, to) {
  const rows = from.flatMap(({ x, y }, index) => {
    const { x: u, y: v } = to[index];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const found = solve(rows);
  if (!found) throw new RangeError('No view leads from these corners to those.');
  return [...found, 1];
}

/**
 * Solves linear equations by elimination, the largest number first.
 *
 * @param {number[][]} rows altered: factors, then what they add up to
 * @returns {number[] | null} null where they do not tell
 */
export function solve(rows) {
  const count = rows.length;
  for (let column = 0; column < count; column++) {
    let best = column;
    for (let row = column; row < count; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) best = row;
    }
    [rows[column], rows[best]] = [rows[best], rows[column]];
    const pivot = rows[column][column];
    if (!(Math.abs(pivot) > 1e-12)) return null;
    for (let row = 0; row < count; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / pivot;
      for (let at = column; at <= count; at++) rows[row][at] -= factor * rows[column][at];
    }
  }
  return rows.map((row, at) => row[count] / row[at]);
}
