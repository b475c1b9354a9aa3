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

/**
 * @typedef {{ rules: Rules, column: number }} Means
 * @typedef {{ rank: number, text: string }} Key by which a row is sorted: first its rank, then its text
 */

/** @type {Record<Exclude<Order, 'added'>, (row: Row, means: Means) => Key>} */
const KEYS = {
  name: ({ name }) => ({ rank: 0, text: name }),
  reading: (row, { column }) => keyOfReading(textAt(row, column)),
  // The least sure comes first, a row without a reading last.
  confidence: (row) => ({ rank: confidenceOf(row) ?? 2, text: '' }),
  look: (row, { rules }) => ({ rank: Number(!needsLook(row, rules)), text: '' }),
  status: (row) => ({ rank: STATUSES.indexOf(statusOf(row)), text: '' }),
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
  // The comparison reverses the other orders, so that rows of the same key stay in the order added.
  if (order === 'added') return isReversed ? shown.reverse() : shown;
  const keyed = shown.map((row) => ({ row, key: KEYS[order](row, { rules, column }) }));
  const sign = isReversed ? -1 : 1;
  return keyed.sort((a, b) => sign * compareKeys(a.key, b.key)).map(({ row }) => row);
}

/**
 * While a person works in the table its rows stay where they are, also a row that no longer belongs there for having been
 * corrected; what newly belongs there comes after them.
 *
 * @param {ReadonlyArray<string>} shown ids
 * @param {ReadonlyArray<Row>} rows all there are
 * @param {(rows: ReadonlyArray<Row>) => Row[]} arrange those that are to be shown, in their order
 * @returns {string[]} ids
 */
export function keepOrder(shown, rows, arrange) {
  const there = new Set(rows.map(({ id }) => id));
  const before = new Set(shown);
  const others = arrange(rows.filter(({ id }) => !before.has(id)));
  return [...shown.filter((id) => there.has(id)), ...others.map(({ id }) => id)];
}

/** @param {Key} a @param {Key} b */
function compareKeys(a, b) {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.text === b.text ? 0 : collator().compare(a.text, b.text);
}

const collator = () => intl(Intl.Collator, { numeric: true, sensitivity: 'base' });

/** Numbers come by their worth, then what is no plain number, and blank ones last. @param {string} text @returns {Key} */
function keyOfReading(text) {
  const number = Number(text.replace(',', '.'));
  return { rank: text === '' ? Infinity : Number.isNaN(number) ? Number.MAX_VALUE : number, text };
}

/** @param {Row} row @param {string} wanted in lower case */
function holds(row, wanted) {
  if (!wanted) return true;
  const texts = [row.name, wordsOf(row.error), ...row.corrections.map((_, column) => textAt(row, column))];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
