import { crossing, placeOn } from './straight-lines.js';

/**
 * @typedef {import('./edges.js').Edges} Edges
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('./straight-lines.js').Line} Line
 */

/** Pixels to either side of a line within which its edge is looked for, closer from time to time. */
const REACHES = [5, 3, 2];

/** Pixels at a side's ends, where another one's edge is near. */
const CORNER = 4;

/** Weaker edges tell nothing; stronger ones than the second count as much as it does. */
const WEAKEST = 5;
const STRONGEST = 30;

/**
 * A sheet's sides to parts of a pixel: the lines that follow the edges along them best.
 *
 * @param {Edges} edges
 * @param {ReadonlyArray<Point>} corners clockwise from the left top, some pixels astray
 * @returns {{ lines: Line[], corners: Point[] }} lines: the top one first, clockwise; corners: where they cross
 */
export function alongEdges(edges, corners) {
  const [top, right, bottom, left] = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4];
    const isAcross = at % 2 === 0;
    const [from, to] = [corner, next].map(({ x, y }) => (isAcross ? { along: x, place: y } : { along: y, place: x }));
    const slope = (to.place - from.place) / (to.along - from.along);
    const ends = [from.along, to.along].toSorted((a, b) => a - b);
    return fitted(edges, { isAcross, start: from.place - slope * from.along, slope }, ends);
  });
  const crossings = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)];
  return { lines: [top, right, bottom, left], corners: crossings };
}

/**
 * By least squares, of which stronger edges have more.
 *
 * @param {Edges} edges
 * @param {Line} line
 * @param {number[]} ends along it
 * @returns {Line}
 */
function fitted(edges, line, [first, last]) {
  const length = line.isAcross ? edges.width : edges.height;
  let best = line;
  for (const reach of REACHES) {
    let [all, along, place, squares, products] = [0, 0, 0, 0, 0];
    const end = Math.min(length - 2, last - CORNER);
    for (let at = Math.max(1, Math.ceil(first + CORNER)); at <= end; at++) {
      const edge = edgeNear(edges, best, at, reach);
      if (!edge) continue;
      all += edge.weight;
      along += edge.weight * at;
      place += edge.weight * edge.place;
      squares += edge.weight * at * at;
      products += edge.weight * at * edge.place;
    }
    const spread = all * squares - along * along;
    if (!(spread > 0)) return best;
    const slope = (all * products - along * place) / spread;
    best = { ...best, slope, start: (place - slope * along) / all };
  }
  return best;
}

/**
 * @param {Edges} edges
 * @param {Line} line
 * @param {number} along
 * @param {number} reach
 * @returns {{ place: number, weight: number } | null}
 */
function edgeNear({ strength, width, height }, line, along, reach) {
  const [most, step, from] = line.isAcross ? [height, width, along] : [width, 1, along * width];
  const near = placeOn(line, along);
  let [weight, total, sum] = [0, 0, 0];
  for (let place = Math.max(0, Math.ceil(near - reach)); place <= Math.min(most - 1, near + reach); place++) {
    const own = Math.min(STRONGEST, strength[from + place * step]);
    weight = Math.max(weight, own);
    total += own * own;
    sum += own * own * place;
  }
  return weight >= WEAKEST ? { place: sum / total, weight } : null;
}
