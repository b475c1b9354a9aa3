/**
 * @typedef {import('./rules.js').Grid} Grid
 * @typedef {import('./rules.js').Line} Line
 */

/** A line reaches a side up to this share of the picture before it. */
const SIDE = 0.02;

/**
 * Of what no ink is above or below, within so many strokes, so much shows the rule: the more where it ends within the
 * picture, as the bars of 7s do. And so much of a rule is such.
 */
const ABOVE = 14;
const SEEN = 0.5;
const SEEN_WITHIN = 0.75;
const FREE = 0.08;

/** @param {Line} line @param {number} x */
export const at = ({ level, slope }, x) => level + slope * x;

/**
 * The thin ink that lies on a line.
 *
 * @param {Uint8Array} data
 * @param {Grid} grid
 * @param {{ line: Line, thickest: number, near: number }} rule
 * @returns {number[]} column, first pixel, the one after the last; of each thin run that lies on the line
 */
export function thinRunsAlong(data, { length, breadth, along, down }, { line, thickest, near }) {
  const runs = [];
  for (let x = 0; x < length; x++) {
    const middle = at(line, x);
    const isInk = (/** @type {number} */ y) => y >= 0 && y < breadth && data[x * along + y * down] === 1;
    for (let y = Math.round(middle - near); y <= middle + near; y++) {
      if (!isInk(y)) continue;
      let [first, end] = [y, y + 1];
      while (isInk(first - 1) && end - first <= thickest) first--;
      while (isInk(end) && end - first <= thickest) end++;
      if (end - first <= thickest && Math.abs((first + end - 1) / 2 - middle) <= near) runs.push(x, first, end);
      y = end;
    }
  }
  return runs;
}

/**
 * Whether a line goes on where no digit is: the feet of digits, or their bars, lie on a line too, but between them is
 * paper.
 *
 * @param {Uint8Array} data
 * @param {Grid} grid
 * @param {{ middleAt: (x: number) => number, runs: number[], first: number, last: number, stroke: number, thick: number }} rule
 */
export function goesOnAlone(data, { length, breadth, along, down }, { middleAt, runs, first, last, stroke, thick }) {
  const thin = new Set();
  for (let index = 0; index < runs.length; index += 3) thin.add(runs[index]);
  const reach = ABOVE * stroke;
  let [free, seen] = [0, 0];
  for (let x = first; x <= last; x++) {
    const middle = middleAt(x);
    let isFree = true;
    for (let y = Math.max(0, Math.round(middle - reach)); isFree && y < Math.min(breadth, middle + reach); y++) {
      isFree = Math.abs(y - middle) <= thick + 1 || data[x * along + y * down] === 0;
    }
    if (!isFree) continue;
    free++;
    if (thin.has(x)) seen++;
  }
  return (
    free >= Math.max(2 * stroke, FREE * (last - first)) &&
    seen >= (reachesSide({ first, last }, length) ? SEEN : SEEN_WITHIN) * free
  );
}

/** @param {{ first: number, last: number }} line @param {number} length of the picture */
const reachesSide = ({ first, last }, length) => first <= SIDE * length || last >= (1 - SIDE) * length - 1;
