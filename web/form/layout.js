import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { shortcutOf } from '../shared/dom/shortcuts.js';

/** @import { Note } from './state.js' */

export const KEYS_ID = 'form-keys';

/**
 * The rooms of the form view.
 * @param {HTMLElement} root
 * @param {Record<'head' | 'left' | 'right', HTMLElement[]>} parts
 */
export function createLayout(root, { head, left, right }) {
  const [fields, ...others] = right;
  const note = createNote();
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const intro = build('p', { className: 'form-intro' }, text('form.intro'));
  const keys = build(
    'p',
    { className: 'form-hint' },
    text('form.drag'),
    ' ',
    build('span', { className: 'form-keys', id: KEYS_ID }, text('form.keys')),
  );
  const notKept = build('p', { className: 'form-hint' }, text('form.notKept'));
  const view = build(
    'div',
    { className: 'form-view' },
    ...head,
    build('div', { className: 'form-left' }, intro, ...left, keys),
    build('div', { className: 'form-right' }, fields, note.element, ...others, notKept),
    status,
  );
  root.replaceChildren(view);
  return {
    status,
    /** @param {{ isBlank: boolean, isKept: boolean, note: Note | null }} shown */
    render(shown) {
      view.toggleAttribute('data-blank', shown.isBlank);
      intro.hidden = !shown.isBlank;
      keys.hidden = shown.isBlank;
      notKept.hidden = shown.isKept;
      note.render(shown.note);
    },
    focusNote: note.focus,
    /** @param {Record<string, () => void>} actions */
    onShortcut(actions) {
      view.addEventListener('keydown', (event) => {
        // Escape leaves the view; whatever else the page does with keys is not meant here.
        if (event.key !== 'Escape') event.stopPropagation();
        if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
        const action = shortcutOf(event, false);
        if (!action || !(action in actions)) return;
        event.preventDefault();
        actions[action]();
      });
    },
  };
}

function createNote() {
  const words = build('span', {});
  const undo = buildButton(text('form.undo'), () => {});
  const element = build('p', { className: 'form-note', role: 'status' }, words, undo);
  return {
    element,
    /** @param {Note | null} note */
    render(note) {
      setText(words, wordsOf(note));
      undo.hidden = !note?.undo;
      undo.onclick = note?.undo ?? null;
    },
    focus: () => undo.focus(),
  };
}
