import { text } from '../texts/texts.js';
import { part } from '../shared/dom/part.js';
import { setText } from '../shared/dom/set-text.js';

/** Milliseconds that the button says what it has done. */
const COPIED = 2000;

/**
 * What can be done with the answer; what cannot be done now stays in its place.
 * @param {HTMLElement} root
 * @param {{ onCopy: () => void, onSpeak: () => void }} events
 */
export function createActions(root, { onCopy, onSpeak }) {
  const buttons = {
    why: part(root, '[data-panel="why"]', HTMLButtonElement),
    writing: part(root, '[data-panel="writing"]', HTMLButtonElement),
    speak: part(root, '[data-action="speak"]', HTMLButtonElement),
    copy: part(root, '[data-action="copy"]', HTMLButtonElement),
  };
  const [copyName, speakName] = [buttons.copy, buttons.speak].map((button) => part(button, '.name', HTMLElement));
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
