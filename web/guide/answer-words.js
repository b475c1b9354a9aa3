import { text } from '../texts/texts.js';
import { formatConfidence } from '../shared/numbers.js';

/**
 * @param {import('./answer.js').Answer} answer
 * @returns {string} how sure it is, in words
 */
export function answerWords({ kind, text: read, confidence, second }) {
  if (kind === 'none' || kind === 'refused') return text('guide.refused');
  if (kind === 'sure') return text('guide.sure', { percent: formatConfidence(confidence) });
  return second ? text('guide.unsure', { first: read, second }) : text('guide.unsureAlone');
}
