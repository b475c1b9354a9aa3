/**
 * @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>} Key
 */

/**
 * The keys that work beside the buttons. Plain letters work only on the pad (WCAG 2.1.4): elsewhere speech input and
 * screen readers own them.
 * @param {EventTarget} page
 * @param {Element} pad
 * @param {(action: string) => void} onAction
 */
export function watchShortcuts(page, pad, onAction) {
  page.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || isElsewhere(event.target)) return;
    const action = shortcutOf(event, document.activeElement === pad);
    if (!action) return;
    event.preventDefault();
    onAction(action);
  });
}

/** @param {EventTarget | null} target @returns {boolean} whether the keys there are those of a field, a dialog or a panel */
function isElsewhere(target) {
  return (
    target instanceof Element && target.closest('input:not([type="file"]), textarea, select, dialog, .panel') !== null
  );
}

/**
 * @param {Key} event
 * @param {boolean} onPad whether the pad has the focus
 * @returns {string | null} the action
 */
export function shortcutOf(event, onPad) {
  if (event.altKey) return null;
  const letter = letterOf(event);
  if (event.ctrlKey || event.metaKey) {
    if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
    return letter === 'y' && !event.shiftKey ? 'redo' : null;
  }
  if (event.key === 'Escape') return 'escape';
  if (event.key === 'F8') return 'check';
  if (event.key === 'Delete' || event.key === 'Backspace') return 'clear';
  return onPad && letter === 'e' ? 'eraser' : null;
}

/**
 * @param {Key} event
 * @returns {string} the Latin letter that was meant, also on a keyboard that writes another script
 */
function letterOf({ key, code }) {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}
