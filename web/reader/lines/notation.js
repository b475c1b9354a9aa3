/**
 * How numbers are written: which signs follow which. A slash and a 1 look alike; 3/7/89 and 555-1234 say which is which.
 * A model of n-grams over kinds of signs, all digits being one kind, with the smoothing of Witten and Bell, "The
 * zero-frequency problem", 1991 (method C), interpolated; `training/potentials/notation.py` counts.
 *
 * @typedef {{ order: number, weight: number, counts: Record<string, Record<string, number>> }} Counted of every context
 *   of up to `order` - 1 kinds, how often each kind follows; `weight` is what the logarithms count for beside the ink's
 * @typedef {{
 *   start: string,
 *   after: (context: string, kind: string) => string,
 *   gain: (kind: string, context: string) => number,
 * }} Notation `gain` is how much more usual a kind is after a context than anywhere, in nats; `after` is the context of
 *   what follows, `start` that of the first
 */

/** Stands in a text for ink that is no digit and no sign. */
export const UNKNOWN_TEXT = '?';

const DIGIT = '#';
const START = '^';

/** What follows the last sign. */
export const END = '$';

/** Where nothing is known of how numbers are written. @type {Notation} */
export const ANY_NOTATION = { start: '', after: () => '', gain: () => 0 };

/**
 * What is not known stands where a digit may, and a comma where a point may.
 *
 * @param {string} text of a label
 * @returns {string}
 */
export function kindOf(text) {
  if (text === UNKNOWN_TEXT || (text >= '0' && text <= '9')) return DIGIT;
  return text === ',' ? '.' : text;
}

/**
 * @param {Counted} counted
 * @param {number} kinds that there are
 * @returns {Notation}
 */
export function createNotation({ order, weight, counts }, kinds) {
  const share = (/** @type {string} */ kind, /** @type {string} */ context) => {
    let found = 1 / (kinds + 1);
    for (let length = 0; length <= context.length; length++) {
      const after = counts[context.slice(context.length - length)];
      if (!after) break;
      const several = Object.values(after);
      const total = several.reduce((sum, count) => sum + count, 0);
      found = ((after[kind] ?? 0) + several.length * found) / (total + several.length);
    }
    return found;
  };
  /** @type {Map<string, number>} */
  const known = new Map();
  return {
    start: START,
    after: (context, kind) => (context + kind).slice(1 - order),
    gain(kind, context) {
      const asked = kind + context;
      const found = known.get(asked) ?? weight * Math.log(share(kind, context) / share(kind, ''));
      known.set(asked, found);
      return found;
    },
  };
}
