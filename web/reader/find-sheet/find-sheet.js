import { resize } from '../image/resize.js';
import { alongEdges } from './along-edges.js';
import { colorsOf, edgesIn } from './edges.js';
import { quadrilaterals } from './quadrilaterals.js';
import { difference, OTHER, profileOf, sideOf } from './sides.js';
import { straightLines } from './straight-lines.js';

/**
 * Finds a sheet of paper that lies on a table, by its four sides: straight lines, within which there is paper all along, and
 * beyond which there is something else, be it darker, brighter, or a pattern.
 *
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('./edges.js').Colors} Colors
 * @typedef {import('./edges.js').Edges} Edges
 * @typedef {import('./quadrilaterals.js').Quadrilateral} Quadrilateral
 */

/** What is read begins by such a share of the way to the sheet's middle within its corners: its sides bend, and throw shadows. */
const WITHIN = 0.012;

/** Pixels of the longer side of a copy that shows a sheet's sides well enough, and is searched in a moment. */
const SEARCHED_SIDE = 256;

/** ... and of one that is searched in a third of the time: where the page waits for it. */
export const QUICK_SIDE = 160;

/** A picture that is narrower, beside its longer side, is a line that was cut out. */
const NARROW = 0.43;

/** One that is hardly less likely, and so many times as large, goes first: part of a sheet may end where a shadow does. */
const HARDLY_LESS = 0.02;
const LARGER = 1.1;

/** So many of the likeliest are looked at more closely. */
const CLOSELY = 40;

/** Within a sheet such a share of places has no stronger edge than this, of 255. */
const FREE = 0.3;
const EDGE = 12;
const PLACES = 20;

/** Along each side paper and what is beyond it differ so much on average, of 255. */
const ENDS = 12;

/** Such a share of what is beside a sheet has another color; what is less than so many of every second pixel is no table. */
const OTHER_BESIDE = 0.55;
const LEAST_BESIDE = 50;

/**
 * @param {Pick<Picture, 'colors' | 'width' | 'height'>} picture
 * @param {number} [longest] pixels of the longer side of the copy that is searched
 * @returns {Point[] | null} its corners, clockwise from the left top, in shares of the picture; null where there is none, or where
 *   one goes on beyond the picture
 */
export function findSheet(picture, longest = SEARCHED_SIDE) {
  const [shorter, longer] = [picture.width, picture.height].toSorted((a, b) => a - b);
  if (shorter < NARROW * longer) return null;
  const factor = longest / longer;
  const small = factor < 1 ? resize({ scale: 1, ...picture }, factor) : picture;
  const { width, height } = small;
  const colors = colorsOf(small);
  const edges = edgesIn(colors);
  const all = quadrilaterals(colors, straightLines(edges, true), straightLines(edges, false));
  const larger = all.filter(({ score, share }) => {
    return score >= all[0].score - HARDLY_LESS && share > LARGER * all[0].share;
  });
  const likeliest = [...larger.slice(0, CLOSELY), ...all.slice(0, CLOSELY)];
  for (const each of likeliest) {
    if (!isFree(edges, each) || !liesOnOther(colors, each)) continue;
    const { lines, corners } = alongEdges(edges, each.corners);
    if (endsAt(colors, lines, corners)) {
      return corners.map(({ x, y }) => ({ x: (x + 0.5) / width, y: (y + 0.5) / height }));
    }
  }
  return null;
}

/**
 * @param {Picture} picture
 * @returns {Point[] | null} the corners of the sheet in it, a little within, in pixels of the whole picture; null where there is none
 */
export function sheetIn(picture) {
  const corners = findSheet(picture);
  if (!corners) return null;
  const { width, height, scale, x: left = 0, y: top = 0 } = picture;
  const middle = (/** @type {'x' | 'y'} */ axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
  const inner = (/** @type {number} */ place, /** @type {number} */ center) => place + WITHIN * (center - place);
  return corners.map(({ x, y }) => ({
    x: left + (inner(x, middle('x')) * width) / scale,
    y: top + (inner(y, middle('y')) * height) / scale,
  }));
}

/**
 * @param {Edges} edges
 * @param {Quadrilateral} quadrilateral
 * @returns {boolean} whether paper is seen between what is on it
 */
function isFree({ strength, width, height }, { corners: [first, second, third, last] }) {
  let free = 0;
  for (let down = 1; down < PLACES; down++) {
    for (let across = 1; across < PLACES; across++) {
      const [u, v] = [across / PLACES, down / PLACES];
      const mix = (/** @type {'x' | 'y'} */ axis, /** @type {number} */ most) => {
        const [above, below] = [first[axis] * (1 - u) + second[axis] * u, last[axis] * (1 - u) + third[axis] * u];
        return Math.min(most, Math.max(0, Math.round(above * (1 - v) + below * v)));
      };
      free += Number(strength[mix('y', height - 1) * width + mix('x', width - 1)] < EDGE);
    }
  }
  return free >= FREE * (PLACES - 1) ** 2;
}

/**
 * @param {Colors} colors
 * @param {Quadrilateral} quadrilateral
 * @returns {boolean} whether what is beside it is no more of the paper along the side next to it
 */
function liesOnOther({ planes, width, height }, { corners, colors }) {
  let [beside, other] = [0, 0];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const side = sideBefore(corners, { x, y });
      if (side < 0) continue;
      beside += 1;
      const own = planes.map((plane) => plane[y * width + x]);
      other += Number(difference(own, colors[side]) >= OTHER);
    }
  }
  return beside >= LEAST_BESIDE && other >= OTHER_BESIDE * beside;
}

/**
 * @param {ReadonlyArray<Point>} corners
 * @param {Point} point
 * @returns {number} the side that a point is furthest beyond; -1 within them
 */
function sideBefore(corners, { x, y }) {
  let [side, most] = [-1, 0];
  corners.forEach((corner, at) => {
    const next = corners[(at + 1) % 4];
    const [across, down] = [next.x - corner.x, next.y - corner.y];
    const beyond = (down * (x - corner.x) - across * (y - corner.y)) / Math.hypot(across, down);
    if (beyond > most) [side, most] = [at, beyond];
  });
  return side;
}

/**
 * @param {Colors} colors
 * @param {ReadonlyArray<import('./straight-lines.js').Line>} lines the top one first, clockwise
 * @param {ReadonlyArray<Point>} corners
 * @returns {boolean} whether the sheet ends at each of them: where it passes into the shade, its colors change slowly
 */
const endsAt = (colors, lines, corners) =>
  lines.every((line, at) => {
    const ends = [corners[at], corners[(at + 1) % 4]].map(({ x, y }) => (line.isAcross ? x : y));
    const { paper, beyond } = sideOf(
      profileOf(colors, line, at === 0 || at === 3 ? 1 : -1),
      Math.min(...ends),
      Math.max(...ends),
    );
    return difference(paper(), beyond()) >= ENDS;
  });
