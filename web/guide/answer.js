import { leftToRight } from '../texts/intl.js';
import { text } from '../texts/texts.js';
import { formatConfidence } from '../shared/numbers.js';
import { isSureNumber, unreadSigns } from '../shared/reading/sureness.js';

/**
 * @import { Reading } from '../reader/reading.js'
 * @typedef {'none' | 'refused' | 'sure' | 'unsure'} Kind
 * @typedef {{ kind: Kind, text: string, confidence: number, second: string }} Answer second: what else it may be, ''
 *   where nothing else is likely
 */

/**
 * Makes of a reading the short answer that a small picture has room for.
 *
 * @param {Reading} reading
 * @param {number} unsureBelow the confidence below which an answer is only a guess
 * @returns {Answer}
 */
export function answerOf({ text: read, numbers }, unsureBelow) {
  const digits = numbers.flatMap((number) => number.digits);
  const confidence = numbers.reduce((all, number) => all * number.confidence, 1);
  if (digits.length === 0) return { kind: 'none', text: '', confidence: 0, second: '' };
  if (digits.every(({ digit }) => digit === null)) return { kind: 'refused', text: read, confidence, second: '' };
  if (numbers.every((number) => isSureNumber(number, unsureBelow)))
    return { kind: 'sure', text: read, confidence, second: '' };
  const others = numbers.length === 1 ? numbers[0].alternatives : [];
  const second = others.find((other) => !other.text.includes('?'))?.text ?? '';
  return { kind: 'unsure', text: read, confidence, second };
}

/**
 * Says how sure an answer is.
 *
 * @param {Answer} answer
 * @returns {string}
 */
export function sureWords({ kind, text: read, confidence, second }) {
  if (kind === 'none' || kind === 'refused') return text('guide.refused');
  if (kind === 'sure') return text('guide.sure', { percent: formatConfidence(confidence) });
  if (second) return text('guide.unsure', { first: leftToRight(read), second: leftToRight(second) });
  const places = unreadSigns({ text: read });
  if (places.length === 0 || /\s/.test(read)) return text('guide.unsureAlone');
  return text('answer.unsure', { why: text('answer.unread', { count: places.length, places: places.join(', ') }) });
}
