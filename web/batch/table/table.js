import { editBy, placeAfter } from './keys.js';
import { isolate } from '../../texts/intl.js';
import { text } from '../../texts/texts.js';
import { createCellEditor } from './cell-editor.js';
import { createTableRows } from './rows.js';
import { createChooser } from './choice.js';
import { build, buildButton, setText } from '../../shared/dom/elements.js';

/**
 * @import { Arrangement, Order } from '../rows/sort-and-filter.js'
 * @import { Place } from '../rows/state.js'
 * @import { AfterSave } from './cell-editor.js'
 * @typedef {import('./rows.js').RowsView & {
 *   caption: string,
 *   hasCorrections: boolean,
 *   arrangement: Arrangement,
 *   editing: { typed: string | null } | null,
 * }} TableView
 * @typedef {{
 *   onSelect: (place: Place) => void,
 *   onEdit: (place: Place, typed: string | null) => void,
 *   onType: (text: string) => void,
 *   onSave: (text: string, then: AfterSave) => void,
 *   onCancel: (isLeft: boolean) => void,
 *   onRemove: (id: string) => void,
 *   onChoose: import('./choice.js').OnChoose,
 *   onSort: (order: Order, column?: number) => void,
 * }} TableEvents
 */

/**
 * The batch as a grid (WAI-ARIA Authoring Practices): one stop of the Tab key, arrow keys within.
 *
 * @param {TableEvents} events
 * @param {Parameters<typeof createTableRows>[1]} thumbnails
 */
export function createBatchTable(events, thumbnails) {
  const caption = build('caption', { className: 'visually-hidden' });
  const head = createHead(events.onSort);
  const chooser = createChooser(events.onChoose);
  const onChoose = (/** @type {string} */ id) => shown && chooser.toggle(id, shown);
  const body = createTableRows({ onRemove: events.onRemove, onChoose }, thumbnails);
  const grid = { className: 'batch-table', role: 'grid', ariaMultiSelectable: 'true' };
  const table = build('table', grid, caption, head.element, body.element);
  const editor = createCellEditor(events);
  /** @type {TableView | null} */
  let shown = null;
  let wasSelected = false;

  body.element.addEventListener('focusin', ({ target }) => {
    // Selecting its row would move what is pressed away from under the press.
    if (isPressed(target)) return;
    const place = body.placeOf(target);
    if (place && !isSame(place, shown?.selected)) events.onSelect(place);
  });
  body.element.addEventListener('pointerdown', ({ target }) => {
    wasSelected = isSame(body.placeOf(target), shown?.selected);
  });
  chooser.listen(body, () => shown);
  body.element.addEventListener('click', ({ target }) => {
    const place = body.placeOf(target);
    const isWithin = target instanceof Element && target.closest('.batch-editor') !== null;
    if (place && isReading(place) && wasSelected && !isWithin) events.onEdit(place, null);
  });
  body.element.addEventListener('keydown', (event) => {
    const place = body.placeOf(event.target);
    if (place && !event.defaultPrevented && onKey(event, place)) event.preventDefault();
  });

  /** @param {Place} place */
  const isReading = ({ column }) => column >= 1 && column <= (shown?.columns.length ?? 0);

  /** @param {number} column @param {number} from the column that a key led from @returns {number} the same, or the one behind */
  function inSight(column, from) {
    const isHidden = !shown?.hasCorrections && column === (shown?.columns.length ?? 0) + 2;
    return isHidden ? column + Math.sign(column - from) : column;
  }

  /** @param {KeyboardEvent} event @param {Place} place @returns {boolean} whether the key meant something here */
  function onKey(event, place) {
    if (!shown) return false;
    const row = shown.rows.findIndex(({ id }) => id === place.id);
    const last = { row: shown.rows.length - 1, column: shown.columns.length + 4 };
    const next = placeAfter({ row, column: place.column }, event, last, getComputedStyle(table).direction === 'rtl');
    const after = chooser.onKey(event, place.id, shown);
    if (after !== null && after !== place.id) events.onSelect({ ...place, id: after });
    if (after !== null) return true;
    // The one behind the reasons is a button, which has keys of its own.
    const edit = place.column < shown.columns.length + 4 ? editBy(event, isReading(place)) : null;
    if (next) events.onSelect({ id: shown.rows[next.row].id, column: inSight(next.column, place.column) });
    else if (edit) events.onEdit(isReading(place) ? place : { ...place, column: 1 }, edit.typed);
    return next !== null || edit !== null;
  }

  /** @param {TableView} view */
  function renderEditor({ selected, editing, columns, rows, describe }) {
    const cell = selected && body.targetAt(selected);
    const found = editing && cell && rows.find(({ id }) => id === selected.id);
    if (!found) return editor.close();
    const row = describe(found);
    const column = selected.column - 1;
    const name = row.place ? text('batch.viewer.title', { name: isolate(row.name), column: row.place }) : row.name;
    const label = text('batch.place', { column: isolate(columns[column]), name: isolate(name) });
    editor.open(cell, { ...editing, text: row.cells[column].text, label });
  }

  return {
    element: table,
    /** @param {TableView} view */
    render(view) {
      setText(caption, view.caption);
      table.toggleAttribute('data-corrected', view.hasCorrections);
      table.ariaRowCount = String(view.rows.length + 1);
      head.render(view.columns, view.arrangement);
      body.render(view);
      shown = view;
      renderEditor(view);
    },
    /** @param {Place} place */
    focus: (place) => body.targetAt(place)?.focus({ preventScroll: true }),
    /** @param {Place} place */
    reveal: (place) => body.targetAt(place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    close: () => shown && body.render({ ...shown, rows: [], selected: null }),
    get hasFocus() {
      return body.element.contains(document.activeElement);
    },
  };
}

/** @param {EventTarget | null} target that has got the focus */
function isPressed(target) {
  return target instanceof Element && target.matches(':is(.batch-remove, .batch-choice):not(:focus-visible)');
}

/** @param {Place | null} a @param {Place | null | undefined} b */
function isSame(a, b) {
  return a?.id === b?.id && a?.column === b?.column;
}

/**
 * The headings, by which the rows can be sorted.
 *
 * @param {TableEvents['onSort']} onSort
 */
function createHead(onSort) {
  const head = build('thead', { role: 'rowgroup' });
  let shown = '';
  return {
    element: head,
    /** @param {ReadonlyArray<string>} columns of the readings @param {Arrangement} arrangement */
    render(columns, arrangement) {
      const { order, column, isReversed } = arrangement;
      const wanted = JSON.stringify([columns, order, column, isReversed]);
      if (wanted === shown) return;
      shown = wanted;
      const focused = [...head.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
      head.replaceChildren(build('tr', { role: 'row', ariaRowIndex: '1' }, ...headings(columns, arrangement, onSort)));
      head.querySelectorAll('button')[focused]?.focus();
    },
  };
}

/**
 * @param {ReadonlyArray<string>} columns
 * @param {Arrangement} arrangement
 * @param {TableEvents['onSort']} onSort
 */
function headings(columns, arrangement, onSort) {
  const { isReversed } = arrangement;
  /** @typedef {{ name: string, order?: Order, column?: number, className?: string }} Heading */
  /** @type {Heading[]} */
  const all = [
    { name: text('batch.head.picture'), order: 'name' },
    ...columns.map((name, column) => /** @type {Heading} */ ({ name, order: 'reading', column })),
    { name: text('batch.head.confidence'), order: 'confidence' },
    { name: text('batch.head.corrections'), className: 'batch-corrections' },
    { name: text('batch.head.look'), order: 'look', className: 'batch-look' },
  ];
  const cells = all.map(({ name, order, column = 0, className = '' }) => {
    const properties = { role: 'columnheader', scope: 'col', className };
    if (!order) return build('th', properties, name);
    const isSorted = order === arrangement.order && column === arrangement.column;
    const ariaSort = isSorted ? (isReversed ? 'descending' : 'ascending') : 'none';
    const button = buildButton(name, () => onSort(order, column), { className: 'batch-sort' });
    return build('th', { ...properties, ariaSort }, button);
  });
  const removal = build('span', { className: 'visually-hidden' }, text('batch.head.remove'));
  return [...cells, build('th', { role: 'columnheader', scope: 'col' }, removal)];
}
