/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ data: Uint8Array, width: number, height: number }} Glyph one component's own ink, close around
 * @typedef {{ path: Int32Array, ink: number }} Cut from the top to the bottom: in each row, the first pixel to its
 *   right; `ink` is how much ink it goes through, in pixels
 */

/** Going aside costs this share of going through ink: a cut is straight unless that spares it some. */
const ASIDE = 1;

/** Strokes are this many pixels wide where cuts are looked for. */
const FINE = 5;

/** No cut goes through more ink than so many strokes, and none is nearer to another than this. */
const MOST_STROKES = 5;
const APART_STROKES = 0.8;
const APART_HEIGHTS = 0.09;

/** Of the cuts that could be, so many are taken for each height that the ink is wide. */
const CUTS_PER_HEIGHT = 8;

/**
 * Where ink that may be several digits could be cut: along paths from the top to the bottom that go through as little
 * ink as any near them (a drop that falls through a narrow place, from above and below at once).
 *
 * @param {Glyph} glyph
 * @param {number} stroke width, in pixels
 * @returns {Cut[]} from left to right
 */
export function findCuts(glyph, stroke) {
  const factor = Math.max(1, Math.round(stroke / FINE));
  const small = reduceGlyph(glyph, factor);
  const width = stroke / factor;
  const middle = small.height >> 1;
  const down = fall(small, 0, middle);
  const up = fall(small, small.height - 1, middle);
  const through = Float32Array.from(down.costs, (cost, x) => cost + up.costs[x] - inkCost(small, x, middle));
  const apart = Math.max(2, APART_STROKES * width, APART_HEIGHTS * small.height);
  const most = Math.ceil((CUTS_PER_HEIGHT * small.width) / small.height);
  /** @type {Cut[]} */
  const cuts = [];
  const order = Array.from(through.keys()).sort((a, b) => through[a] - through[b]);
  for (const x of order) {
    if (through[x] > MOST_STROKES * width || cuts.length === most) break;
    const path = trace(down, up, x, small.height);
    if (leastInk(small, path) && cuts.every((other) => distance(other.path, path) >= apart)) {
      cuts.push({ path, ink: inkAlong(small, path) });
    }
  }
  return cuts
    .map(({ path, ink }) => ({ path: enlargePath(path, factor, glyph), ink: ink * factor }))
    .sort((a, b) => mean(a.path) - mean(b.path));
}

/** @param {Glyph} glyph @param {number} factor @returns {Glyph} a pixel is ink where half of its block is */
function reduceGlyph({ data, width, height }, factor) {
  if (factor === 1) return { data, width, height };
  const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const counts = new Uint16Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / factor) * columns;
    for (let x = 0; x < width; x++, at++) counts[row + Math.floor(x / factor)] += data[at];
  }
  const half = (factor * factor) / 2;
  return { data: Uint8Array.from(counts, (count) => (count >= half ? 1 : 0)), width: columns, height: rows };
}

/** @param {Glyph} glyph @param {number} x @param {number} y */
const inkCost = ({ data, width }, x, y) => data[y * width + x];

/**
 * The cheapest ways from one row to another, straight or aslant.
 *
 * @param {Glyph} glyph
 * @param {number} from row
 * @param {number} to row
 * @returns {{ costs: Float32Array, steps: Int8Array[] }} `costs` in the last row; `steps` back towards the first, one
 *   array a row
 */
function fall(glyph, from, to) {
  const { width } = glyph;
  const direction = from <= to ? 1 : -1;
  let costs = Float32Array.from({ length: width }, (_, x) => inkCost(glyph, x, from));
  const steps = [];
  for (let y = from; y !== to; y += direction) {
    const next = new Float32Array(width);
    const step = new Int8Array(width);
    for (let x = 0; x < width; x++) {
      let best = costs[x];
      if (x > 0 && costs[x - 1] + ASIDE < best) [best, step[x]] = [costs[x - 1] + ASIDE, -1];
      if (x + 1 < width && costs[x + 1] + ASIDE < best) [best, step[x]] = [costs[x + 1] + ASIDE, 1];
      // A slanting step through ink is longer than a straight one.
      next[x] = best + inkCost(glyph, x, y + direction) * (step[x] ? 1.4 : 1);
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
 */
function trace(down, up, x, height) {
  const middle = height >> 1;
  const path = new Int32Array(height);
  path[middle] = x;
  for (let y = middle, at = x; y > 0; y--) path[y - 1] = at += down.steps[y - 1][at];
  for (let y = middle, at = x; y < height - 1; y++) path[y + 1] = at += up.steps[height - 2 - y][at];
  return path;
}

/** Whether there is ink on both sides of a path: else nothing is cut. @param {Glyph} glyph @param {Int32Array} path */
function leastInk({ data, width, height }, path) {
  let [left, right] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (data[y * width + x]) x < path[y] ? left++ : right++;
  }
  return Math.min(left, right) >= 0.04 * (left + right);
}

/** @param {Int32Array} a @param {Int32Array} b @returns {number} the average */
function distance(a, b) {
  let sum = 0;
  for (let y = 0; y < a.length; y++) sum += Math.abs(a[y] - b[y]);
  return sum / a.length;
}

/** @param {Glyph} glyph @param {Int32Array} path */
function inkAlong(glyph, path) {
  let sum = 0;
  for (let y = 0; y < path.length; y++) {
    const isSlanting = y > 0 && path[y] !== path[y - 1];
    sum += inkCost(glyph, path[y], y) * (isSlanting ? 1.4 : 1);
  }
  return sum;
}

/** @param {Int32Array} path @param {number} factor @param {Glyph} glyph */
function enlargePath(path, factor, { height }) {
  if (factor === 1) return path;
  return Int32Array.from({ length: height }, (_, y) => Math.floor((path[Math.floor(y / factor)] + 0.5) * factor));
}

/** @param {Int32Array} path */
const mean = (path) => path.reduce((sum, x) => sum + x, 0) / path.length;
