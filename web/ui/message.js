import { part } from './part.js';
import { setText } from './set-text.js';

/** @typedef {{ kind: 'problem' | 'progress', text: string, canRetry?: boolean }} Message */

/**
 * Says what went wrong, or what is going on, beside what it is about.
 * @param {HTMLElement} root
 * @param {{ onRetry: () => void, onClose: () => void }} events
 */
export function createMessage(root, { onRetry, onClose }) {
  const text = part(root, '.message-text', HTMLElement);
  const retry = part(root, '.message-retry', HTMLButtonElement);
  const close = part(root, '.message-close', HTMLButtonElement);
  retry.addEventListener('click', onRetry);
  close.addEventListener('click', onClose);
  return {
    /** @param {Message | null} message */
    render(message) {
      const isNew = message !== null && message.text !== text.textContent;
      root.dataset.kind = message?.kind ?? '';
      root.role = message?.kind === 'problem' ? 'alert' : 'status';
      setText(text, message?.text ?? '');
      retry.hidden = !message?.canRetry;
      close.hidden = message?.kind !== 'problem' || message.canRetry === true;
      // Only after what a person did: a page that scrolls by itself would pull the pad from under the pen.
      if (isNew && !close.hidden) root.scrollIntoView({ block: 'nearest' });
    },
  };
}
