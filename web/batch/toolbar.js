import { isolate } from '../texts/intl.js';
import { text } from '../texts/texts.js';
import { EACH } from './rows/parts.js';
import { ask } from '../shared/dom/dialog.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';

/**
 * @import { Arrangement } from './rows/sort-and-filter.js'
 * @import { By } from './rows/parts.js'
 * @typedef {{ words: string, all: number, done: number, isWaiting: boolean, isPaused: boolean, failed: number }}
 *   ProgressView done: pictures, with the share of the one that is read now
 * @typedef {{
 *   arrangement: Arrangement,
 *   by: By,
 *   looks: number,
 *   isReading: boolean,
 *   canUndo: boolean,
 *   isEmpty: boolean,
 *   form: string | null,
 *   second: import('./rows/second-entry.js').SecondCounts | null,
 *   exported: string,
 * }} ToolsView form: its name; second: what a second person typed of it; exported: what an export holds
 * @typedef {{
 *   onArrange: (changed: Partial<Arrangement>) => void,
 *   onCheck: () => void,
 *   onNextLook: () => void,
 *   onUndo: () => void,
 *   onRowsBy: (by: By) => void,
 *   onExport: (kind: import('./out/export.js').Kind) => void,
 *   onPrint: () => void,
 *   onForm: () => void,
 *   onTypeAgain: () => void,
 *   onNoForm: () => void,
 *   onClear: () => void,
 * }} ToolsEvents
 */

const ORDERS = /** @type {const} */ (['added', 'name', 'reading', 'confidence', 'look', 'status']);
const FILTERS = /** @type {const} */ (['all', 'look', 'corrected', 'failed']);
const EXPORTS = /** @type {const} */ (['csv', 'xlsx', 'json', 'copy']);

/**
 * The tools for the whole table: order, filter, search, undo, form and export. On a narrow screen all but the corrections
 * are menus.
 *
 * @param {ToolsEvents} events
 */
export function createBatchTools(events) {
  const order = select('order', ORDERS, (value) => events.onArrange({ order: value, column: 0, isReversed: false }));
  const filter = select('show', FILTERS, (value) => events.onArrange({ filter: value }));
  const search = build('input', { type: 'search', className: 'batch-search', dir: 'auto' });
  Object.assign(search, { placeholder: text('batch.search.what'), ariaLabel: text('batch.search') });
  search.addEventListener('input', () => events.onArrange({ search: search.value }));
  const check = buildButton(text('answer.check'), events.onCheck);
  const next = buildButton('', events.onNextLook, { className: 'batch-next' });
  const undo = buildButton(text('batch.undo'), events.onUndo);
  const noForm = buildButton(text('batch.form.without'), events.onNoForm);
  const form = buildButton('', events.onForm);
  const again = buildButton('', events.onTypeAgain);
  const each = select('each', EACH, events.onRowsBy);
  const exported = build('p', { className: 'batch-exported' });
  const clear = buildButton(text('batch.clear'), async () => {
    if (await askToClear()) events.onClear();
  });
  const exports = EXPORTS.map((kind) =>
    buildButton(text(`batch.export.${kind}`), () => events.onExport(kind), {
      ariaLabel: text(`batch.export.${kind}.label`),
    }),
  );
  const print = buildButton(text('batch.print'), events.onPrint, { ariaLabel: text('batch.print.label') });
  const root = build(
    'div',
    { className: 'batch-tools' },
    group('corrections', check, next, undo),
    ...menu('rows', each.label, order.label, filter.label, search),
    ...menu('export', build('span', { className: 'batch-label' }, text('batch.export')), ...exports, print),
    ...menu('pictures', form, again, noForm, clear),
    exported,
  );
  root.addEventListener('keydown', (event) => {
    // It closes the menu, and leads nowhere else.
    if (event.key === 'Escape' && root.querySelector(':popover-open')) event.stopPropagation();
  });

  return {
    element: root,
    /** @param {ToolsView} view */
    render(view) {
      order.input.value = view.arrangement.order;
      filter.input.value = view.arrangement.filter;
      each.input.value = view.by;
      const none = text(view.isReading ? 'batch.next.noneYet' : 'batch.next.none');
      setText(next, view.looks > 0 ? text('batch.next', { count: view.looks }) : none);
      check.ariaDisabled = next.ariaDisabled = String(view.looks === 0);
      undo.ariaDisabled = String(!view.canUndo);
      setText(form, formWords(view.form));
      noForm.hidden = again.hidden = view.form === null;
      setText(again, view.second ? secondWords(view.second) : '');
      again.ariaDisabled = String(!view.second?.left && !view.second?.open);
      // A form has a row for each of its pictures.
      each.label.hidden = view.form !== null;
      setText(exported, view.exported);
      for (const button of [clear, print, ...exports]) button.disabled = view.isEmpty;
    },
  };
}

/**
 * A bar that shows how far the batch has come, and buttons that stop it, let it go on or try again.
 *
 * @param {{ onPause: () => void, onResume: () => void, onRetry: () => void }} events
 */
export function createBatchProgress({ onPause, onResume, onRetry }) {
  const bar = build('progress', { ariaLabel: text('batch.progress'), max: 1 });
  const words = build('p', { className: 'batch-progress-words' });
  let isPaused = false;
  // It is one button, so that the focus stays on it.
  const toggle = buildButton('', () => (isPaused ? onResume() : onPause()));
  const retry = buildButton('', onRetry);
  const root = build('div', { className: 'batch-progress' }, bar, words, toggle, retry);
  return {
    element: root,
    /** @param {ProgressView} view */
    render(view) {
      isPaused = view.isPaused;
      root.hidden = view.all === 0;
      bar.max = Math.max(1, view.all);
      bar.value = view.done;
      setText(words, view.words);
      setText(toggle, text(isPaused ? 'batch.goOn' : 'batch.stop'));
      toggle.hidden = !view.isWaiting;
      setText(retry, text('batch.retry', { count: view.failed }));
      retry.hidden = view.failed === 0 || view.isWaiting;
    },
  };
}

/** @param {NonNullable<ToolsView['second']>} second */
function secondWords({ all, left, open, differed }) {
  if (left > 0 || all === 0) return text('batch.again', { count: left });
  return open > 0 ? text('batch.again.settle', { count: open }) : text('batch.again.done', { differed, all });
}

/** @param {string | null} name */
function formWords(name) {
  if (name === null) return text('batch.form.none');
  return name === '' ? text('batch.form.unnamed') : text('batch.form', { name: isolate(name) });
}

/** @param {'rows' | 'corrections' | 'pictures' | 'export'} name @param {...Node} tools */
function group(name, ...tools) {
  const label = text(`batch.${name}`);
  return build('div', { className: `batch-group of-${name}`, role: 'group', ariaLabel: label }, ...tools);
}

/**
 * @param {'rows' | 'pictures' | 'export'} name
 * @param {...Node} tools
 * @returns {[HTMLElement, HTMLElement]} what opens the group as a menu, where the screen is narrow, and the group
 */
function menu(name, ...tools) {
  const opened = group(name, ...tools);
  opened.popover = 'auto';
  opened.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) opened.hidePopover();
  });
  const opener = buildButton(text(`batch.${name}`), () => {}, { className: `batch-menu of-${name}` });
  opener.popoverTargetElement = opened;
  return [opener, opened];
}

/**
 * @template {string} Value
 * @param {'order' | 'show' | 'each'} name
 * @param {ReadonlyArray<Value>} options
 * @param {(value: Value) => void} onChange
 */
function select(name, options, onChange) {
  const input = build('select', {});
  for (const value of options) input.append(new Option(text(`batch.${name}.${value}`), value));
  input.addEventListener('change', () => onChange(/** @type {Value} */ (input.value)));
  return {
    input,
    label: build('label', { className: 'batch-select' }, build('span', {}, text(`batch.${name}`)), input),
  };
}

const askToClear = () =>
  ask(text('batch.clear'), { yes: text('batch.clear'), no: text('batch.clear.no') }, [
    build('p', { textContent: text('batch.clear.question') }),
  ]);
