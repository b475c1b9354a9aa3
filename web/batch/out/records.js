import { englishOf } from '../../texts/problems.js';
import { whyLook } from '../rows/needs-look.js';
import { partsOf } from '../rows/parts.js';
import { confidenceOf, isCorrected, statusOf, textAt } from '../rows/rows.js';

/**
 * @import { Column } from '../rows/columns.js'
 * @import { Rules } from '../rows/needs-look.js'
 * @import { Mark, Row } from '../rows/rows.js'
 * @import { By } from '../rows/parts.js'
 */

/**
 * The table as texts, first its headings. All that is exported is in English whatever the page's language is, so that
 * whoever gets it finds the same.
 *
 * @param {ReadonlyArray<Row>} rows in the order wanted
 * @param {ReadonlyArray<Column>} columns
 * @param {Rules} rules
 * @param {By} [by] of a form's pictures each has one record
 * @returns {string[][]}
 */
export function toTable(rows, columns, rules, by = 'picture') {
  if (by === 'picture' || columns[0]?.field) {
    const names = columns.map(({ name }) => name);
    const heading = ['Picture', ...names, 'Confidence', 'Corrections', 'Needs a look', 'Status'];
    return [heading, ...rows.map((row) => pictureRecord(row, columns, rules))];
  }
  const places = by === 'line' ? ['Line'] : ['Table', 'Row', 'Column'];
  const heading = ['Picture', ...places, 'Reading', 'Confidence', 'Needs a look', 'Status'];
  const parts = rows.flatMap((row) => partsOf(row, by, rules));
  return [heading, ...parts.map((part) => partRecord(part, by, rules))];
}

/** @param {Row} row @param {ReadonlyArray<Column>} columns @param {Rules} rules */
function pictureRecord(row, columns, rules) {
  const corrected = columns.filter((_, column) => isCorrected(row, column));
  const looks = new Set(columns.map((_, column) => englishOf(whyLook(row, column, rules))).filter(Boolean));
  return [
    row.name,
    ...columns.map((_, column) => textAt(row, column)),
    figure(confidenceOf(row)),
    String(corrected.length),
    [...looks].join('; '),
    statusOf(row),
  ];
}

/** @param {Row} row of a part, or of a picture without a number @param {By} by @param {Rules} rules */
function partRecord(row, by, rules) {
  const isLine = by === 'line';
  const place = isLine ? [String(row.part?.line ?? '')] : cellPlace(row.part?.mark ?? null);
  const isKnown = (row.cells[0]?.marks ?? []).length > 0;
  return [
    row.name,
    ...place,
    textAt(row, 0),
    figure(isKnown ? confidenceOf(row) : null),
    englishOf(whyLook(row, 0, rules)),
    statusOf(row),
  ];
}

/** @param {Mark | null} mark @returns {string[]} counted from 1, as spreadsheets do; blank outside of tables */
function cellPlace(mark) {
  const { table, row, column } = mark ?? {};
  return [table, row, column].map((place) => (place === undefined ? '' : String(place + 1)));
}

/** @param {number | null} confidence */
const figure = (confidence) => (confidence === null ? '' : confidence.toFixed(3));
