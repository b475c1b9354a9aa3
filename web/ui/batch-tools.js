import { build, buildButton } from './build.js';
import { setText } from './set-text.js';

/**
 * @import { Arrangement } from '../batch/arrange.js'
 * @typedef {{
 *   arrangement: Arrangement,
 *   looks: number,
 *   isReading: boolean,
 *   canUndo: boolean,
 *   isEmpty: boolean,
 *   form: string | null,
 *   exported: string,
 * }} ToolsView form: its name; exported: what an export holds
 * @typedef {{
 *   onArrange: (changed: Partial<Arrangement>) => void,
 *   onNextLook: () => void,
 *   onUndo: () => void,
 *   onExport: (kind: 'csv' | 'json' | 'copy') => void,
 *   onForm: () => void,
 *   onNoForm: () => void,
 *   onClear: () => void,
 * }} ToolsEvents
 */

const ORDERS = {
  added: 'Order added',
  name: 'Name',
  confidence: 'Least sure first',
  look: 'Needs a look first',
  status: 'Failed and unread first',
};
const FILTERS = { all: 'All', look: 'Needs a look', corrected: 'Corrected', failed: 'Failed' };

/**
 * What can be done with the whole table.
 *
 * @param {ToolsEvents} events
 */
export function createBatchTools(events) {
  const order = select('Order', ORDERS, (value) => events.onArrange({ order: value, isReversed: false }));
  const filter = select('Show', FILTERS, (value) => events.onArrange({ filter: value }));
  const search = build('input', { type: 'search', className: 'batch-search', placeholder: 'Name or reading' });
  search.ariaLabel = 'Search';
  search.addEventListener('input', () => events.onArrange({ search: search.value }));
  const next = buildButton('', events.onNextLook, { className: 'batch-next' });
  const undo = buildButton('Undo', events.onUndo);
  const noForm = buildButton('Without the form', events.onNoForm);
  const form = buildButton('', events.onForm);
  const exported = build('p', { className: 'batch-exported' });
  const confirm = createConfirmation(events.onClear);
  const clear = buildButton('Clear all', () => confirm.showModal());
  const exports = [
    buildButton('CSV', () => events.onExport('csv'), { ariaLabel: 'Export as CSV' }),
    buildButton('JSON', () => events.onExport('json'), { ariaLabel: 'Export as JSON' }),
    buildButton('Copy', () => events.onExport('copy'), { ariaLabel: 'Copy the table' }),
  ];
  const root = build(
    'div',
    { className: 'batch-tools' },
    group('Rows', order.label, filter.label, search),
    group('Corrections', next, undo),
    group('Pictures', form, noForm, clear),
    group('Export', build('span', { className: 'batch-label' }, 'Export'), ...exports),
    exported,
    confirm,
  );

  return {
    element: root,
    /** @param {ToolsView} view */
    render(view) {
      order.input.value = view.arrangement.order;
      filter.input.value = view.arrangement.filter;
      const none = view.isReading ? 'Nothing needs a look yet' : 'Nothing needs a look';
      setText(next, view.looks > 0 ? `Next that needs a look (${view.looks})` : none);
      next.ariaDisabled = String(view.looks === 0);
      undo.ariaDisabled = String(!view.canUndo);
      setText(form, view.form === null ? 'Set up a form' : `Form: ${view.form || 'without a name'}`);
      noForm.hidden = view.form === null;
      setText(exported, view.exported);
      for (const button of [clear, ...exports]) button.disabled = view.isEmpty;
    },
  };
}

/** @param {string} name @param {...Node} tools */
function group(name, ...tools) {
  return build('div', { className: 'batch-group', role: 'group', ariaLabel: name }, ...tools);
}

/**
 * @template {string} Value
 * @param {string} name
 * @param {Record<Value, string>} options
 * @param {(value: Value) => void} onChange
 */
function select(name, options, onChange) {
  const input = build('select', {});
  for (const [value, words] of Object.entries(options)) input.append(new Option(String(words), value));
  input.addEventListener('change', () => onChange(/** @type {Value} */ (input.value)));
  return { input, label: build('label', { className: 'batch-select' }, build('span', {}, name), input) };
}

/** @param {() => void} onClear */
function createConfirmation(onClear) {
  const dialog = build('dialog', { className: 'batch-confirmation', ariaLabel: 'Clear all' });
  const answers = ['Clear all', 'Keep them'].map((words) => buildButton(words, () => dialog.close(words)));
  answers[1].autofocus = true;
  dialog.append(
    build('p', {}, 'Clear all pictures, readings and corrections? This cannot be undone.'),
    build('div', { className: 'batch-group' }, ...answers),
  );
  dialog.addEventListener('close', () => dialog.returnValue === 'Clear all' && onClear());
  // Escape leaves the last answer standing.
  dialog.addEventListener('cancel', () => (dialog.returnValue = ''));
  return dialog;
}
