import { part } from '../shared/dom/part.js';

/**
 * Offers a new version; nothing changes until the person says so.
 * @param {HTMLElement} root
 * @param {{ onNow: () => void, onLater: () => void }} events
 */
export function createUpdatePrompt(root, { onNow, onLater }) {
  part(root, '#update-now', HTMLButtonElement).addEventListener('click', onNow);
  part(root, '#update-later', HTMLButtonElement).addEventListener('click', onLater);
  return {
    /** @param {boolean} isOffered */
    render(isOffered) {
      root.hidden = !isOffered;
    },
  };
}
