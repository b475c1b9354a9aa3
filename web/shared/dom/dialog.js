import './dialog.css';
import { build, buildButton } from './elements.js';

/**
 * A dialog that Escape or a click beside it closes, with no answer. The browser keeps the focus in it while it is open,
 * and gives it back to where it was.
 *
 * @param {string} className
 * @param {(answer: string) => void} [onClose] what it was closed with
 */
export function createDialog(className, onClose) {
  const dialog = build('dialog', { className: `dialog ${className}` });
  // A click on the dialog itself is one beside its content: the backdrop.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(''));
  // Escape would leave the answer of the time before.
  dialog.addEventListener('cancel', () => (dialog.returnValue = ''));
  dialog.addEventListener('close', () => onClose?.(dialog.returnValue));
  document.body.append(dialog);
  return {
    element: dialog,
    open() {
      if (!dialog.open) dialog.showModal();
    },
    /** @param {string} [answer] */
    close: (answer = '') => dialog.close(answer),
  };
}

/**
 * Asks before something goes for good.
 *
 * @param {string} title the question
 * @param {{ yes: string, no: string }} answers yes: what is done, in words; no: what Escape answers, too
 * @param {HTMLElement[]} words what it means
 * @returns {Promise<boolean>}
 */
export function ask(title, { yes, no }, words) {
  return new Promise((resolve) => {
    const dialog = createDialog('ask', (answer) => {
      dialog.element.remove();
      resolve(answer === 'yes');
    });
    const heading = build('h2', { id: 'ask-title', textContent: title });
    const buttons = build(
      'div',
      { className: 'ask-buttons' },
      buildButton(no, () => dialog.close(), { autofocus: true }),
      buildButton(yes, () => dialog.close('yes'), { className: 'ask-yes' }),
    );
    dialog.element.setAttribute('aria-labelledby', heading.id);
    dialog.element.append(build('div', { className: 'ask-content' }, heading, ...words, buttons));
    dialog.open();
  });
}
