import { CLASSES, NOT_A_DIGIT } from '../reader/network/classes.js';
import { formatNumber } from '../shared/numbers.js';

/**
 * Whether what was learned reads this person better.
 *
 * @import { Taught } from '../inkdigit.js'
 * @typedef {{ before: number, after: number }} Change of one measure
 * @typedef {{ read: number[], errors: number, sureness: number }} Side what each digit is read as, how many of them wrongly, and the
 *   probability of what they are, on average, 0 to 1
 * @typedef {{ count: number, before: Side, after: Side, kind: 'better' | 'surer' | 'same' | 'worse' }} Verdict on digits that were kept out
 */

/** So much surer, or less sure, is told. */
const LEAST = 0.002;

/**
 * @param {Pick<Taught, 'before' | 'after'>} taught
 * @param {ReadonlyArray<number>} labels
 * @returns {Verdict}
 */
export function verdictOf({ before, after }, labels) {
  const [one, other] = [before, after].map((probabilities) => sideOf(probabilities, labels));
  return { count: labels.length, before: one, after: other, kind: kindOf(one, other) };
}

/** @param {Side} before @param {Side} after @returns {Verdict['kind']} */
function kindOf(before, after) {
  if (after.errors !== before.errors) return after.errors < before.errors ? 'better' : 'worse';
  if (Math.abs(after.sureness - before.sureness) < LEAST) return 'same';
  return after.sureness > before.sureness ? 'surer' : 'worse';
}

/** @param {Float32Array} probabilities n * 11 @param {ReadonlyArray<number>} labels @returns {Side} */
function sideOf(probabilities, labels) {
  const rows = labels.map((_, index) => probabilities.subarray(index * CLASSES, (index + 1) * CLASSES));
  const read = rows.map((row) => row.indexOf(Math.max(...row)));
  return {
    read,
    errors: labels.filter((label, index) => read[index] !== label).length,
    sureness: labels.reduce((sum, label, index) => sum + rows[index][label], 0) / labels.length,
  };
}

/** @param {number} label @returns {string} the digit, or ? for what is none */
export const signOf = (label) => (label === NOT_A_DIGIT ? '?' : formatNumber(label));
