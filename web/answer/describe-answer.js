import { isGuess, isSureNumber, unreadSigns } from '../shared/reading/sureness.js';
import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { text as textOf } from '../texts/texts.js';
import { formatList, leftToRight } from '../texts/intl.js';
import { formatConfidence, formatShare } from '../shared/numbers.js';
import { spokenNumber } from '../shared/reading/spoken-lines.js';

/**
 * @import { Part, Shown, ShownNumber } from '../shared/reading/shown-reading.js'
 * @typedef {'blank' | 'waiting' | 'deleted' | 'sure' | 'unsure' | 'none' | 'open'} Kind open: not told yet
 * @typedef {{ kind: Kind, text: string, words: string, spoken: string }} Answer text is the whole reading,
 *   spoken what a screen reader says
 */

/** From so many numbers on, how sure the whole is says little: on a page of sixty digits one is always doubtful. */
const MANY = 3;

/**
 * @param {Shown | null} shown null before the first reading
 * @param {{ blank: string, waiting: string, hasInk: boolean, unsureBelow: number }} context the words for a blank pad
 *   (or picture) and for ink that is not read yet, and the confidence below which the answer is given as unsure
 * @returns {Answer}
 */
export function describeAnswer(shown, { blank, waiting, hasInk, unsureBelow }) {
  if (hasInk && !shown) return wordless('waiting', waiting);
  const numbers = hasInk && shown ? shown.numbers.filter(({ text }) => text !== '') : [];
  if (hasInk && shown?.numbers.length && numbers.length === 0) return wordless('deleted', textOf('answer.deleted'));
  if (!shown || numbers.length === 0) return wordless('blank', blank);
  if (numbers.every(({ text }) => /^\?+$/.test(text))) {
    const words = textOf(shown.text === '?' ? 'answer.none.digit' : 'answer.none.number');
    return { kind: 'none', text: shown.text, words, spoken: words };
  }
  const confidence = numbers.reduce((all, number) => all * number.confidence, 1);
  const isSure = numbers.every((number) => isSureNumber(number, unsureBelow));
  const mayBeOther = numbers.some((number) => isGuess(number, unsureBelow));
  const second = mayBeOther && numbers.length === 1 ? secondOf(numbers[0]) : null;
  const said = formatList(
    numbers.map(({ text }) => spokenNumber(text)),
    { type: 'unit' },
  );
  const share = formatConfidence(confidence);
  const plain = saidByPerson(numbers) ?? (numbers.length < MANY ? null : countsOf(numbers, unsureBelow));
  const remarks = remarksOf(numbers);
  if (!mayBeOther || plain) {
    const told = plain ?? (isSure ? textOf('answer.sure', { share }) : null);
    const [unread, ...others] = remarks;
    const words = told ? remarked(told, remarks) : textOf('answer.unsure', { why: remarked(unread, others) });
    const spoken = textOf('answer.said', { answer: said, words });
    return { kind: isSure ? 'sure' : 'unsure', text: shown.text, words, spoken };
  }
  const [words, spoken] = second
    ? guessesOf([shown.text, second.text], [share, formatConfidence(second.confidence)])
    : [textOf('answer.unsure', { why: share }), textOf('answer.said.unsure', { answer: said, share })];
  return { kind: 'unsure', text: shown.text, words: remarked(words, remarks), spoken: remarked(spoken, remarks) };
}

/**
 * @param {[string, string]} guesses
 * @param {[string, string]} shares
 * @returns {string[]} for the eye and for the ear
 */
function guessesOf(guesses, [share, secondShare]) {
  return [leftToRight, spokenNumber].map((write) => {
    const [first, second] = guesses.map(write);
    return textOf('answer.unsure.second', { first, second, share, secondShare });
  });
}

/**
 * @param {Kind} kind
 * @param {string} words
 * @returns {Answer}
 */
function wordless(kind, words) {
  return { kind, text: '', words, spoken: '' };
}

/**
 * @param {ShownNumber[]} numbers
 * @param {number} unsureBelow
 */
function countsOf(numbers, unsureBelow) {
  const unsure = numbers.filter((number) => !isSureNumber(number, unsureBelow)).length;
  if (unsure > 0) return textOf('answer.numbers.unsure', { count: numbers.length, unsure });
  const least = Math.min(...numbers.map(({ confidence }) => confidence));
  const share = formatConfidence(least);
  // "At least over 99%" would be said twice.
  const isExact = share === formatShare(least);
  return textOf(isExact ? 'answer.numbers.least' : 'answer.numbers.each', { count: numbers.length, share });
}

/** @param {ShownNumber[]} numbers @returns {string | null} words where nothing is left that the reader alone says */
function saidByPerson(numbers) {
  const isAll = numbers.every(({ parts }) => parts.every((part) => part.isCorrected));
  if (isAll) return textOf('answer.corrected');
  return numbers.every(({ isChecked }) => isChecked) ? textOf('answer.checked') : null;
}

/** @param {string} told @param {string[]} remarks @returns {string} with them */
const remarked = (told, remarks) =>
  remarks.reduce((words, remark) => textOf('answer.remarked', { words, remark }), told);

/** @param {ShownNumber[]} numbers @returns {string[]} what else is to be known of them; what cannot be read comes first */
function remarksOf(numbers) {
  const parts = numbers.flatMap((number) => number.parts);
  const corrected = parts.filter((part) => part.isCorrected).length;
  const some = corrected > 0 && corrected < parts.length ? [textOf('answer.corrected.some', { count: corrected })] : [];
  return [...unreadOf(numbers), ...some];
}

/** @param {ShownNumber[]} numbers @returns {string[]} which signs cannot be read; none where all can */
function unreadOf(numbers) {
  const unread = numbers.filter((number) => unreadSigns(number).length > 0);
  if (unread.length === 0) return [];
  if (numbers.length > 1) return [textOf('answer.unread.in', { numbers: formatList(namesOf(unread)) })];
  const places = unreadSigns(numbers[0]);
  return [textOf('answer.unread', { count: places.length, places: places.join(', ') })];
}

/** @param {ShownNumber[]} numbers @returns {string[]} the first few */
function namesOf(numbers) {
  const names = numbers.slice(0, MANY).map(({ text }) => leftToRight(text));
  return numbers.length > MANY ? [...names, '…'] : names;
}

/**
 * @param {ShownNumber} number
 * @returns {{ text: string, confidence: number } | null} what else it may be
 */
function secondOf({ parts, isCorrected: isByHand, alternatives }) {
  if (isByHand) return null;
  // Of a longer number, one with a digit that is none helps nobody.
  const other = alternatives.find(({ text }) => parts.length === 1 || !text.includes('?'));
  return other ?? (parts.length === 1 ? nearestBut(parts[0]) : null);
}

/**
 * @param {Part} part
 * @returns {{ text: string, confidence: number } | null} the likeliest other class
 */
function nearestBut({ text, probabilities }) {
  const own = text === '?' ? NOT_A_DIGIT : Number(text);
  const others = (probabilities ?? []).map((confidence, index) => ({ confidence, index }));
  const [best] = others.filter(({ index }) => index !== own).sort((a, b) => b.confidence - a.confidence);
  return best ? { text: best.index === NOT_A_DIGIT ? '?' : String(best.index), confidence: best.confidence } : null;
}
