import { part } from './part.js';
import { setText } from './set-text.js';

/** @import { Answer } from './describe-answer.js' */

/**
 * The answer in large type and in words.
 * @param {HTMLElement} root
 */
export function createAnswer(root) {
  const text = part(root, '#answer', HTMLElement);
  const other = part(root, '.answer-other', HTMLElement);
  const words = part(root, '.answer-words', HTMLElement);
  return {
    /** @param {Answer} answer */
    render(answer) {
      root.dataset.kind = answer.kind;
      setText(text, answer.text);
      setText(other, answer.other && `or ${answer.other}`);
      setText(words, answer.words);
    },
  };
}
