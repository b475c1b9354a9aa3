import { check } from './check-digits.js';
import { date } from './date.js';
import { any, decimal, digits, mask, time } from './kinds.js';

/**
 * A pattern says what a field holds. Patterns are plain data: they are stored, exported and sent as they are.
 *
 * @import { Reason } from '../../texts/problems.js'
 * @import { CheckPattern } from './check-digits.js'
 * @import { DatePattern } from './date.js'
 * @import { AnyPattern, DecimalPattern, DigitsPattern, Kind, MaskPattern, TimePattern } from './kinds.js'
 * @typedef {AnyPattern | DigitsPattern | DecimalPattern | DatePattern | TimePattern | CheckPattern | MaskPattern} Pattern
 * @typedef {{ text: string, confidence: number }} Candidate
 * @typedef {Candidate & { alternatives: ReadonlyArray<Candidate> }} NumberReading the part of a reading's number that
 *   matters here; `alternatives` are best first
 */

/** In the order in which they are offered. @type {Record<Pattern['kind'], Kind<any>>} */
export const KINDS = { digits, decimal, date, time, check, mask, any };

/** Digits that break a pattern are more often misread than miswritten, down to this ratio; see `choose`. */
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
