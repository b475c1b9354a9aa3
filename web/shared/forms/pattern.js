import { any } from './kinds/any.js';
import { check } from './kinds/check.js';
import { date } from './kinds/date.js';
import { decimal } from './kinds/decimal.js';
import { digits } from './kinds/digits.js';
import { mask } from './kinds/mask.js';
import { time } from './kinds/time.js';

/**
 * What a field holds. Patterns are plain data: they are stored, exported and sent as they are.
 *
 * @import { Reason } from '../../texts/problems.js'
 * @typedef {{ kind: 'any' } | import('./kinds/digits.js').DigitsPattern | import('./kinds/decimal.js').DecimalPattern
 *   | import('./kinds/date.js').DatePattern | import('./kinds/time.js').TimePattern
 *   | import('./kinds/check.js').CheckPattern | import('./kinds/mask.js').MaskPattern} Pattern
 * @typedef {{ text: string, confidence: number }} Candidate
 * @typedef {Candidate & { alternatives: ReadonlyArray<Candidate> }} NumberReading the part of a reading's number that
 *   matters here; `alternatives` are best first
 */

/**
 * @template {{ kind: string }} One
 * @typedef {{
 *   initial: One,
 *   isValid: (pattern: { [Parameter in keyof One]: unknown }) => boolean,
 *   masksOf: (pattern: One) => string[] | undefined,
 *   problemOf: (pattern: One, text: string) => Reason | null,
 * }} Kind `problemOf` is given texts that are neither empty nor hold unread signs
 */

/** In the order in which they are offered. @type {Record<Pattern['kind'], Kind<any>>} */
export const KINDS = { digits, decimal, date, time, check, mask, any };

/** What is written before a wrong check digit is more often misread than miswritten, up to this ratio; see `choose`. */
const LEAST_RATIO = 0.05;

/**
 * @param {unknown} value
 * @returns {value is Pattern}
 */
export function isPattern(value) {
  const pattern = /** @type {Record<string, any> | null} */ (typeof value === 'object' ? value : null);
  if (!pattern || typeof pattern.kind !== 'string' || !Object.hasOwn(KINDS, pattern.kind)) return false;
  const kind = KINDS[/** @type {Pattern['kind']} */ (pattern.kind)];
  return Object.keys(kind.initial).every((key) => key in pattern) && kind.isValid(pattern);
}

/**
 * @param {Pattern} pattern
 * @returns {string[] | undefined} what the reader is told to expect: '#' for a digit, other signs for themselves; nothing
 *   where it reads freely
 */
export function masksOf(pattern) {
  return KINDS[pattern.kind].masksOf(pattern);
}

/**
 * @param {Pattern} pattern
 * @param {string} text as it was read or corrected
 * @returns {Reason | null} what breaks the pattern; null where it fits, or where nothing is written
 */
export function problemOf(pattern, text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const count = trimmed.split('?').length - 1;
  if (count > 0) return { code: 'form.problem.unread', values: { count } };
  return KINDS[pattern.kind].problemOf(pattern, trimmed);
}

/**
 * The likeliest way to read a number that fits its pattern. What fits a check digit or the calendar is preferred unless it
 * is much less likely: by Bayes' rule a reading that breaks the pattern is the right one where people write such a thing
 * more often than the ratio of the two, and one in twenty is taken for that. The confidence is that of the reading alone,
 * below one half for any but the likeliest, so that a choice made here is seen to be one.
 *
 * @param {Pattern} pattern
 * @param {NumberReading} number
 * @returns {Candidate}
 */
export function choose(pattern, { text, confidence, alternatives }) {
  const first = { text, confidence };
  const least = LEAST_RATIO * confidence;
  return (
    [first, ...alternatives.filter((other) => other.confidence >= least)].find(
      (each) => problemOf(pattern, each.text) === null,
    ) ?? first
  );
}
