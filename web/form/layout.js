import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { shortcutOf } from '../shared/dom/shortcuts.js';
import { buildLabel, setValue } from './controls.js';

/**
 * @import { Note, Offer } from './state.js'
 * @typedef {{ onUndo: () => void, onRedo: () => void, onBack: () => void }} HeadEvents
 * @typedef {{ onName: (name: string) => void, onSave: () => void, onUse: () => void }} NameEvents
 * @typedef {{
 *   onAdd: () => void,
 *   onTakeAll: (offers: ReadonlyArray<Offer>) => void,
 *   onDrawing: () => void,
 *   onZoom: (by: number) => void,
 * }} SheetToolEvents
 */

export const KEYS_ID = 'form-keys';

/**
 * Put the widgets of the form view in their places, with the words around them.
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
  const found = build('p', { className: 'form-hint', role: 'status' });
  const alone = build('p', { className: 'form-hint' }, text('form.alone'));
  const notKept = build('p', { className: 'form-hint' }, text('form.notKept'));
  const view = build(
    'div',
    { className: 'form-view' },
    ...head,
    build('div', { className: 'form-left' }, intro, ...left, found, alone, keys),
    build('div', { className: 'form-right' }, fields, note.element, ...others, notKept),
    status,
  );
  root.replaceChildren(view);
  return {
    element: view,
    status,
    /** @param {{ isBlank: boolean, offers: ReadonlyArray<Offer>, liesAlone: boolean, isKept: boolean, note: Note | null }} shown */
    render(shown) {
      view.toggleAttribute('data-blank', shown.isBlank);
      intro.hidden = !shown.isBlank;
      keys.hidden = shown.isBlank;
      setText(found, shown.offers.length > 0 ? text('form.offers.hint') : '');
      alone.hidden = !shown.liesAlone;
      notKept.hidden = shown.isKept;
      note.render(shown.note);
    },
    focusNote: note.focus,
    /** @param {Record<string, () => void>} actions */
    onShortcut(actions) {
      view.addEventListener('keydown', (event) => actOnShortcut(event, actions));
    },
  };
}

/** @param {KeyboardEvent} event @param {Record<string, () => void>} actions */
function actOnShortcut(event, actions) {
  // Escape leaves the view; whatever else the page does with keys is not meant here.
  if (event.key !== 'Escape') event.stopPropagation();
  if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
  const action = shortcutOf(event, false);
  if (!action || !(action in actions)) return;
  event.preventDefault();
  actions[action]();
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

/** @param {HeadEvents} events */
export function createHead({ onUndo, onRedo, onBack }) {
  const title = build('h2', { className: 'form-title', tabIndex: -1 }, text('form.title'));
  const undo = buildButton(text('form.undo'), onUndo);
  const redo = buildButton(text('form.redo'), onRedo);
  const tools = build('div', { className: 'form-tools' }, undo, redo, buildButton(text('form.back'), onBack));
  return {
    element: build('div', { className: 'form-head' }, title, tools),
    /** @param {{ canUndo: boolean, canRedo: boolean }} view */
    render({ canUndo, canRedo }) {
      // The property `disabled` would take the focus away.
      undo.ariaDisabled = String(!canUndo);
      redo.ariaDisabled = String(!canRedo);
    },
    focus: () => title.focus({ preventScroll: true }),
  };
}

/**
 * The form's name, and what is done with it when it is drawn.
 * @param {NameEvents} events
 */
export function createNameTools({ onName, onSave, onUse }) {
  const input = build('input', { type: 'text', autocomplete: 'off', maxLength: 200, dir: 'auto' });
  input.placeholder = text('form.unnamed');
  input.addEventListener('input', () => onName(input.value));
  const save = buildButton(text('form.save'), onSave);
  const use = buildButton(text('form.use'), onUse, { className: 'form-use' });
  const label = buildLabel(text('form.name'), input);
  return {
    element: build('div', { className: 'form-name' }, label, build('div', { className: 'form-tools' }, save, use)),
    /** @param {{ name: string, isSaved: boolean, isBlank: boolean }} view */
    render({ name, isSaved, isBlank }) {
      label.parentElement?.toggleAttribute('hidden', isBlank);
      setValue(input, name);
      save.ariaDisabled = String(isSaved);
    },
  };
}

/** @param {SheetToolEvents} events */
export function createSheetTools({ onAdd, onTakeAll, onDrawing, onZoom }) {
  /** @type {ReadonlyArray<Offer>} */
  let offers = [];
  const add = buildButton(text('form.add'), onAdd);
  const all = buildButton('', () => onTakeAll(offers));
  const drawing = buildButton(text('form.draw'), onDrawing, { className: 'form-finger' });
  const smaller = buildButton('−', () => onZoom(-1), { ariaLabel: text('form.smaller') });
  const larger = buildButton('+', () => onZoom(1), { ariaLabel: text('form.larger') });
  const zoom = build('span', { className: 'form-zoom' }, smaller, larger);
  const element = build('div', { className: 'form-tools form-sheet-tools' }, drawing, add, all, zoom);
  return {
    element,
    /** @param {{ isDrawing: boolean, zoom: number, mostZoom: number, isBlank: boolean, offers: ReadonlyArray<Offer> }} view */
    render(view) {
      ({ offers } = view);
      all.hidden = offers.length === 0;
      setText(all, text('form.offers.all', { count: offers.length }));
      element.hidden = view.isBlank;
      drawing.ariaPressed = String(view.isDrawing);
      smaller.ariaDisabled = String(view.zoom <= 1);
      larger.ariaDisabled = String(view.zoom >= view.mostZoom);
    },
    focusAdd: () => add.focus(),
  };
}
