import { wordsOf } from '../../texts/problems.js';
import { intl } from '../../texts/intl.js';
import { needsLook } from './needs-look.js';
import { confidenceOf, isCorrected, statusOf, textAt } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Rules } from './needs-look.js'
 * @typedef {'added' | 'name' | 'reading' | 'confidence' | 'look' | 'status'} Order
 * @typedef {'all' | 'look' | 'corrected' | 'failed'} Filter
 * @typedef {Readonly<{ order: Order, column: number, isReversed: boolean, filter: Filter, search: string }>} Arrangement column:
 *   whose readings they are sorted by, 0 in another order
 */

/** @type {Arrangement} */
export const AS_ADDED = { order: 'added', column: 0, isReversed: false, filter: 'all', search: '' };

const STATUSES = ['failed', 'reading', 'waiting', 'corrected', 'read'];

/** @typedef {{ rules: Rules, column: number }} Means */

/** @type {Record<Order, (a: Row, b: Row, means: Means) => number>} those of the same rank stay in the order added */
const COMPARE = {
  added: () => 0,
  name: (a, b) => compareTexts(a.name, b.name),
  reading: (a, b, { column }) => compareReadings(textAt(a, column), textAt(b, column)),
  // The least sure comes first, a row without a reading last.
  confidence: (a, b) => (confidenceOf(a) ?? 2) - (confidenceOf(b) ?? 2),
  look: (a, b, { rules }) => Number(needsLook(b, rules)) - Number(needsLook(a, rules)),
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
export function sortAndFilter(rows, { order, column, isReversed, filter, search }, rules) {
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter((row) => SHOWS[filter](row, rules) && holds(row, wanted));
  // The comparison reverses the other orders, so that rows of the same rank stay in the order added.
  if (order === 'added') return isReversed ? shown.reverse() : shown;
  const means = { rules, column };
  return shown.sort((a, b) => (isReversed ? COMPARE[order](b, a, means) : COMPARE[order](a, b, means)));
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

/** @param {string} a @param {string} b */
function compareTexts(a, b) {
  return intl(Intl.Collator, { numeric: true, sensitivity: 'base' }).compare(a, b);
}

/** Numbers come by their worth, then what is no plain number, and blank ones last. @param {string} a @param {string} b */
function compareReadings(a, b) {
  const [one, other] = [a, b].map((text) => Number(text.replace(',', '.')));
  const [first, second] = [a, b].map((text, index) => (text === '' ? 2 : Number(Number.isNaN([one, other][index]))));
  return first - second || (first === 0 && one - other) || compareTexts(a, b);
}

/** @param {Row} row @param {string} wanted in lower case */
function holds(row, wanted) {
  if (!wanted) return true;
  const texts = [row.name, wordsOf(row.error), ...row.corrections.map((_, column) => textAt(row, column))];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
