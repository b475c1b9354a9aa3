import { findStarts } from './coarse.js';
import { after, cornersOf, scaling, seen } from './homography.js';
import { likenessOf } from './likeness.js';
import { COARSEST, pyramidOf } from './pyramid.js';
import { createRefiner } from './refine.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('./homography.js').Homography} Homography
 */

/** Places that are looked at from the coarsest level to the finest, and steps on each. */
const PLACES = [24, 12, 4, 1];
const STEPS = [12, 10, 8, 6];

/** Of a sheet that a camera sees, opposite sides differ at most so many times, and no corner is sharper: its sine. */
const MOST_TAPER = 1.7;
const SHARPEST = 0.8;

/**
 * Where a sample lies in a picture.
 *
 * @param {Plane} sample where print and rules are on the sample, some 250 pixels long
 * @param {Plane} picture the same of another picture
 * @param {Box} [area] what of the whole sample that is, in shares of its sides
 * @returns {{ view: Homography, likeness: number }} from the sample's pixels to the picture's; how well they fit, up to 1
 */
export function align(sample, picture, area = { x: 0, y: 0, width: 1, height: 1 }) {
  const [samples, pictures] = [pyramidOf(sample), pyramidOf(picture)];
  const coarsest = samples[COARSEST];
  const [across, down] = [coarsest.width / area.width, coarsest.height / area.height];
  const whole = { x: -area.x * across, y: -area.y * down, width: across, height: down };
  let found = findStarts(coarsest, pictures[COARSEST], whole).map((view) => ({ view, likeness: 0 }));
  for (let level = COARSEST; level >= 0; level--) {
    const turn = COARSEST - level;
    if (turn > 0)
      found = found.map(({ view }) => ({ view: after(scaling(2), after(view, scaling(0.5))), likeness: 0 }));
    const refine = createRefiner(samples[level]);
    found = found
      .slice(0, PLACES[turn])
      .map(({ view }) => refine(pictures[level], view, STEPS[turn]))
      .sort((a, b) => b.likeness - a.likeness);
  }
  const [{ view }] = found;
  return { view, likeness: isCamera(view, sample) ? likenessOf(samples[0], pictures[0], view) : 0 };
}

/** Whether a camera may see a sheet so. @param {Homography} view @param {{ width: number, height: number }} size */
function isCamera(view, size) {
  const corners = cornersOf(size).map((corner) => seen(view, corner));
  const sides = corners.map(({ x, y }, at) => ({ x: corners[(at + 1) % 4].x - x, y: corners[(at + 1) % 4].y - y }));
  const lengths = sides.map(({ x, y }) => Math.hypot(x, y));
  const isAlike = [0, 1].every((at) => Math.abs(Math.log(lengths[at] / lengths[at + 2])) < Math.log(MOST_TAPER));
  return (
    isAlike &&
    sides.every(({ x, y }, at) => {
      const next = (at + 1) % 4;
      return x * sides[next].y - y * sides[next].x > SHARPEST * lengths[at] * lengths[next];
    })
  );
}

/**
 * The same of whole pictures, by the corners of the one in the other.
 *
 * @param {Homography} view from the sample's pixels to the picture's
 * @param {Box} area what of the sample's picture `view` is of, in its shares
 * @param {{ width: number, height: number }} size of that part, in its pixels
 * @returns {Point[]} the corners of the whole sample, clockwise from its left top
 */
export function cornersIn(view, area, { width, height }) {
  return cornersOf({ width: 1, height: 1 }).map(({ x, y }) =>
    seen(view, { x: ((x - area.x) / area.width) * width, y: ((y - area.y) / area.height) * height }),
  );
}
