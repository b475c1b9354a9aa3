import { findElement } from '../shared/dom/elements.js';

/**
 * Offers a new version; nothing changes until the person says so.
 * @param {HTMLElement} root
 * @param {{ onNow: () => void, onLater: () => void }} events
 */
export function createUpdatePrompt(root, { onNow, onLater }) {
  findElement(root, '#update-now', HTMLButtonElement).addEventListener('click', onNow);
  findElement(root, '#update-later', HTMLButtonElement).addEventListener('click', onLater);
  return {
    /** @param {boolean} isOffered */
    render(isOffered) {
      root.hidden = !isOffered;
    },
  };
}
