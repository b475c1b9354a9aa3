/**
 * @typedef {{ n: number, accuracy: number, interval: [number, number] }} Measured shares of 0 to 1, with the 95 % interval
 * @typedef {Measured & { name: string }} Bar
 * @typedef {{ begin: number, ticks: number[] }} Axis shares; it ends at 1
 */

/** Sets in which nothing is a digit: right is what is refused. */
const NO_DIGITS = [
  'characters, held-out alphabet',
  'scribbles, held-out kinds',
  'unfinished, held-out writers',
  'run together, held-out writers',
];

/**
 * The card's test sets, parted by what is right in them, the best first.
 * @param {Record<string, Measured>} evaluation
 * @returns {{ digits: Bar[], noDigits: Bar[] }}
 */
export function barsOf(evaluation) {
  const bars = Object.entries(evaluation).map(([name, each]) => ({ ...each, name }));
  return {
    digits: sorted(bars.filter(({ name }) => !NO_DIGITS.includes(name))),
    noDigits: sorted(bars.filter(({ name }) => NO_DIGITS.includes(name))),
  };
}

/** @param {ReadonlyArray<Bar>} bars @returns {Bar[]} the best first */
export const sorted = (bars) => [...bars].sort((a, b) => b.accuracy - a.accuracy);

/** Steps that a person counts in. */
const STEPS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const MOST_TICKS = 5;

/**
 * An axis that holds every interval, and is as short as it can be with at most five round figures.
 * @param {ReadonlyArray<Measured>} bars
 * @returns {Axis}
 */
export function axisOf(bars) {
  const lowest = Math.min(1, ...bars.map(({ interval }) => interval[0]));
  const step = STEPS.find((each) => 1 - (MOST_TICKS - 1) * each < lowest) ?? 0.25;
  const count = Math.max(1, Math.min(MOST_TICKS - 1, Math.floor((1 - lowest) / step + 1e-9) + 1));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((1 - (count - index) * step).toFixed(4)));
  return { begin: ticks[0], ticks };
}

/** @param {Axis} axis @param {number} share @returns {number} where it lies on the axis, 0 to 1 */
export const placeOn = ({ begin }, share) => Math.max(0, (share - begin) / (1 - begin));
