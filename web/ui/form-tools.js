import { build, buildButton } from './build.js';
import { buildFileButton, PICTURES } from './file-button.js';
import { buildLabel, setValue } from './form-elements.js';

/**
 * @typedef {{ onUndo: () => void, onRedo: () => void, onBack: () => void }} HeadEvents
 * @typedef {{ onName: (name: string) => void, onSave: () => void, onUse: () => void }} NameEvents
 * @typedef {{ onAdd: () => void, onDrawing: () => void, onZoom: (by: number) => void }} SheetToolEvents
 */

/** @param {HeadEvents} events */
export function createHead({ onUndo, onRedo, onBack }) {
  const title = build('h2', { className: 'form-title', tabIndex: -1 }, 'Form');
  const undo = buildButton('Undo', onUndo);
  const redo = buildButton('Redo', onRedo);
  const tools = build('div', { className: 'form-tools' }, undo, redo, buildButton('Back', onBack));
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
  const input = build('input', { type: 'text', autocomplete: 'off', maxLength: 200, placeholder: 'Form' });
  input.addEventListener('input', () => onName(input.value));
  const save = buildButton('Save', onSave);
  const use = buildButton('Use this form', onUse, { className: 'form-use' });
  const label = buildLabel('Name of the form', input);
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
  const add = buildButton('Add field', onAdd);
  const drawing = buildButton('Draw a field', onDrawing, { className: 'form-finger' });
  const smaller = buildButton('−', () => onZoom(-1), { ariaLabel: 'Show the picture smaller' });
  const larger = buildButton('+', () => onZoom(1), { ariaLabel: 'Show the picture larger' });
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
 * @param {string} text
 * @param {(file: File) => void} onSample
 */
export function createSampleButton(text, onSample) {
  return build('div', { className: 'form-tools' }, buildFileButton(text, PICTURES, onSample));
}
