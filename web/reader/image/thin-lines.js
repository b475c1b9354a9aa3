/**
 * @typedef {{ first: number, last: number, start: number, end: number, seen: number, runs: number[] }} ThinLine from
 *   the first column to the last, where it starts and ends across them; how many columns it was seen in, and for each
 *   of them the column, the run's first pixel and the one after its last
 * @typedef {ThinLine & { slope: number }} Chain a line that is still followed; `end` is where it goes next
 * @typedef {[number, number]} Run first pixel and the one after the last
 */

/** A rule is tilted by at most 11 degrees. */
const STEEPEST = 0.2;

/** How a line is followed: the share of a miss that moves it and that turns it. */
const MOVES = 0.25;
const TURNS = 0.015;

/**
 * Follow thin ink from column to column, straight or a little bent, also through gaps.
 *
 * @param {Uint8Array} data 0 = paper
 * @param {import('./rules.js').Grid} grid
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
      const miss = Math.abs(middle(runs[index]) - chain.end);
      if (!taken[index] && miss <= near && (best < 0 || miss < Math.abs(middle(runs[best]) - chain.end))) best = index;
    }
    if (best < 0) continue;
    taken[best] = 1;
    see(chain, runs[best], x);
  }
  const begun = runs.flatMap((run, index) => {
    const start = middle(run);
    return taken[index] ? [] : [{ start, end: start, slope: 0, first: x, last: x, seen: 1, runs: [x, ...run] }];
  });
  return begun.length ? [...chains, ...begun].sort((a, b) => a.end - b.end) : chains;
}

/** @param {Run} run */
const middle = ([first, end]) => (first + end - 1) / 2;

/** @param {Chain} chain @param {Run} run @param {number} x */
function see(chain, run, x) {
  const miss = middle(run) - chain.end;
  // At first every miss counts in full, later an average of many.
  chain.end += miss * Math.max(MOVES, 1 / (chain.seen + 1));
  const turned = chain.slope + miss * Math.max(TURNS, 1 / (chain.seen + 4) ** 1.5);
  chain.slope = Math.min(STEEPEST, Math.max(-STEEPEST, turned));
  chain.last = x;
  chain.seen++;
  chain.runs.push(x, ...run);
}
