import { isolate } from '../texts/intl.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { buildFileButton } from '../shared/dom/files.js';
import { createSampleButton } from './controls.js';

/**
 * @import { StoredForm } from './stored-forms.js'
 * @typedef {{
 *   onOpen: (stored: StoredForm) => void,
 *   onExport: (stored: StoredForm) => void,
 *   onDelete: (stored: StoredForm) => void,
 *   onImport: (file: File) => void,
 *   onNew: () => void,
 *   onSample: (file: File) => void,
 * }} StoredEvents
 */

/**
 * The forms that this browser keeps.
 * @param {StoredEvents} events
 */
export function createStoredList(events) {
  const list = build('ul', { className: 'form-stored-list', role: 'list' });
  const none = build('p', { className: 'form-hint' }, text('form.stored.none'));
  const sample = createSampleButton(text('form.sample.other'), events.onSample);
  const tools = build('div', { className: 'form-tools' });
  tools.append(
    buildButton(text('form.stored.new'), () => events.onNew()),
    buildFileButton(text('form.stored.import'), 'application/json,.json', (file) => events.onImport(file)),
    sample,
  );
  const element = build(
    'section',
    { className: 'form-section' },
    build('h3', {}, text('form.stored')),
    none,
    list,
    tools,
  );
  /** A row that stays keeps the focus: rows are known by the form's id. @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map();
  return {
    element,
    /** @param {{ stored: ReadonlyArray<StoredForm>, open: string | null, hasSample: boolean }} view `open`: an id */
    render({ stored, open, hasSample }) {
      sample.hidden = !hasSample;
      none.hidden = stored.length > 0;
      for (const { id } of stored) if (!rows.has(id)) rows.set(id, createRow(events));
      for (const [id, row] of rows) {
        const found = stored.find((each) => each.id === id);
        if (found) row.render(found, id === open);
        else rows.delete(id);
      }
      const elements = stored.flatMap(({ id }) => rows.get(id)?.element ?? []);
      const isInPlace =
        elements.length === list.children.length && elements.every((row, at) => row === list.children[at]);
      if (!isInPlace) list.replaceChildren(...elements);
    },
  };
}

/** @param {StoredEvents} events */
function createRow({ onOpen, onExport, onDelete }) {
  /** @type {StoredForm} */
  let shown;
  const name = build('span', { dir: 'auto' });
  const count = build('small', {});
  const open = buildButton('', () => onOpen(shown), { className: 'form-stored-name' });
  open.append(name, count);
  const exporting = buildButton(text('form.stored.export'), () => onExport(shown));
  const deleting = buildButton(text('form.stored.delete'), () => onDelete(shown));
  return {
    element: build('li', {}, open, exporting, deleting),
    /** @param {StoredForm} stored @param {boolean} isOpen */
    render(stored, isOpen) {
      shown = stored;
      setText(name, stored.form.name);
      setText(count, text('form.stored.fields', { count: stored.form.fields.length }));
      open.ariaCurrent = isOpen ? 'true' : null;
      exporting.ariaLabel = text('form.stored.export.label', { name: isolate(stored.form.name) });
      deleting.ariaLabel = text('form.stored.delete.label', { name: isolate(stored.form.name) });
    },
  };
}
