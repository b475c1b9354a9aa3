import { doubtsOf, unreadSigns } from '../../shared/reading/sureness.js';

/**
 * @import { Reason } from '../../texts/problems.js'
 * @import { Row } from './rows.js'
 * @typedef {{
 *   unsureBelow: number,
 *   problemOf: (column: number, text: string) => Reason | null,
 *   between: (row: Row) => ReadonlyArray<Reason | null>,
 * }} Rules unsureBelow: the confidence under which a reading is only a guess; problemOf: how a text breaks its column's
 *   pattern; between: what of each column does not fit what other columns say
 */

/**
 * @param {Row} row
 * @param {number} column
 * @param {Rules} rules
 * @returns {Reason | null} why a person should look at it; null where nothing speaks for it, or a person has looked
 *   already
 */
export function whyLook(row, column, rules) {
  if ((row.corrections[column] ?? null) !== null) return null;
  if (row.status === 'failed') return row.error ?? { code: 'batch.look.failed' };
  const cell = row.cells[column];
  if (!cell) return null; // not read yet
  const problem = cell.problem ?? rules.between(row)[column];
  if (problem) return problem;
  const [doubt] = doubtsOf(cell, rules.unsureBelow);
  if (!doubt) return null; // also a form's field without ink: it is empty, and sure of it
  if (doubt === 'unknown') return whyUnread(cell.text);
  return { code: cell.text === '' ? 'batch.look.noNumber' : 'batch.look.unsure' };
}

/** @param {string} text @returns {Reason} of several numbers, none tells by itself which of its signs is meant */
function whyUnread(text) {
  if (/\s/.test(text)) return { code: 'batch.look.noDigit' };
  const places = unreadSigns({ text });
  return { code: 'batch.look.unread', values: { count: places.length, places: places.join(', ') } };
}

/** Thousands of rows are asked with each change of one. @type {WeakMap<Row, { rules: Rules, isNeeded: boolean }>} */
const known = new WeakMap();

/**
 * @param {Row} row
 * @param {Rules} rules
 * @returns {boolean} whether any of it needs a look
 */
export function needsLook(row, rules) {
  const before = known.get(row);
  if (before?.rules === rules) return before.isNeeded;
  const isNeeded = row.corrections.some((_, column) => whyLook(row, column, rules) !== null);
  known.set(row, { rules, isNeeded });
  return isNeeded;
}

/** @param {ReadonlyArray<Row>} rows @param {Rules} rules @returns {number} */
export const countLooks = (rows, rules) => rows.filter((row) => needsLook(row, rules)).length;

/**
 * @param {Row} row
 * @param {number} column
 * @param {Rules} rules
 * @returns {Reason | null} how the text breaks the column's pattern, or does not fit other columns, also where a person says
 *   that it is what is written
 */
export function problemAt(row, column, rules) {
  const said = row.corrections[column] ?? null;
  const problem = said === null ? row.cells[column]?.problem : rules.problemOf(column, said);
  return problem ?? rules.between(row)[column] ?? null;
}

/**
 * @param {ReadonlyArray<Row>} rows as they are shown
 * @param {{ id: string, column: number } | null} from a cell; null to begin with the first
 * @param {Rules} rules
 * @returns {{ id: string, column: number } | null} the next cell that needs a look, beginning anew after the last row;
 *   null where no other one does
 */
export function nextNeedingLook(rows, from, rules) {
  const cells = rows.flatMap((row) => row.corrections.map((_, column) => ({ row, column })));
  const at = cells.findIndex(({ row, column }) => row.id === from?.id && column === from.column);
  const others = at < 0 ? cells : [...cells.slice(at + 1), ...cells.slice(0, at)];
  const found = others.find(({ row, column }) => whyLook(row, column, rules) !== null);
  return found ? { id: found.row.id, column: found.column } : null;
}
