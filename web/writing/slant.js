/** @import { Trace } from './traces.js' */

const ROUNDS = 12;
const NEAR = 1e-4;

/** A digit that leans by more than about 63 degrees, of which this is the tangent, lies; nobody writes so. */
const MOST = 2;

/** Ink that is lower than this, in widths, is a level line. */
const LOW = 0.3;

/**
 * Measures how far a digit leans: by how much it goes to the right, for each unit that it goes up.
 *
 * Morpho-MNIST's slant is arctan(-u11 / u02), with u11 and u02 the moments of the image (see `shearOf`). Of a shape that
 * leans, these tell not quite how far it was pushed over: what runs along the slant has become longer, and so has more
 * ink. So this searches for how far the shape must be pushed back until its ink, as the same pen would then have
 * left it, has the moments of an upright one.
 *
 * @param {ReadonlyArray<Trace>} traces
 * @param {number} usual -u11 / u02 of this digit where it is upright: of a 4, say, it is not 0
 * @returns {number | null} the tangent of the slant, above 0 to the right; null where the ink has hardly any height
 */
export function slantOf(traces, usual) {
  if (!(extent(traces.map(({ y }) => y)) > LOW * extent(traces.map(({ x }) => x)))) return null;
  let shear = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const step = leanWhenPushedBack(traces, shear) - usual;
    shear += step;
    if (!(Math.abs(shear) < MOST)) return null;
    if (Math.abs(step) < NEAR) break;
  }
  return shear;
}

/**
 * Measures by the moments how far the traces lean once they are pushed back.
 *
 * @param {ReadonlyArray<Trace>} traces
 * @param {number} shear
 * @returns {number} -u11 / u02; not finite where there is no height
 */
function leanWhenPushedBack(traces, shear) {
  let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
  for (const { x: before, y, ink, width, along } of traces) {
    const x = before + shear * y;
    const alongX = along.x + shear * along.y;
    const longer = Math.hypot(alongX, along.y);
    const weight = ink * longer;
    // The variance of a line across itself, as it was pushed back; and as the pen would have left it.
    const spread = width ** 2 / 12;
    const pushed = { x: along.y - shear * along.x, y: -along.x };
    const left = { x: along.y / longer, y: -alongX / longer };
    mass += weight;
    sumX += weight * x;
    sumY += weight * y;
    sumXY += weight * (x * y + spread * (left.x * left.y - pushed.x * pushed.y));
    sumYY += weight * (y * y + spread * (left.y ** 2 - pushed.y ** 2));
  }
  return -(sumXY / mass - (sumX * sumY) / mass ** 2) / (sumYY / mass - (sumY / mass) ** 2);
}

/** @param {number[]} places */
const extent = (places) => Math.max(...places) - Math.min(...places);
