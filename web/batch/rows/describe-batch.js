import { isSureNumber, mostDoubtful } from '../../shared/reading/sureness.js';
import { isolated } from '../../texts/within.js';
import { wordsOf } from '../../texts/problems.js';
import { text } from '../../texts/texts.js';
import { describeRow } from './describe-row.js';
import { lookAt, problemAt, textAt } from './look.js';
import { countRows, progressWords } from './progress.js';
import { selectedColumn, selectedRow, shownRows } from './state.js';

/**
 * @import { RowView } from './describe-row.js'
 * @import { Rules } from './look.js'
 * @import { Box, Row } from './rows.js'
 * @import { State } from './state.js'
 * @typedef {{ kind: 'number' | 'skipped', mark: string, text: string, box: Box, isSelected: boolean }} ViewedMark
 */

/** Describes rows again only when something about them is new: the table compares the very objects. */
export function createRowDescriber() {
  /** @type {WeakMap<Row, { for: unknown[], view: RowView }>} */
  const known = new WeakMap();
  /** @param {State} state @returns {RowView[]} */
  return (state) => {
    const { rules, columns, share } = state;
    const titles = columns.map(({ title }) => title);
    return shownRows(state).map((row) => {
      const asked = [rules, columns, share?.id === row.id ? share.value : null];
      const before = known.get(row);
      if (before && before.for.every((value, index) => value === asked[index])) return before.view;
      const view = describeRow(row, rules, titles, share?.id === row.id ? share.value : null);
      known.set(row, { for: asked, view });
      return view;
    });
  };
}

/** @param {State} state */
export function describeProgress({ batch, rules, share, isPaused }) {
  const counts = countRows(batch.rows, rules);
  const current = batch.rows.find(({ id }) => id === share?.id)?.name ?? '';
  return {
    counts,
    words: progressWords(counts, { isPaused, current }),
    all: counts.all,
    done: counts.all - counts.waiting + (share?.value ?? 0),
    failed: counts.failed,
    isWaiting: counts.waiting > 0,
    isPaused,
  };
}

/** @param {State} state @returns {string} what to say where there is no row to show */
export function describeBlank({ batch, shown }) {
  if (batch.rows.length === 0) return text('batch.blank');
  return shown.length === 0 ? text('batch.blank.filtered') : '';
}

/** @param {State} state */
export function describeTools({ batch, shown, form, arrangement, rules }) {
  const { all, looks, waiting } = countRows(batch.rows, rules);
  return {
    arrangement,
    looks,
    isReading: waiting > 0,
    canUndo: batch.past.length > 0,
    isEmpty: all === 0,
    form: form ? form.name : null,
    exported: shown.length < all ? text('batch.export.part', { count: shown.length, all }) : '',
  };
}

/** @param {State} state @returns {import('../viewer.js').Viewed | null} */
export function describeViewed(state) {
  const { columns, rules } = state;
  const row = selectedRow(state);
  if (!row) return null;
  const column = selectedColumn(state);
  const marks = columns.length === 1 && row.cells[0]?.marks ? numberMarks(row, rules) : fieldMarks(row, column, rules);
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    title:
      columns.length > 1
        ? text('batch.viewer.title', { name: isolated(row.name), column: isolated(columns[column].title) })
        : isolated(row.name),
    text: textAt(row, column),
    words: wordsOf(lookAt(row, column, rules) ?? problemAt(row, column, rules)),
    canAgree: lookAt(row, column, rules) !== null,
    marks,
    area: row.cells[column]?.box ?? leastSure(row),
  };
}

/** @param {Row} row @param {Rules} rules @returns {ViewedMark[]} of a picture without a form: its numbers, and what is none */
function numberMarks(row, rules) {
  const { marks = [], skipped = [] } = row.cells[0] ?? {};
  const isSaid = (row.corrections[0] ?? null) !== null;
  const least = marks.length > 1 && lookAt(row, 0, rules) ? leastSure(row) : null;
  return [
    ...skipped.map((box) => /** @type {ViewedMark} */ ({ ...NO_NUMBER, box })),
    ...marks.flatMap((number) => {
      const { text: found, box } = number;
      const mark = isSaid ? 'corrected' : isSureNumber(number, rules.unsureBelow) ? 'sure' : 'unsure';
      // Of several numbers nobody can tell which one was meant by a correction of them all.
      const label = marks.length === 1 ? textAt(row, 0) : found;
      const isSelected = box === least;
      return box ? [{ kind: /** @type {const} */ ('number'), mark, text: label, box, isSelected }] : [];
    }),
  ];
}

const NO_NUMBER = { kind: 'skipped', mark: 'skipped', text: '', isSelected: false };

/** @param {Row} row @param {number} selected @param {Rules} rules @returns {ViewedMark[]} one a cell */
function fieldMarks(row, selected, rules) {
  return row.cells.flatMap((cell, column) => {
    const box = cell?.box;
    if (!box) return [];
    const isSaid = (row.corrections[column] ?? null) !== null;
    const mark = isSaid ? 'corrected' : lookAt(row, column, rules) ? 'unsure' : 'sure';
    const isSelected = column === selected;
    return [{ kind: /** @type {const} */ ('number'), mark, text: textAt(row, column), box, isSelected }];
  });
}

/** @param {Row} row @returns {Box | null} of the number that most needs a look, of a picture without a form */
function leastSure({ cells }) {
  return mostDoubtful((cells[0]?.marks ?? []).filter(({ box }) => box !== null))?.box ?? null;
}
