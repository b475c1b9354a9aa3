import { AS_ADDED, keepOrder, sortAndFilter } from './sort-and-filter.js';
import { changeColumns, columnsOf, withBefore } from './columns.js';
import { correctPart, EACH, partsOf, pictureIdOf, removeAll } from './parts.js';
import { memo } from '../../shared/memo.js';
import { correct, setCorrections, startBatch, textAt, undoStep } from './rows.js';

/**
 * @import { Arrangement } from './sort-and-filter.js'
 * @import { Column } from './columns.js'
 * @import { Rules } from './needs-look.js'
 * @import { By } from './parts.js'
 * @import { Batch, PictureCorrections, Row } from './rows.js'
 * @import { Edit } from '../stored-notes.js'
 * @import { Form } from '../../shared/forms/form.js'
 * @typedef {{ id: string, column: number }} Place a cell of the table; column 0 is the picture's, then come the readings
 * @typedef {Readonly<{
 *   batch: Batch,
 *   form: Form | null,
 *   columns: ReadonlyArray<Column>,
 *   rules: Rules,
 *   arrangement: Arrangement,
 *   by: By,
 *   chosen: ReadonlySet<string>,
 *   shown: ReadonlyArray<string>,
 *   selected: Place | null,
 *   editing: { typed: string | null } | null,
 *   share: { id: string, value: number | null } | null,
 *   isPaused: boolean,
 * }>} State everything that the batch's view shows follows from this. by: what has a row of its own; chosen:
 *   ids of rows, for what is done with several at once; shown: ids of the rows in
 *   sight, in their order; editing: the selected cell, typed being what replaces its text; share: of the picture that is read now, null until
 *   the reader tells one; isPaused: by a person
 */

/**
 * @param {Rules} rules
 * @returns {State} without a picture
 */
export function startState(rules) {
  return {
    batch: startBatch(),
    form: null,
    columns: columnsOf(null),
    rules,
    arrangement: AS_ADDED,
    by: 'picture',
    chosen: new Set(),
    shown: [],
    selected: null,
    editing: null,
    share: null,
    isPaused: false,
  };
}

/**
 * @param {State} state
 * @param {Batch} changed
 * @param {{ isHeld: boolean }} how whether rows in sight stay where they are, since a person is at work among them
 * @returns {State}
 */
export function withBatch(state, changed, { isHeld }) {
  if (changed === state.batch) return state;
  const batch = withBefore(changed, state.columns);
  const all = allRows({ ...state, batch });
  const arrange = (/** @type {ReadonlyArray<Row>} */ rows) => sortAndFilter(rows, state.arrangement, state.rules);
  const shown = isHeld ? keepOrder(state.shown, all, arrange) : arrange(all).map(({ id }) => id);
  return { ...state, batch, shown };
}

/**
 * @param {State} state
 * @param {Partial<Arrangement>} changed
 * @returns {State}
 */
export function withArrangement(state, changed) {
  const arrangement = { ...state.arrangement, ...changed };
  const shown = sortAndFilter(allRows(state), arrangement, state.rules).map(({ id }) => id);
  const selected = shown.includes(state.selected?.id ?? '') ? state.selected : null;
  return { ...state, arrangement, shown, selected, editing: null };
}

/**
 * @param {State} state
 * @param {Form | null} form
 * @param {Rules} rules that belong to it
 * @returns {State}
 */
export function withForm(state, form, rules) {
  const columns = columnsOf(form);
  const batch = withBefore(changeColumns(state.batch, state.columns, columns), columns);
  return withArrangement({ ...state, batch, form, columns, rules, selected: null }, { column: 0 });
}

/**
 * @param {State} state
 * @param {unknown} by what is to have a row of its own
 * @returns {State} the same where that is nothing known
 */
export function withRowsBy(state, by) {
  const known = EACH.find((each) => each === by);
  return known ? withArrangement({ ...state, by: known, selected: null, chosen: new Set() }, {}) : state;
}

/** @param {State} state @returns {ReadonlyArray<Row>} of its pictures, lines or numbers, in the order added */
export const allRows = ({ batch, by, form, rules }) => rowsOfAll(batch.rows, by, form, rules);

const rowsOfAll = memo(
  (
    /** @type {Batch['rows']} */ pictures,
    /** @type {By} */ by,
    /** @type {Form | null} */ form,
    /** @type {Rules} */ rules,
  ) => pictures.flatMap((row) => rowsOf({ by, form, rules }, row)),
);

/** @param {Pick<State, 'by' | 'form' | 'rules'>} state @param {Row} row of a picture @returns {Row[]} a form has a row for each of its pictures */
const rowsOf = ({ by, form, rules }, row) => partsOf(row, form ? 'picture' : by, rules);

/** @param {State} state @returns {ReadonlyArray<Row>} as they are shown */
export const shownRows = (state) => rowsInOrder(allRows(state), state.shown);

const rowsInOrder = memo((/** @type {ReadonlyArray<Row>} */ rows, /** @type {ReadonlyArray<string>} */ shown) => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return shown.flatMap((id) => byId.get(id) ?? []);
});

/** @param {State} state @returns {number} the reading that the selected cell stands for: its own, or the row's first */
export function selectedColumn({ selected, columns }) {
  const column = (selected?.column ?? 1) - 1;
  return column >= 0 && column < columns.length ? column : 0;
}

/** @param {State} state @returns {boolean} whether a person said of any cell what stands there: only then they have a column */
export const hasCorrections = ({ batch }) =>
  batch.rows.some(({ corrections, said = [], gone = [] }) =>
    [...corrections, ...said.filter((_, place) => !gone.includes(place))].some((text) => text !== null),
  );

/** @param {State} state @param {string} [id] @returns {Row | undefined} the one selected, without an id */
export function rowAt(state, id = state.selected?.id) {
  const picture = pictureAt(state, id);
  return picture && rowsOf(state, picture).find((row) => row.id === id);
}

/** @param {Pick<State, 'batch' | 'selected'>} state @param {string} [id] @returns {Row | undefined} of its picture */
export function pictureAt({ batch, selected }, id = selected?.id) {
  const wanted = pictureIdOf(id ?? '');
  return batch.rows.find((row) => row.id === wanted);
}

/** @param {State} state @param {Row} row @param {number} column @param {string} text @returns {Batch} */
function corrected({ batch, rules }, row, column, text) {
  return row.part ? correctPart(batch, row, text, rules.unsureBelow) : correct(batch, row.id, column, text);
}

/**
 * @param {State} state
 * @param {string} text what the selected cell is to hold; saying nothing new is to agree with the reading
 * @returns {State}
 */
export function saveText(state, text) {
  const row = rowAt(state);
  if (!row) return { ...state, editing: null };
  const batch = corrected(state, row, selectedColumn(state), text.trim());
  return { ...withBatch(state, batch, { isHeld: true }), editing: null };
}

/**
 * @param {State} state
 * @param {Edit} edit
 * @returns {State} in which it is saved, as it is when a person goes elsewhere; the same where its row is gone
 */
export function withEdit(state, { id, column, text }) {
  const row = rowAt(state, id);
  if (!row || column >= state.columns.length) return state;
  return withBatch(state, corrected(state, row, column, text.trim()), { isHeld: false });
}

/**
 * @param {State} state
 * @param {string} id
 * @param {ReadonlyArray<[column: number, text: string | null]>} texts corrected in the opened picture of a row
 * @param {PictureCorrections} marked all that was corrected there
 * @returns {State}
 */
export function withPictureCorrections(state, id, texts, marked) {
  return withBatch(state, setCorrections(state.batch, id, texts, marked), { isHeld: true });
}

/** @param {State} state @returns {State} in which the selected reading is right as it is */
export function agree(state) {
  const row = rowAt(state);
  return row ? saveText(state, textAt(row, selectedColumn(state))) : state;
}

/** @param {State} state @returns {State} with the last correction or removal taken back, and its cell selected */
export function takeBack(state) {
  const step = state.batch.past.at(-1);
  if (!step) return state;
  const isRemoval = step.kind === 'removal';
  // What comes back comes where it was.
  const isBack = isRemoval || step.isMore || pictureAt(state, step.id)?.gone !== step.before.gone;
  const next = withBatch(state, undoStep(state.batch), { isHeld: !isBack });
  const id = isRemoval ? step.rows[0].id : step.id;
  const column = isRemoval ? 1 : step.column + 1;
  return { ...next, selected: { id: changedPart(state, next, id) ?? id, column }, editing: null };
}

/** @param {State} before @param {State} after @param {string} id of a picture @returns {string | undefined} of its first row that is another one */
function changedPart(before, after, id) {
  const [was, is] = [before, after].map((state) => {
    const row = pictureAt(state, id);
    return row ? rowsOf(state, row) : [];
  });
  const told = (/** @type {Row | undefined} */ row) => row && JSON.stringify([row.id, row.corrections, row.said]);
  return (is.find((row, place) => told(row) !== told(was[place])) ?? is[0])?.id;
}

/**
 * @param {State} state
 * @param {ReadonlyArray<string>} ids of pictures, lines or numbers
 * @returns {State} with the row beside them selected, where one of them was selected itself
 */
export function withoutRows(state, ids) {
  const { shown, selected, rules } = state;
  const rows = ids.flatMap((id) => rowAt(state, id) ?? []);
  const batch = removeAll(state.batch, rows, rules.unsureBelow);
  const chosen = new Set([...state.chosen].filter((id) => !ids.includes(id)));
  const next = { ...withBatch(state, batch, { isHeld: true }), chosen, editing: null };
  if (!selected || !ids.includes(selected.id)) return next;
  const isLeft = (/** @type {string} */ id) => !ids.includes(id);
  const at = shown.indexOf(selected.id);
  const neighbor = shown.slice(at).find(isLeft) ?? shown.slice(0, at).findLast(isLeft);
  return { ...next, selected: neighbor ? { ...selected, id: neighbor } : null };
}

/**
 * @param {State} state
 * @param {import('./sort-and-filter.js').Order} order
 * @param {number} [column] of readings, to be sorted by these
 * @returns {State} sorted by it; the other way round where it was already, and the third time in the order added
 */
export function sortBy(state, order, column = 0) {
  const { arrangement } = state;
  const isSame = arrangement.order === order && arrangement.column === column;
  if (isSame && arrangement.isReversed) return withArrangement(state, { order: 'added', column: 0, isReversed: false });
  return withArrangement(state, { order, column, isReversed: isSame });
}
