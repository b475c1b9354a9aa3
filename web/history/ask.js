import '../shared/dom/dialog.css';
import './ask.css';
import { text } from '../texts/texts.js';
import { build, buildButton } from '../shared/dom/elements.js';

/**
 * Asks before something goes for good.
 *
 * @param {string} title the question
 * @param {string} yes what is done, in words
 * @param {HTMLElement[]} words what it means
 * @returns {Promise<boolean>}
 */
export function ask(title, yes, words) {
  const dialog = build('dialog', { className: 'ask' });
  const heading = build('h2', { id: 'ask-title', textContent: title });
  const buttons = build(
    'div',
    { className: 'ask-buttons' },
    buildButton(text('history.cancel'), () => dialog.close(), { autofocus: true }),
    buildButton(yes, () => dialog.close('yes'), { className: 'ask-yes' }),
  );
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.append(build('div', { className: 'ask-content' }, heading, ...words, buttons));
  // A click on the dialog itself is one beside its content: the backdrop.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
