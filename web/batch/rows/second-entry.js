import { changeSaid, textAt } from './rows.js';

/**
 * A second person types every field of a form without seeing what was read or said before; where the two differ, somebody
 * settles it. Every function returns a new batch, or tells of one.
 *
 * @import { Batch, Row } from './rows.js'
 * @typedef {{ text: string, isSettled?: true }} SecondEntry text: what the second person typed; isSettled: it differed, and
 *   somebody said since what is written there
 * @typedef {{ all: number, left: number, open: number, differed: number }} SecondCounts all: fields that are read; left: yet to be typed;
 *   open: those that differ and are not settled; differed: all that did, settled or not
 */

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {number} column
 * @param {string} typed
 * @returns {Batch} one step longer; what both say counts as checked
 */
export function typeSecond(batch, id, column, typed) {
  const row = batch.rows.find((each) => each.id === id);
  if (!row) return batch;
  /** @type {SecondEntry} */
  const entry = { text: typed.trim() };
  const first = textAt(row, column);
  const corrections = isSame(entry.text, first) ? row.corrections.with(column, first) : row.corrections;
  return changeSaid(batch, row, column, { corrections, second: withEntry(row, column, entry) });
}

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {number} column that differs
 * @param {string} text what is written there
 * @returns {Batch} one step longer
 */
export function settle(batch, id, column, text) {
  const row = batch.rows.find((each) => each.id === id);
  const entry = row?.second?.[column];
  if (!row || !entry) return batch;
  return changeSaid(batch, row, column, {
    corrections: row.corrections.with(column, text.trim()),
    second: withEntry(row, column, { ...entry, isSettled: true }),
  });
}

/** @param {Row} row @param {number} column @returns {boolean} whether the two differ, and nobody has settled it */
export function differs(row, column) {
  const entry = row.second?.[column];
  return Boolean(entry && !entry.isSettled && !isSame(entry.text, textAt(row, column)));
}

/** @param {Row} row @param {number} column @returns {boolean} whether it is there to be typed, and was not yet */
export function isToType({ status, second }, column) {
  return (status === 'read' || status === 'failed') && !second?.[column];
}

/** @param {ReadonlyArray<Row>} rows @returns {SecondCounts} */
export function countSecond(rows) {
  const places = rows.flatMap((row) => row.cells.map((_, column) => ({ row, column })));
  const count = (/** @type {(row: Row, column: number) => boolean} */ is) =>
    places.filter(({ row, column }) => is(row, column)).length;
  const [left, open, settled] = [isToType, differs, isSettled].map(count);
  return { all: left + count(isTyped), left, open, differed: open + settled };
}

/** @param {Row} row @param {number} column */
const isTyped = ({ second }, column) => Boolean(second?.[column]);

/** @param {Row} row @param {number} column */
const isSettled = ({ second }, column) => second?.[column]?.isSettled === true;

/** @param {Row} row @param {number} column @param {SecondEntry} entry @returns {(SecondEntry | null)[]} */
function withEntry({ cells, second }, column, entry) {
  return cells.map((_, at) => (at === column ? entry : (second?.[at] ?? null)));
}

/** How far apart digits stand is nobody's word. @param {string} one @param {string} other */
const isSame = (one, other) => one.trim().replace(/\s+/g, ' ') === other.trim().replace(/\s+/g, ' ');
