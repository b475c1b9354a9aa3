import { NOT_A_DIGIT } from '../read/classes.js';
import { percent } from './percent.js';

/**
 * The parts of a reading that the page shows (the public module's contract).
 * @typedef {{ digit: number | null, confidence: number, probabilities: ArrayLike<number>, image: ArrayLike<number> }} Digit
 * @typedef {{ text: string, numbers: ReadonlyArray<{ digits: ReadonlyArray<Digit> }> }} Reading
 *
 * @typedef {'blank' | 'waiting' | 'digit' | 'unsure' | 'none'} Kind
 * @typedef {{
 *   kind: Kind,
 *   text: string,
 *   other: string,
 *   words: string,
 *   spoken: string,
 *   digit: Digit | null,
 * }} Answer text is the digit, '?' or nothing; other the second guess; spoken is what a screen reader says
 */

/**
 * @param {Reading | null} reading null before the first
 * @param {{ blank: string, waiting: string, hasInk: boolean, unsureBelow: number }} context the words for a blank pad
 *   (or picture) and for ink that is not read yet, and the confidence below which the answer is given as unsure
 * @returns {Answer}
 */
export function describeAnswer(reading, { blank, waiting, hasInk, unsureBelow }) {
  const digit = hasInk ? reading?.numbers[0]?.digits[0] : undefined;
  if (hasInk && !reading) return wordless('waiting', waiting);
  if (!digit) return wordless('blank', blank);
  if (digit.digit === null) {
    const words = 'That does not look like a whole digit';
    return { kind: 'none', text: '?', other: '', words, spoken: words, digit };
  }
  return digit.confidence < unsureBelow ? unsure(digit) : sure(digit);
}

/**
 * @param {Kind} kind
 * @param {string} words
 * @returns {Answer}
 */
function wordless(kind, words) {
  return { kind, text: '', other: '', words, spoken: '', digit: null };
}

/**
 * @param {Digit} digit
 * @returns {Answer}
 */
function sure(digit) {
  const text = String(digit.digit);
  const words = `${percent(digit.confidence)} sure`;
  return { kind: 'digit', text, other: '', words, spoken: `${text}, ${words}`, digit };
}

/**
 * @param {Digit} digit
 * @returns {Answer}
 */
function unsure(digit) {
  const text = String(digit.digit);
  const [share, second] = nearestBut(digit);
  const shares = `${percent(digit.confidence)} and ${percent(share)}`;
  const other = second === NOT_A_DIGIT ? '?' : String(second);
  const spoken = `Not sure: ${text} or ${second === NOT_A_DIGIT ? 'not a digit' : other}, ${shares}`;
  return { kind: 'unsure', text, other, words: `Not sure: ${shares}`, spoken, digit };
}

/**
 * @param {Digit} digit
 * @returns {[number, number]} the largest probability of another class, and that class
 */
function nearestBut({ digit, probabilities }) {
  const others = Array.from(probabilities, (share, index) => /** @type {[number, number]} */ ([share, index]));
  return others.filter(([, index]) => index !== digit).sort(([a], [b]) => b - a)[0];
}
