import { englishOf } from '../../texts/problems.js';
import { confidenceOf, isCorrected, lookAt, problemAt, textAt } from './look.js';
import { statusOf } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Column } from './columns.js'
 * @import { Form } from '../../shared/forms/form.js'
 * @import { Rules } from './look.js'
 */

/**
 * The table as texts, first its headings. All that is exported is in English whatever the page's language is, so that
 * whoever gets it finds the same.
 *
 * @param {ReadonlyArray<Row>} rows in the order wanted
 * @param {ReadonlyArray<Column>} columns
 * @param {Rules} rules
 * @returns {string[][]}
 */
export function toTable(rows, columns, rules) {
  const heading = [
    'Picture',
    ...columns.map(({ name }) => name),
    'Confidence',
    'Corrections',
    'Needs a look',
    'Status',
  ];
  return [heading, ...rows.map((row) => toRecord(row, columns, rules))];
}

/**
 * Everything that is known of the rows, for programs: texts are as they are, since JSON has no formulas.
 *
 * @param {ReadonlyArray<Row>} rows
 * @param {Form | null} form
 * @param {ReadonlyArray<Column>} columns
 * @param {Rules} rules
 * @returns {string}
 */
export function toJson(rows, form, columns, rules) {
  const pictures = rows.map((row) => ({
    picture: row.name,
    status: statusOf(row),
    error: row.error && englishOf(row.error),
    cells: columns.map(({ name }, column) => ({
      column: name,
      text: textAt(row, column),
      read: row.cells[column]?.text ?? null,
      confidence: row.cells[column]?.confidence ?? null,
      isCorrected: isCorrected(row, column),
      isChecked: (row.corrections[column] ?? null) !== null,
      needsLook: englishOf(lookAt(row, column, rules)),
      problem: englishOf(problemAt(row, column, rules)),
      box: row.cells[column]?.box ?? null,
      numbers: row.cells[column]?.marks,
    })),
  }));
  return `${JSON.stringify({ form, pictures }, null, 2)}\n`;
}

/** @param {Row} row @param {ReadonlyArray<Column>} columns @param {Rules} rules */
function toRecord(row, columns, rules) {
  const confidence = confidenceOf(row);
  const corrected = columns.filter((_, column) => isCorrected(row, column));
  const looks = new Set(columns.map((_, column) => englishOf(lookAt(row, column, rules))).filter(Boolean));
  return [
    row.name,
    ...columns.map((_, column) => textAt(row, column)),
    confidence === null ? '' : confidence.toFixed(3),
    String(corrected.length),
    [...looks].join('; '),
    statusOf(row),
  ];
}
