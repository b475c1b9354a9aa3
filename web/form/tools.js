import { text } from '../texts/texts.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { buildFileButton, PICTURES } from '../shared/dom/files.js';
import { buildLabel, setValue } from './elements.js';

/**
 * @typedef {{ onUndo: () => void, onRedo: () => void, onBack: () => void }} HeadEvents
 * @typedef {{ onName: (name: string) => void, onSave: () => void, onUse: () => void }} NameEvents
 * @typedef {{ onAdd: () => void, onDrawing: () => void, onZoom: (by: number) => void }} SheetToolEvents
 */

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
      // Not `disabled`, which would take the focus away.
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
export function createSheetTools({ onAdd, onDrawing, onZoom }) {
  const add = buildButton(text('form.add'), onAdd);
  const drawing = buildButton(text('form.draw'), onDrawing, { className: 'form-finger' });
  const smaller = buildButton('−', () => onZoom(-1), { ariaLabel: text('form.smaller') });
  const larger = buildButton('+', () => onZoom(1), { ariaLabel: text('form.larger') });
  const zoom = build('span', { className: 'form-zoom' }, smaller, larger);
  const element = build('div', { className: 'form-tools form-sheet-tools' }, drawing, add, zoom);
  return {
    element,
    /** @param {{ isDrawing: boolean, zoom: number, mostZoom: number, isBlank: boolean }} view */
    render(view) {
      element.hidden = view.isBlank;
      drawing.ariaPressed = String(view.isDrawing);
      smaller.ariaDisabled = String(view.zoom <= 1);
      larger.ariaDisabled = String(view.zoom >= view.mostZoom);
    },
    focusAdd: () => add.focus(),
  };
}

/**
 * @param {string} words
 * @param {(file: File) => void} onSample
 */
export function createSampleButton(words, onSample) {
  return build('div', { className: 'form-tools' }, buildFileButton(words, PICTURES, onSample));
}
