/**
 * @typedef {import('./edges.js').Edges} Edges
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {{ isAcross: boolean, start: number, slope: number }} Line `start`: of one across, how far down it begins at the
 *   picture's left side, of one down, how far right at its top; `slope`: of which it goes on with every pixel
 */

/** A sheet's sides are turned by so many degrees at most. */
const MOST_TURNED = 30;

/** Lines are looked for within so many degrees of where an edge points: what is seen of short ones is not exact. */
const ASTRAY = 5;

/** Weaker edges are noise; stronger ones than the second count as much as it does. */
const WEAKEST = 4;
const STRONGEST = 30;

/** So many lines across are kept, and as many down: a checked cloth has dozens that are as clear as a sheet's sides. */
const MOST_LINES = 48;

/** A line is at least so many strong pixels long. */
const SHORTEST = 4;

/** Lines of which both ends and the middle lie together by so many pixels are one. */
const TOGETHER = 9;

/** @param {Line} line @param {number} along @returns {number} where it is, so many pixels along it */
export const placeOn = ({ start, slope }, along) => start + slope * along;

/** @param {Line} across @param {Line} down @returns {Point} where they cross */
export function crossing(across, down) {
  const y = (across.start + across.slope * down.start) / (1 - across.slope * down.slope);
  return { x: placeOn(down, y), y };
}

/**
 * The clearest straight lines of edges: each edge votes for all lines through it that point about as it does (Duda and Hart,
 * Use of the Hough transformation to detect lines and curves in pictures, 1972).
 *
 * @param {Edges} edges
 * @param {boolean} isAcross
 * @returns {Line[]} the clearest first
 */
export function straightLines(edges, isAcross) {
  const { width, height } = edges;
  const [length, places] = isAcross ? [width, height] : [height, width];
  const votes = votesFor(edges, isAcross);
  const clearest = [...votes.keys()]
    .filter((at) => votes[at] > SHORTEST * STRONGEST)
    .toSorted((a, b) => votes[b] - votes[a]);
  /** @type {Line[]} */
  const lines = [];
  for (const at of clearest) {
    if (lines.length === MOST_LINES) break;
    const slope = slopeOf(Math.floor(at / places) - MOST_TURNED);
    const line = { isAcross, start: (at % places) - (slope * length) / 2, slope };
    if (!lines.some((other) => apart(line, other, length) < TOGETHER)) lines.push(line);
  }
  return lines;
}

/** @param {number} degrees */
const slopeOf = (degrees) => Math.tan((degrees * Math.PI) / 180);

/** @param {Line} one @param {Line} other @param {number} length @returns {number} pixels, of the ends and twice of the middle */
const apart = (one, other, length) =>
  [0, length / 2, length / 2, length].reduce(
    (sum, along) => sum + Math.abs(placeOn(one, along) - placeOn(other, along)),
    0,
  );

/**
 * @param {Edges} edges
 * @param {boolean} isAcross
 * @returns {Float32Array} by degrees, and by where the middle of a line is
 */
function votesFor({ strength, across, down, width, height }, isAcross) {
  const [length, places, beside] = isAcross ? [width, height, width] : [height, width, 1];
  const votes = new Float32Array((2 * MOST_TURNED + 1) * places);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const own = strength[at];
      const [through, along] = isAcross ? [down[at], across[at]] : [across[at], down[at]];
      const isRidge = own >= WEAKEST && strength[at - beside] <= own && strength[at + beside] < own;
      if (!isRidge || Math.abs(along) > Math.abs(through)) continue;
      const points = Math.round((Math.atan(-along / through) * 180) / Math.PI);
      const [place, from] = isAcross ? [y, x] : [x, y];
      const first = Math.max(-MOST_TURNED, points - ASTRAY);
      for (let degrees = first; degrees <= Math.min(MOST_TURNED, points + ASTRAY); degrees++) {
        const middle = place - slopeOf(degrees) * (from - length / 2);
        const whole = Math.floor(middle);
        if (whole < 0 || whole >= places - 1) continue;
        const bin = (degrees + MOST_TURNED) * places + whole;
        votes[bin] += Math.min(own, STRONGEST) * (whole + 1 - middle);
        votes[bin + 1] += Math.min(own, STRONGEST) * (middle - whole);
      }
    }
  }
  return votes;
}
