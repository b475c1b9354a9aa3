import { build, buildButton } from './build.js';
import { buildFileButton } from './file-button.js';
import { createSampleButton } from './form-tools.js';
import { setText } from './set-text.js';

/**
 * @import { StoredForm } from '../form/stored-forms.js'
 * @typedef {{
 *   onOpen: (stored: StoredForm) => void,
 *   onExport: (stored: StoredForm) => void,
 *   onDelete: (stored: StoredForm) => void,
 *   onImport: (file: File) => void,
 *   onNew: () => void,
 *   onSample: (file: File) => void,
 * }} StoreEvents
 */

/**
 * The forms that this browser keeps.
 * @param {StoreEvents} events
 */
export function createStoreList(events) {
  const list = build('ul', { className: 'form-stored-list', role: 'list' });
  const none = build('p', { className: 'form-hint' }, 'No form is stored in this browser yet.');
  const sample = createSampleButton('Another sample picture', events.onSample);
  const tools = build('div', { className: 'form-tools' });
  tools.append(
    buildButton('New form', () => events.onNew()),
    buildFileButton('Import a form', 'application/json,.json', (file) => events.onImport(file)),
    sample,
  );
  const element = build('section', { className: 'form-section' }, build('h3', {}, 'Stored forms'), none, list, tools);
  /** By the form's id: a row that stays keeps the focus. @type {Map<string, ReturnType<typeof createRow>>} */
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

/** @param {StoreEvents} events */
function createRow({ onOpen, onExport, onDelete }) {
  /** @type {StoredForm} */
  let shown;
  const name = build('span', {});
  const count = build('small', {});
  const open = buildButton('', () => onOpen(shown), { className: 'form-stored-name' });
  open.append(name, count);
  const others = [buildButton('Export', () => onExport(shown)), buildButton('Delete', () => onDelete(shown))];
  return {
    element: build('li', {}, open, ...others),
    /** @param {StoredForm} stored @param {boolean} isOpen */
    render(stored, isOpen) {
      shown = stored;
      const { length } = stored.form.fields;
      setText(name, stored.form.name);
      setText(count, `${length} ${length === 1 ? 'field' : 'fields'}`);
      open.ariaCurrent = isOpen ? 'true' : null;
      for (const button of others) button.ariaLabel = `${button.textContent} ${stored.form.name}`;
    },
  };
}
