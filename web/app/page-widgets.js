import { findElement, setText } from '../shared/dom/elements.js';

/**
 * @typedef {{ kind: 'problem' | 'progress' | 'note', canRetry?: boolean, isLasting?: boolean, share?: number }} Kind isLasting: it cannot
 *   be closed; share is how much is done, 0..1, of something that can be canceled
 * @typedef {Kind & { reason: unknown }} Message reason: an error or a `Reason`, told when it is shown
 * @typedef {Kind & { text: string }} ShownMessage
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
    /** @param {ShownMessage | null} message */
    render(message) {
      root.dataset.kind = message?.kind ?? '';
      root.role = message?.kind === 'problem' ? 'alert' : 'status';
      setText(text, message?.text ?? '');
      retry.hidden = !message?.canRetry;
      close.hidden = message?.kind !== 'problem' || message.isLasting === true;
      progress.hidden = cancel.hidden = message?.share === undefined;
      progress.value = message?.share ?? 0;
    },
  };
}

/**
 * The buttons under the pad: one for each `data-action`.
 * @param {HTMLElement} root
 * @param {(action: string) => void} onAction
 */
export function createToolbar(root, onAction) {
  /** @type {HTMLButtonElement[]} */
  const buttons = Array.from(root.querySelectorAll('button[data-action]'));
  for (const button of buttons) {
    button.addEventListener('click', () => onAction(button.dataset.action ?? ''));
  }
  return {
    /**
     * @param {{ possible: Record<string, boolean>, pressed: Record<string, boolean> }} view by action; what is absent is
     *   possible, and is no switch
     */
    render({ possible, pressed }) {
      for (const button of buttons) {
        const action = button.dataset.action ?? '';
        // Not `disabled`, which would take the focus away from a person who undoes to the end by keyboard.
        button.ariaDisabled = String(!(possible[action] ?? true));
        if (action in pressed) button.ariaPressed = String(pressed[action]);
      }
    },
  };
}

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

/**
 * Browsers that install pages say when they would; what they offer by themselves gives way to the button.
 * @param {HTMLElement} button
 */
export function offerInstall(button) {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      /** @type {any} */ (event).prompt();
    };
  });
}

/**
 * The tools lie under the hand that does not write; the theme and the pen are those that were chosen.
 * @param {import('../settings/settings.js').Settings} settings
 * @param {() => void} onAppearance
 */
export function followSettings(settings, onAppearance) {
  const colors = /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('[name="theme-color"]'));
  const show = () => {
    for (const name of /** @type {const} */ (['hand', 'theme', 'pen']))
      document.documentElement.dataset[name] = settings.get(name);
    // The browser's own colors follow the theme that was chosen, not the device's.
    const theme = settings.get('theme');
    for (const [index, scheme] of ['light', 'dark'].entries()) {
      const isOther = theme !== 'device' && theme !== scheme;
      colors[index].media = isOther ? 'not all' : theme === scheme ? '' : `(prefers-color-scheme: ${scheme})`;
    }
  };
  settings.subscribe(() => {
    show();
    onAppearance();
  });
  show();
}
