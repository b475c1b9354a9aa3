import { wordsOf } from '../../texts/problems.js';
import { intl } from '../../texts/intl.js';
import { needsLook } from './needs-look.js';
import { confidenceOf, isCorrected, statusOf, textAt } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Rules } from './needs-look.js'
 * @typedef {'added' | 'name' | 'confidence' | 'look' | 'status'} Order
 * @typedef {'all' | 'look' | 'corrected' | 'failed'} Filter
 * @typedef {Readonly<{ order: Order, isReversed: boolean, filter: Filter, search: string }>} Arrangement
 */

/** @type {Arrangement} */
export const AS_ADDED = { order: 'added', isReversed: false, filter: 'all', search: '' };

const STATUSES = ['failed', 'reading', 'waiting', 'corrected', 'read'];

/** @type {Record<Order, (a: Row, b: Row, rules: Rules) => number>} those of the same rank stay in the order added */
const COMPARE = {
  added: () => 0,
  name: (a, b) => intl(Intl.Collator, { numeric: true, sensitivity: 'base' }).compare(a.name, b.name),
  // The least sure comes first, a row without a reading last.
  confidence: (a, b) => (confidenceOf(a) ?? 2) - (confidenceOf(b) ?? 2),
  look: (a, b, rules) => Number(needsLook(b, rules)) - Number(needsLook(a, rules)),
  status: (a, b) => STATUSES.indexOf(statusOf(a)) - STATUSES.indexOf(statusOf(b)),
};

/** @type {Record<Filter, (row: Row, rules: Rules) => boolean>} */
const SHOWS = {
  all: () => true,
  look: needsLook,
  corrected: (row) => row.corrections.some((_, column) => isCorrected(row, column)),
  failed: (row) => statusOf(row) === 'failed',
};

/**
 * @param {ReadonlyArray<Row>} rows in the order added
 * @param {Arrangement} arrangement
 * @param {Rules} rules
 * @returns {Row[]} what is to be shown, in its order
 */
export function sortAndFilter(rows, { order, isReversed, filter, search }, rules) {
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter((row) => SHOWS[filter](row, rules) && holds(row, wanted));
  // The comparison reverses the other orders, so that rows of the same rank stay in the order added.
  if (order === 'added') return isReversed ? shown.reverse() : shown;
  return shown.sort((a, b) => (isReversed ? COMPARE[order](b, a, rules) : COMPARE[order](a, b, rules)));
}

/**
 * While a person works in the table its rows stay where they are, also a row that no longer belongs there for having been
 * corrected; what newly belongs there comes after them.
 *
 * @param {ReadonlyArray<string>} shown ids
 * @param {ReadonlyArray<Row>} arranged as they would be now
 * @param {ReadonlyArray<Row>} rows all there are
 * @returns {string[]} ids
 */
export function keepOrder(shown, arranged, rows) {
  const there = new Set(rows.map(({ id }) => id));
  const before = new Set(shown);
  return [...shown.filter((id) => there.has(id)), ...arranged.map(({ id }) => id).filter((id) => !before.has(id))];
}

/** @param {Row} row @param {string} wanted in lower case */
function holds(row, wanted) {
  if (!wanted) return true;
  const texts = [row.name, wordsOf(row.error), ...row.corrections.map((_, column) => textAt(row, column))];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
