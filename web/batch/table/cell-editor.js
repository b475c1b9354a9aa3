import { build } from '../../shared/dom/elements.js';

/**
 * @typedef {'next' | 'right' | 'left' | 'stay'} AfterSave where a saved edit leads: to the next cell that needs a look, or
 *   beside
 */

/**
 * The field within a cell in which its reading is corrected.
 *
 * @param {{
 *   onType: (text: string) => void,
 *   onSave: (text: string, then: AfterSave) => void,
 *   onCancel: (isLeft: boolean) => void,
 * }} events onType: with every change; isLeft: because a person went elsewhere
 */
export function createCellEditor({ onType, onSave, onCancel }) {
  const input = build('textarea', {
    className: 'batch-editor',
    dir: 'ltr',
    rows: 1,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'next',
  });
  let original = '';
  let isOpen = false;

  /** @param {(() => void)} then after it is closed, so that the lost focus does not save a second time */
  function close(then) {
    if (!isOpen) return;
    isOpen = false;
    then();
  }

  input.addEventListener('keydown', (event) => {
    // The page's own shortcuts (Delete clears the pad) are not for someone who types.
    event.stopPropagation();
    const then = /** @type {Record<string, AfterSave>} */ ({ Enter: 'next', Tab: event.shiftKey ? 'left' : 'right' })[
      event.key
    ];
    if (event.isComposing || (event.key === 'Enter' && event.shiftKey)) return;
    if (!then && event.key !== 'Escape') return;
    event.preventDefault();
    close(() => (then ? onSave(input.value, then) : onCancel(false)));
  });
  input.addEventListener('input', () => {
    fit();
    onType(input.value);
  });
  input.addEventListener('blur', () => {
    // A look elsewhere agrees with nothing; what was typed is not lost.
    close(() => (input.value === original ? onCancel(true) : onSave(input.value, 'stay')));
  });

  function fit() {
    input.rows = Math.min(6, input.value.split('\n').length);
  }

  return {
    /** @param {Element} cell @param {{ text: string, typed: string | null, label: string }} edit typed: what replaces it */
    open(cell, { text, typed, label }) {
      if (isOpen && input.parentElement === cell) return;
      original = text;
      input.value = typed ?? text;
      input.ariaLabel = label;
      fit();
      cell.append(input);
      isOpen = true;
      input.focus();
      if (typed === null) input.select();
      else onType(typed);
    },
    close() {
      isOpen = false;
      input.remove();
    },
  };
}
