/**
 * The one rule for "sure", the same for a number on the pad, in a picture, in the guide, in what is kept and in a batch.
 *
 * @typedef {{ text: string, confidence: number, isCorrected?: boolean, isChecked?: boolean }} Sign a digit or separator; '?' is
 *   ink that is no digit
 * @typedef {{
 *   text: string,
 *   confidence: number,
 *   parts?: ReadonlyArray<Sign>,
 *   digits?: ReadonlyArray<{ confidence: number }>,
 *   separators?: ReadonlyArray<{ confidence: number }>,
 *   least?: number,
 * }} Judged a number as it was read, as it is shown (with parts), or as a batch keeps it: least is then the confidence of
 *   its least sure sign, where that is below the number's own
 * @typedef {'unknown' | 'sign' | 'whole'} Doubt a sign that is no digit, a sign that is only a guess, or how many signs
 *   there are
 */

/** This holds where a model's card names no threshold of its own. */
export const UNSURE_BELOW = 0.8;

/**
 * @param {{ model?: { thresholds?: { unsure?: number } } }} info of the reader
 * @returns {number} the confidence, 0 to 1, below which an answer is only a guess
 */
export const thresholdOf = ({ model }) => model?.thresholds?.unsure ?? UNSURE_BELOW;

/**
 * @param {Judged} number
 * @param {number} unsureBelow
 * @returns {Doubt[]} what to look at first comes first; none where the number is sure, or a person has said what it is
 */
export function doubtsOf(number, unsureBelow) {
  /** @type {Doubt[]} */
  const doubts = hasUnread(number) ? ['unknown'] : [];
  if (leastOf(number) < unsureBelow) doubts.push('sign');
  if (number.confidence < unsureBelow) doubts.push('whole');
  return doubts;
}

/**
 * @param {Judged} number
 * @param {number} unsureBelow
 */
export function isSureNumber(number, unsureBelow) {
  return doubtsOf(number, unsureBelow).length === 0;
}

/**
 * @param {Judged} number
 * @param {number} unsureBelow
 * @returns {boolean} whether it may be another number; that some ink is no digit can be read as surely as a digit
 */
export function isGuess(number, unsureBelow) {
  return doubtsOf(number, unsureBelow).some((doubt) => doubt !== 'unknown');
}

/**
 * @param {{ confidence: number }} sign a digit or separator; one that a person corrected has a confidence of 1
 * @param {number} unsureBelow
 */
export function isSureSign({ confidence }, unsureBelow) {
  return confidence >= unsureBelow;
}

/**
 * @param {Judged} number
 * @returns {number} the confidence of its least sure sign; 1 where nothing is known of its signs
 */
export function leastOf({ parts, digits = [], separators = [], least = 1 }) {
  return Math.min(least, ...(parts ?? [...digits, ...separators]).map(({ confidence }) => confidence));
}

/**
 * @template {Judged} Each
 * @param {ReadonlyArray<Each>} numbers
 * @returns {Each | null} the one that most needs a look; null where there is none
 */
export function mostDoubtful(numbers) {
  const worth = (/** @type {Each} */ number) => (hasUnread(number) ? -1 : Math.min(number.confidence, leastOf(number)));
  return numbers.reduce((first, each) => (worth(each) < worth(first) ? each : first), numbers[0]) ?? null;
}

/**
 * @template {Sign} Each
 * @param {ReadonlyArray<Each>} signs
 * @param {number} unsureBelow
 * @returns {Each | null} what cannot be read, else the least sure; null where none is in doubt
 */
export function mostDoubtfulSign(signs, unsureBelow) {
  const worth = (/** @type {Sign} */ sign) => (isUnread(sign) ? -1 : sign.confidence);
  const [first] = [...signs].sort((one, other) => worth(one) - worth(other));
  return first && worth(first) < unsureBelow ? first : null;
}

/**
 * @param {Pick<Judged, 'text' | 'parts'>} number
 * @returns {number[]} which of its signs cannot be read, from 1; one that a person says is no digit is not among them
 */
export function unreadSigns({ text, parts }) {
  const signs = parts ?? Array.from(text, (sign) => ({ text: sign }));
  return signs.flatMap((sign, place) => (isUnread(sign) ? [place + 1] : []));
}

/** @param {Omit<Sign, 'confidence'>} sign */
const isUnread = ({ text, isCorrected = false, isChecked = false }) => text === '?' && !isCorrected && !isChecked;

/** @param {Judged} number */
const hasUnread = (number) => unreadSigns(number).length > 0;
