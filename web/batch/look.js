/**
 * What of a row a person should look at, and why.
 *
 * @import { Row } from './rows.js'
 * @typedef {{ unsureBelow: number, problemOf: (column: number, text: string) => string }} Rules unsureBelow: the
 *   confidence under which a reading is only a guess; problemOf: '' or how a text breaks its column's pattern
 */

/**
 * @param {Row} row
 * @param {number} column
 * @returns {string} what counts as written there: a person's word, else the reading
 */
export function textAt({ cells, corrections }, column) {
  return corrections[column] ?? cells[column]?.text ?? '';
}

/**
 * @param {Row} row
 * @param {number} column
 * @returns {boolean} whether a person said something else than what was read
 */
export function isCorrected({ cells, corrections }, column) {
  const said = corrections[column] ?? null;
  return said !== null && said !== (cells[column]?.text ?? '');
}

/**
 * @param {Row} row
 * @param {number} column
 * @param {Rules} rules
 * @returns {string} why a person should look at it; '' where nothing speaks for it, or a person has looked already
 */
export function lookAt(row, column, rules) {
  if ((row.corrections[column] ?? null) !== null) return '';
  if (row.status === 'failed') return row.error ?? 'This picture could not be read';
  const cell = row.cells[column];
  if (!cell) return ''; // not read yet
  if (cell.problem) return cell.problem;
  if (cell.text.includes('?')) return 'Some ink is no digit';
  if (cell.confidence >= rules.unsureBelow) return ''; // a form's field without ink is empty, and sure of it
  return cell.text === '' ? 'No number found' : 'Not sure';
}

/**
 * @param {Row} row
 * @param {Rules} rules
 * @returns {boolean} whether any of it needs a look
 */
export function needsLook(row, rules) {
  return row.corrections.some((_, column) => lookAt(row, column, rules) !== '');
}

/**
 * @param {Row} row
 * @param {number} column
 * @param {Rules} rules
 * @returns {string} how the text breaks the column's pattern, also where a person says that it is what is written; or ''
 */
export function problemAt(row, column, rules) {
  const said = row.corrections[column] ?? null;
  return said === null ? (row.cells[column]?.problem ?? '') : rules.problemOf(column, said);
}

/**
 * @param {Row} row
 * @returns {number | null} of its least sure cell; null where nothing was read
 */
export function confidenceOf({ cells }) {
  const read = cells.filter((cell) => cell !== null).filter(({ text }) => text !== '');
  return read.length > 0 ? Math.min(...read.map(({ confidence }) => confidence)) : null;
}
