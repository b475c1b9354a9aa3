/**
 * @typedef {{ first: number, last: number, start: number, end: number, seen: number, runs: number[] }} ThinLine from
 *   the first column to the last, where it starts and ends across them; how many columns it was seen in, and for each
 *   of them the column, the run's first pixel and the one after its last
 * @typedef {ThinLine & { slope: number }} Chain a line that is still followed; `end` is where it goes next
 * @typedef {import('./rules.js').Grid} Grid
 * @typedef {import('./rules.js').Line} Line
 * @typedef {[number, number]} Run first pixel and the one after the last
 */

/** A rule is tilted by at most 11 degrees. */
const STEEPEST = 0.2;

/** A line that is followed takes these shares of a miss: the first moves it, the second turns it. */
const MOVES = 0.25;
const TURNS = 0.015;

/**
 * Follow thin ink from column to column, straight or a little bent, also through gaps.
 *
 * @param {Uint8Array} data 0 = paper
 * @param {Grid} grid
 * @param {{ thickest: number, stroke: number }} widths in pixels
 * @returns {ThinLine[]}
 */
export function followThinLines(data, { length, breadth, along, down }, { thickest, stroke }) {
  /** @type {ThinLine[]} */
  const found = [];
  /** @type {Chain[]} */
  let active = [];
  for (let x = 0; x < length; x++) {
    const runs = thinRuns(data, { start: x * along, step: down, count: breadth }, thickest);
    active = follow(active, runs, { x, near: Math.max(1.5, stroke / 3) }).filter((chain) => {
      // It may lie under a digit, or be too faint for a while: the longer it is known, the longer.
      const isLost = x - chain.last > Math.max(3 * stroke, chain.seen / 2);
      if (isLost) found.push(chain);
      return !isLost;
    });
  }
  return [...found, ...active];
}

/**
 * @param {Uint8Array} data
 * @param {{ start: number, step: number, count: number }} column
 * @param {number} thickest
 */
function thinRuns(data, { start, step, count }, thickest) {
  /** @type {Run[]} */
  const runs = [];
  for (let y = 0, at = start; y < count; y++, at += step) {
    if (!data[at]) continue;
    const first = y;
    while (y < count && data[at]) {
      y++;
      at += step;
    }
    if (y - first <= thickest) runs.push([first, y]);
  }
  return runs;
}

/**
 * Each chain takes the run that is nearest to where it goes; runs that are left begin chains.
 *
 * @param {Chain[]} chains from the top
 * @param {Run[]} runs from the top
 * @param {{ x: number, near: number }} column
 * @returns {Chain[]} from the top
 */
function follow(chains, runs, { x, near }) {
  const taken = new Uint8Array(runs.length);
  let from = 0;
  for (const chain of chains) {
    chain.end += chain.slope;
    while (from < runs.length && runs[from][1] < chain.end - 3 * near - 2) from++;
    let best = -1;
    for (let index = from; index < runs.length && runs[index][0] <= chain.end + near; index++) {
      const miss = Math.abs(middleOf(runs[index]) - chain.end);
      if (!taken[index] && miss <= near && (best < 0 || miss < Math.abs(middleOf(runs[best]) - chain.end)))
        best = index;
    }
    if (best < 0) continue;
    taken[best] = 1;
    see(chain, runs[best], x);
  }
  const begun = runs.flatMap((run, index) => {
    const start = middleOf(run);
    return taken[index] ? [] : [{ start, end: start, slope: 0, first: x, last: x, seen: 1, runs: [x, ...run] }];
  });
  return begun.length ? [...chains, ...begun].sort((a, b) => a.end - b.end) : chains;
}

/** @param {Run} run */
const middleOf = ([first, end]) => (first + end - 1) / 2;

/** @param {Chain} chain @param {Run} run @param {number} x */
function see(chain, run, x) {
  const miss = middleOf(run) - chain.end;
  // At first every miss counts in full, later an average of many.
  chain.end += miss * Math.max(MOVES, 1 / (chain.seen + 1));
  const turned = chain.slope + miss * Math.max(TURNS, 1 / (chain.seen + 4) ** 1.5);
  chain.slope = Math.min(STEEPEST, Math.max(-STEEPEST, turned));
  chain.last = x;
  chain.seen++;
  chain.runs.push(x, ...run);
}

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
 * Tells whether a line goes on where no digit is: the feet of digits, or their bars, lie on a line too, but between
 * them is paper.
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

/** The straight line through pieces, by least squares. @param {ThinLine[]} pieces @returns {Line} */
export function fit(pieces) {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { runs } of pieces) {
    for (let index = 0; index < runs.length; index += 3) {
      const [place, middle] = [runs[index], (runs[index + 1] + runs[index + 2] - 1) / 2];
      n++;
      x += place;
      y += middle;
      xx += place * place;
      xy += place * middle;
    }
  }
  const spread = n * xx - x * x;
  const slope = spread > 0 ? (n * xy - x * y) / spread : 0;
  return { level: (y - slope * x) / n, slope };
}
