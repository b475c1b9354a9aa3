import { build } from '../shared/dom/elements.js';
import { splitTables, textsOf } from '../shared/reading/tables.js';
import { textOf } from '../shared/reading/shown-reading.js';
import { toTsv } from '../shared/csv.js';
import { currentLanguage, text } from '../texts/texts.js';
import './tables.css';

/**
 * @import { Shown, ShownNumber } from '../shared/reading/shown-reading.js'
 * @import { Grid } from '../shared/reading/tables.js'
 */

/**
 * The tables of an answer, below what stands outside of them. Their code comes with the first one.
 * @param {HTMLElement} root of the answer
 * @param {(numbers: ReadonlyArray<ShownNumber>) => (Node | string)[]} groupsOf the numbers as elements
 */
export function createTables(root, groupsOf) {
  const place = build('div', { className: 'answer-tables' });
  root.append(place);

  return {
    split: splitTables,

    /** @param {ReadonlyArray<Grid>} grids @returns {unknown} what the elements follow from */
    layoutOf: (grids) => [
      currentLanguage(),
      grids.map((grid) =>
        grid.map((row) => row.map(({ numbers, span }) => [span, ...numbers.map(({ parts }) => parts.length)])),
      ),
    ],

    /** @param {ReadonlyArray<Grid>} grids */
    build(grids) {
      root.toggleAttribute('data-tabular', grids.length > 0);
      place.replaceChildren(...grids.map((grid) => buildTable(grid, groupsOf)));
    },

    /**
     * Brings into sight, within its table alone, what the rest of the page is about.
     * @param {HTMLElement} button
     */
    reveal(button) {
      const table = button.closest('.answer-table');
      if (!table) return;
      const [own, all] = [button.getBoundingClientRect(), table.getBoundingClientRect()];
      const by = (/** @type {number} */ before, /** @type {number} */ after) =>
        Math.max(0, after) + Math.min(0, before);
      table.scrollBy(by(own.left - all.left, own.right - all.right), by(own.top - all.top, own.bottom - all.bottom));
    },

    /**
     * @param {Shown} shown
     * @returns {string} for the clipboard: a table as rows that a spreadsheet takes for such
     */
    textOf(shown) {
      const { outside, grids } = splitTables(shown);
      return [textOf(outside), ...grids.map((grid) => toTsv(textsOf(grid)))].filter(Boolean).join('\n');
    },
  };
}

/**
 * @param {Grid} grid
 * @param {(numbers: ReadonlyArray<ShownNumber>) => (Node | string)[]} groupsOf
 */
function buildTable(grid, groupsOf) {
  const rows = grid.length;
  const columns = grid[0].reduce((sum, { span }) => sum + span, 0);
  const caption = build('caption', {
    className: 'visually-hidden',
    textContent: text('opened.table', { rows, columns }),
  });
  const lines = grid.map((row) =>
    build('tr', {}, ...row.map(({ numbers, span }) => build('td', { colSpan: span }, ...groupsOf(numbers)))),
  );
  const table = build('table', {}, caption, build('tbody', {}, ...lines));
  // It scrolls by itself, by keyboard too.
  return build(
    'div',
    { className: 'answer-table', role: 'region', tabIndex: 0, ariaLabel: caption.textContent },
    table,
  );
}
