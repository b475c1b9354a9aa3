import { findElement, setText } from '../shared/dom/elements.js';

/**
 * @typedef {{ kind: 'problem' | 'progress' | 'note', text: string, canRetry?: boolean, share?: number }} Message share is how much
 *   is done, 0..1, of something that can be canceled
 */

/**
 * Says what went wrong, or what is going on, beside what it is about.
 * @param {HTMLElement} root
 * @param {{ onRetry: () => void, onClose: () => void }} events onClose: what is going on is given up
 */
export function createMessage(root, { onRetry, onClose }) {
  const text = findElement(root, '.message-text', HTMLElement);
  const progress = findElement(root, '.message-progress', HTMLProgressElement);
  const retry = findElement(root, '.message-retry', HTMLButtonElement);
  const close = findElement(root, '.message-close', HTMLButtonElement);
  const cancel = findElement(root, '.message-cancel', HTMLButtonElement);
  retry.addEventListener('click', onRetry);
  close.addEventListener('click', onClose);
  cancel.addEventListener('click', onClose);
  return {
    /** @param {Message | null} message */
    render(message) {
      root.dataset.kind = message?.kind ?? '';
      root.role = message?.kind === 'problem' ? 'alert' : 'status';
      setText(text, message?.text ?? '');
      retry.hidden = !message?.canRetry;
      close.hidden = message?.kind !== 'problem' || message.canRetry === true;
      progress.hidden = cancel.hidden = message?.share === undefined;
      progress.value = message?.share ?? 0;
    },
  };
}
