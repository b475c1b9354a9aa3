import { nameOfField } from '../../shared/forms/form.js';
import { text } from '../../texts/texts.js';
import { textAt } from './rows.js';

/**
 * @import { Batch, Row } from './rows.js'
 * @import { Field, Form } from '../../shared/forms/form.js'
 * @typedef {{ name: string, title: string, field: Field | null, marks?: string }} Column name: the same in every language, since exports
 *   have it and corrections are kept by it; title: what a person sees;
 *   marks: print and rules of the form's sample, by which the field is found
 */

/**
 * @param {Form | null} form
 * @returns {Column[]} one a field; without a form a single one
 */
export function columnsOf(form) {
  if (!form) return [{ name: 'Reading', title: text('batch.reading'), field: null }];
  return form.fields.map((field, index) => ({
    name: field.name.trim() || `Field ${index + 1}`,
    title: nameOfField(form, index),
    field,
    marks: form.landmarks?.marks,
  }));
}

/**
 * The batch with another form's columns. What was read at the same place with the same pattern need not be read again;
 * corrections follow the column's name, and those of columns that are gone are kept aside for when they come back.
 *
 * @param {Batch} batch
 * @param {ReadonlyArray<Column>} from
 * @param {ReadonlyArray<Column>} to
 * @returns {Batch} nothing of it can be undone: the steps' columns are other ones now
 */
export function changeColumns(batch, from, to) {
  const sources = to.map((column) => from.findIndex((other) => isSame(column, other)));
  return { rows: batch.rows.map((row) => withColumns(row, from, to, sources)), past: [] };
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<Column>} from
 * @param {ReadonlyArray<Column>} to
 * @param {ReadonlyArray<number>} sources where each new column was among the old ones, or -1
 * @returns {Row}
 */
function withColumns(row, from, to, sources) {
  const cells = sources.map((source) => row.cells[source] ?? null);
  const said = new Map(Object.entries(row.others ?? {}));
  from.forEach(({ name }, column) => {
    const typed = row.corrections[column] ?? null;
    if (typed !== null) said.set(name, typed);
  });
  const corrections = to.map(({ name }) => said.get(name) ?? null);
  for (const { name } of to) said.delete(name);
  const status = cells.includes(null) ? 'waiting' : row.status;
  const second = row.second && sources.map((source) => row.second?.[source] ?? null);
  return {
    ...row,
    cells,
    corrections,
    second,
    said: undefined,
    gone: undefined,
    others: Object.fromEntries(said),
    status,
    error: undefined,
  };
}

/**
 * @param {Batch} batch
 * @param {ReadonlyArray<Column>} columns
 * @returns {Batch} whose rows know what the picture before says in columns that say the same in each; those that knew stay the
 *   same objects
 */
export function withBefore(batch, columns) {
  const isAsBefore = columns.map(({ field }) => field?.isAsBefore ?? false);
  if (!isAsBefore.includes(true) && batch.rows.every(({ before }) => !before)) return batch;
  /** @type {(string | null)[]} */
  let last = columns.map(() => null);
  const rows = batch.rows.map((row) => {
    const before = isAsBefore.map((is, column) => (is ? last[column] : null));
    last = last.map((said, column) => textAt(row, column) || said);
    return row.before && isSameList(row.before, before) ? row : { ...row, before };
  });
  return { ...batch, rows };
}

/** @param {ReadonlyArray<unknown>} one @param {ReadonlyArray<unknown>} other */
const isSameList = (one, other) => one.length === other.length && one.every((each, at) => each === other[at]);

/** @param {Column} one @param {Column} other whether the same is read, in the same way */
function isSame(one, other) {
  const told = (/** @type {Column} */ { field, marks }) =>
    JSON.stringify([field?.area, field?.pattern, field?.cells, marks]);
  return told(one) === told(other);
}
