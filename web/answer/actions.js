import { text } from '../texts/texts.js';
import { findElement, setText } from '../shared/dom/elements.js';

/** Milliseconds that the button says what it has done. */
const COPIED = 2000;

/**
 * What can be done with the answer; what cannot be done now stays in its place.
 * @param {HTMLElement} root
 * @param {{ onCopy: () => void, onSpeak: () => void }} events
 */
export function createActions(root, { onCopy, onSpeak }) {
  const buttons = {
    why: findElement(root, '[data-panel="why"]', HTMLButtonElement),
    writing: findElement(root, '[data-panel="writing"]', HTMLButtonElement),
    speak: findElement(root, '[data-action="speak"]', HTMLButtonElement),
    copy: findElement(root, '[data-action="copy"]', HTMLButtonElement),
  };
  const [copyName, speakName] = [buttons.copy, buttons.speak].map((button) =>
    findElement(button, '.name', HTMLElement),
  );
  const isPossible = (/** @type {HTMLElement} */ button) => button.ariaDisabled !== 'true';
  buttons.copy.addEventListener('click', () => isPossible(buttons.copy) && onCopy());
  // Also where it cannot: it then says that there is no voice.
  buttons.speak.addEventListener('click', onSpeak);
  return {
    /** @param {Record<string, boolean>} possible by action @param {{ canSpeak: boolean, isSpeaking: boolean }} speech */
    render(possible, { canSpeak, isSpeaking }) {
      for (const [action, button] of Object.entries(buttons)) button.ariaDisabled = String(!possible[action]);
      buttons.speak.hidden = !canSpeak;
      setText(speakName, text(isSpeaking ? 'page.stop' : 'page.speak'));
    },
    showCopied() {
      setText(copyName, text('page.copied'));
      setTimeout(() => setText(copyName, text('page.copy')), COPIED);
    },
  };
}
