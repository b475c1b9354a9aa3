import { createBatchRow } from './row.js';
import { build } from '../shared/dom/elements.js';

/**
 * @import { RowView } from './rows/describe-row.js'
 * @import { Place } from './rows/state.js'
 * @import { BatchRow } from './row.js'
 * @typedef {{ rows: ReadonlyArray<RowView>, columns: ReadonlyArray<string>, selected: Place | null }} BodyView
 */

/**
 * The rows of the table, and which of their cells is where.
 *
 * @param {(id: string) => void} onRemove
 * @param {{ watch: (target: Element, id: string, image: HTMLImageElement) => void, unwatch: (target: Element) => void }
 *   } thumbnails
 */
export function createBatchBody(onRemove, thumbnails) {
  const body = build('tbody', { role: 'rowgroup' });
  /** @type {Map<string, BatchRow>} */
  const made = new Map();
  /** @type {BodyView} */
  let shown = { rows: [], columns: [], selected: null };

  /** @param {string} id @param {ReadonlyArray<string>} columns */
  function add(id, columns) {
    const row = createBatchRow(id, columns, () => onRemove(id));
    made.set(id, row);
    thumbnails.watch(row.element, id, row.image);
    return row;
  }

  /** @param {(id: string) => boolean} isGone */
  function drop(isGone) {
    for (const [id, { element }] of made) {
      if (!isGone(id)) continue;
      made.delete(id);
      thumbnails.unwatch(element);
      element.remove();
    }
  }

  return {
    element: body,
    /** @param {BodyView} view */
    render(view) {
      const isOther = shown.columns.join('\n') !== view.columns.join('\n');
      const ids = new Set(view.rows.map(({ id }) => id));
      drop((id) => isOther || !ids.has(id));
      view.rows.forEach((row, index) => {
        const isNew = !made.has(row.id);
        const { element, render } = made.get(row.id) ?? add(row.id, view.columns);
        // Moved only where it is not there yet: a row that is moved loses the focus.
        if (body.children[index] !== element) body.insertBefore(element, body.children[index] ?? null);
        if (isNew || shown.rows[index] !== row) render(row);
      });
      const stop = view.selected && made.has(view.selected.id) ? view.selected : { id: view.rows[0]?.id, column: 1 };
      for (const [id, row] of made) row.renderPlace(id === stop.id ? stop.column : -1, id === view.selected?.id);
      shown = view;
    },
    /** @param {Place} place @returns {HTMLElement | undefined} what takes the focus there */
    targetAt: ({ id, column }) => made.get(id)?.targets[column],
    /** @param {EventTarget | null} target @returns {Place | null} */
    placeOf(target) {
      const row = target instanceof Element ? target.closest('tr') : null;
      const id = row?.dataset.id ?? '';
      const column = [...(row?.children ?? [])].findIndex((cell) => cell.contains(/** @type {Element} */ (target)));
      return made.has(id) && column >= 0 ? { id, column } : null;
    },
  };
}
