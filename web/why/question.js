import { NOT_A_DIGIT } from '../reader/network/classes.js';

const DIGITS = 10;

/** A runner-up that is less probable than this is no rival: the digit is then compared with all others. */
const LEAST_RIVAL = 0.01;

/** A runner-up that is at least this probable is near: it is said beside the answer. */
const NEAR = 0.1;

/**
 * @typedef {'rival' | 'turned' | 'others'} Versus what is compared: the digit with its rival, the rival with the digit, or
 *   the digit with all others
 * @typedef {{
 *   digit: number,
 *   rival: number,
 *   usual: Versus,
 *   refused: number | null,
 *   likelier: number | null,
 *   corrected: number | null,
 * }} Question `usual`: what is compared unless a person wants something else; `refused`: how probable it is that this is
 * no
 *   digit, where it was read as none; `likelier`: what it looks more like by itself, where it was read as another digit;
 *   `corrected`: what a person says that it is, where it was read as another digit, and which is then the rival
 */

/**
 * Finds out what there is to ask about a digit.
 *
 * @param {Float32Array} probabilities 11, by the network alone
 * @param {number | null} read what it was read as: in a number its neighbors may have decided; null for no digit
 * @param {number | null} [shown] what the answer says, where a person corrected it
 * @returns {Question}
 */
export function questionOf(probabilities, read, shown = read) {
  const first = nearest(probabilities);
  const isFirst = read === null || read === first.digit;
  const pair = isFirst ? first : { digit: read, rival: first.digit };
  const corrected = shown === pair.digit || shown === read ? null : shown;
  const rival = corrected ?? pair.rival;
  return {
    digit: pair.digit,
    rival,
    usual: corrected === null && probabilities[rival] < LEAST_RIVAL ? 'others' : 'rival',
    refused: read === null ? probabilities[NOT_A_DIGIT] : null,
    likelier: isFirst ? null : first.digit,
    corrected,
  };
}

/**
 * Finds the two most probable digits, "not a digit" left out: what was read, or is nearest to it, and its runner-up.
 *
 * @param {Float32Array} probabilities 11
 * @returns {{ digit: number, rival: number }}
 */
export function nearest(probabilities) {
  const [digit, rival] = Array.from({ length: DIGITS }, (_, index) => index).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  return { digit, rival };
}

/**
 * @param {{ digit: number, rival: number }} question
 * @param {Versus} versus
 * @returns {[digit: number, rival: number | null]} as `makeOverlay` takes them
 */
export function sidesOf({ digit, rival }, versus) {
  if (versus === 'others') return [digit, null];
  return versus === 'rival' ? [digit, rival] : [rival, digit];
}

/**
 * Lists the answers that are said: the most probable, and what is near it.
 *
 * @param {ArrayLike<number>} probabilities 11
 * @returns {number[]} classes, the most probable first
 */
export function nearAnswers(probabilities) {
  const order = Array.from(probabilities, (_, index) => index).sort((a, b) => probabilities[b] - probabilities[a]);
  return order.filter((index, place) => place === 0 || probabilities[index] >= NEAR).slice(0, 2);
}
