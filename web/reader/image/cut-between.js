import { IS_INK } from './components.js';

/**
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {{ middle: number, path: Int32Array, ink: number }} Cut from the top to the bottom: in each row, the first
 *   pixel to its right; in the middle row by itself; and how many rows of it go through ink
 */

/** Going aside costs this share of going through ink: a cut is straight unless that spares it some. */
const ASIDE = 1;

/** A slanting step through ink is longer than a straight one. */
const SLANTING = 1.4;

/** Ink this high is fine enough to look for cuts in. */
const FINE = 60;

/**
 * Cuts through ink from its top to its bottom, along paths that go through as little of it as any (a drop that falls
 * through a narrow place, from above and below at once).
 *
 * @param {Mask} glyph
 * @returns {(from: number, to: number) => Cut} the cut between two columns of it
 */
export function cutsThrough(glyph) {
  const factor = Math.max(1, Math.floor(glyph.height / FINE));
  const small = reduce(glyph, factor);
  const middle = small.height >> 1;
  const down = fall(small, 0, middle);
  const up = fall(small, small.height - 1, middle);
  const through = Float32Array.from(down.costs, (cost, x) => cost + up.costs[x] - small.data[middle * small.width + x]);
  return (from, to) => {
    const center = (from + to) / 2 / factor;
    const last = Math.min(small.width - 1, Math.floor(to / factor));
    let best = Math.min(last, Math.max(0, Math.round(center)));
    for (let x = Math.max(0, Math.ceil(from / factor)); x <= last; x++) {
      const isNearer = Math.abs(x - center) < Math.abs(best - center);
      if (through[x] < through[best] || (through[x] === through[best] && isNearer)) best = x;
    }
    const path = enlarge(trace(down, up, best, small.height), factor, glyph.height);
    return { middle: path[glyph.height >> 1], path, ink: inkAlong(glyph, path) };
  };
}

/** @param {Mask} glyph @param {number} factor @returns {Mask} the share of ink in each of its blocks */
function reduce({ data, width, height }, factor) {
  if (factor === 1) return { data, width, height };
  const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const shares = new Float32Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / factor) * columns;
    for (let x = 0; x < width; x++, at++) shares[row + Math.floor(x / factor)] += data[at] / factor ** 2;
  }
  return { data: shares, width: columns, height: rows };
}

/**
 * The cheapest ways from one row to another, straight or aslant.
 *
 * @param {Mask} glyph
 * @param {number} from row
 * @param {number} to row
 * @returns {{ costs: Float32Array, steps: Int8Array[] }} `costs` in the last row; `steps` back towards the first, one
 *   array a row
 */
function fall({ data, width }, from, to) {
  const direction = from <= to ? 1 : -1;
  let costs = Float32Array.from({ length: width }, (_, x) => data[from * width + x]);
  const steps = [];
  for (let y = from; y !== to; y += direction) {
    const next = new Float32Array(width);
    const step = new Int8Array(width);
    for (let x = 0; x < width; x++) {
      let best = costs[x];
      if (x > 0 && costs[x - 1] + ASIDE < best) [best, step[x]] = [costs[x - 1] + ASIDE, -1];
      if (x + 1 < width && costs[x + 1] + ASIDE < best) [best, step[x]] = [costs[x + 1] + ASIDE, 1];
      next[x] = best + data[(y + direction) * width + x] * (step[x] ? SLANTING : 1);
    }
    costs = next;
    steps.push(step);
  }
  return { costs, steps };
}

/**
 * The path through a place of the middle row.
 *
 * @param {{ steps: Int8Array[] }} down
 * @param {{ steps: Int8Array[] }} up
 * @param {number} x
 * @param {number} height
 * @returns {Int32Array}
 */
function trace(down, up, x, height) {
  const middle = height >> 1;
  const path = new Int32Array(height);
  path[middle] = x;
  for (let y = middle, at = x; y > 0; y--) path[y - 1] = at += down.steps[y - 1][at];
  for (let y = middle, at = x; y < height - 1; y++) path[y + 1] = at += up.steps[height - 2 - y][at];
  return path;
}

/** @param {Int32Array} path @param {number} factor @param {number} height */
const enlarge = (path, factor, height) =>
  factor === 1
    ? path
    : Int32Array.from({ length: height }, (_, y) => Math.floor((path[Math.floor(y / factor)] + 0.5) * factor));

/**
 * @param {Mask} glyph
 * @param {Int32Array} path
 * @returns {number} rows in which ink left of the path touches ink right of it, also by a corner
 */
function inkAlong({ data, width, height }, path) {
  const isInk = (/** @type {number} */ x, /** @type {number} */ y) =>
    x >= 0 && x < width && data[y * width + x] >= IS_INK;
  let rows = 0;
  for (let y = 0; y < height; y++) {
    const left = path[y] - 1;
    if (!isInk(left, y)) continue;
    const beside = [y - 1, y, y + 1].filter((row) => row >= 0 && row < height);
    if (beside.some((row) => path[row] <= left + 1 && isInk(left + 1, row))) rows++;
    else if (beside.some((row) => path[row] <= left && isInk(left, row))) rows++;
  }
  return rows;
}

/**
 * The ink between two cuts.
 *
 * @param {Mask} glyph
 * @param {Cut | null} left null for its beginning
 * @param {Cut | null} right null for its end
 * @returns {Mask} as large as the glyph
 */
export function inkBetween({ data, width, height }, left, right) {
  const piece = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const end = right ? Math.min(width, right.path[y]) : width;
    for (let x = left ? Math.max(0, left.path[y]) : 0; x < end; x++) piece[y * width + x] = data[y * width + x];
  }
  return { data: piece, width, height };
}
