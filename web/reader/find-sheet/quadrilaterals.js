import { profileOf, sideOf } from './sides.js';
import { crossing, placeOn } from './straight-lines.js';

/**
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('./edges.js').Colors} Colors
 * @typedef {import('./sides.js').Profile} Profile
 * @typedef {import('./sides.js').Side} Side
 * @typedef {import('./straight-lines.js').Line} Line
 * @typedef {{ line: Line, profile: Profile }} Border a line as a sheet's side
 * @typedef {{ top: Border, bottom: Border, first: Point, last: Point, side: Side }} Upright a side between two borders
 * @typedef {{ corners: Point[], colors: number[][], share: number, score: number }} Quadrilateral corners:
 *   clockwise from the left top, in pixels; colors: of paper along its sides; share: of the picture
 */

/** A sheet covers at least such a share of the picture, and is so many pixels wide and high. */
const LEAST_SHARE = 0.2;
const LEAST_SIDE = 45;

/** Seen aslant, corners are no right angles, by so much at most: what one side falls with a pixel, and the other one leans. */
const MOST_ASLANT = 0.25;

/** Each side parts paper from something else along such a share of it, and all do on average. */
const PARTED = 0.35;
const PARTED_ON_AVERAGE = 0.78;

/** Paper along a side differs from pixel to pixel by no more, of 255. */
const ROUGHEST = 5.5;

/** A sheet half in the shade, or with a frame on it, is the whole one: what is covered of the picture counts, too. */
const COVERED = 0.7;
/** ... as do rough paper, and sides of several colors, of 255 each. */
const ROUGHNESS = -1 / 20;
const SPREAD = -1 / 300;

/**
 * Those of four lines each that may be a sheet's sides.
 *
 * @param {Colors} colors
 * @param {Line[]} across
 * @param {Line[]} down
 * @returns {Quadrilateral[]} the likeliest first
 */
export function quadrilaterals(colors, across, down) {
  const borders = (/** @type {Line[]} */ lines, /** @type {1 | -1} */ sheet) =>
    lines.map((line) => ({ line, profile: profileOf(colors, line, sheet) }));
  const [tops, bottoms, lefts, rights] = [borders(across, 1), borders(across, -1), borders(down, 1), borders(down, -1)];
  /** @type {Quadrilateral[]} */
  const found = [];
  for (const top of tops) {
    for (const bottom of bottoms) {
      if (placeOn(bottom.line, colors.width / 2) - placeOn(top.line, colors.width / 2) < LEAST_SIDE) continue;
      const between = (/** @type {Border[]} */ sides) => sides.flatMap((each) => uprightOf(each, top, bottom, colors));
      const right = between(rights);
      for (const left of right.length > 0 ? between(lefts) : []) {
        found.push(...right.flatMap((each) => quadrilateralOf(left, each, colors)));
      }
    }
  }
  return found.toSorted((a, b) => b.score - a.score);
}

/**
 * @param {Border} border
 * @param {Border} top
 * @param {Border} bottom
 * @param {{ width: number, height: number }} size of the picture
 * @returns {Upright[]} one, or none
 */
function uprightOf({ line, profile }, top, bottom, size) {
  const [first, last] = [crossing(top.line, line), crossing(bottom.line, line)];
  const isAslant = [top, bottom].some((border) => Math.abs(border.line.slope + line.slope) > MOST_ASLANT);
  if (isAslant || last.y - first.y < LEAST_SIDE || !isIn(first, size) || !isIn(last, size)) return [];
  const side = sideOf(profile, first.y, last.y);
  return isClear(side) ? [{ top, bottom, first, last, side }] : [];
}

/**
 * @param {Upright} left
 * @param {Upright} right
 * @param {{ width: number, height: number }} size of the picture
 * @returns {Quadrilateral[]} one, or none
 */
function quadrilateralOf(left, right, size) {
  if (Math.min(right.first.x - left.first.x, right.last.x - left.last.x) < LEAST_SIDE) return [];
  const top = sideOf(left.top.profile, left.first.x, right.first.x);
  const bottom = sideOf(left.bottom.profile, left.last.x, right.last.x);
  const sides = [top, right.side, bottom, left.side];
  const mean = (/** @type {'parted' | 'roughness'} */ what) => sides.reduce((sum, side) => sum + side[what], 0) / 4;
  if (!isClear(top) || !isClear(bottom) || mean('parted') < PARTED_ON_AVERAGE) return [];
  const corners = [left.first, right.first, right.last, left.last];
  const share = areaWithin(corners) / (size.width * size.height);
  if (share < LEAST_SHARE) return [];
  const colors = sides.map(({ paper }) => paper());
  const spreads = [0, 1, 2].map((channel) => {
    const own = colors.map((color) => color[channel]);
    return Math.max(...own) - Math.min(...own);
  });
  const score = mean('parted') + COVERED * share + ROUGHNESS * mean('roughness') + SPREAD * Math.max(...spreads);
  return [{ corners, colors, share, score }];
}

/** @param {Side} side */
const isClear = ({ parted, roughness }) => parted >= PARTED && roughness <= ROUGHEST;

/** @param {Point} point @param {{ width: number, height: number }} size */
const isIn = ({ x, y }, { width, height }) => x > -1 && y > -1 && x < width && y < height;

/** @param {ReadonlyArray<Point>} corners @returns {number} */
const areaWithin = (corners) =>
  Math.abs(
    corners.reduce((sum, { x, y }, at) => {
      const next = corners[(at + 1) % 4];
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;
