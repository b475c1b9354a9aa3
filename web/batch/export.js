import { englishOf, errorOf } from '../texts/problems.js';
import { toCsv, toTsv } from '../shared/csv.js';
import { copyText } from '../shared/dom/copy-text.js';
import { saveFile } from '../shared/dom/files.js';
import { problemAt, whyLook } from './rows/needs-look.js';
import { confidenceOf, isCorrected, statusOf, textAt } from './rows/rows.js';
import { shownRows } from './rows/state.js';

/**
 * @import { Row } from './rows/rows.js'
 * @import { Column } from './rows/columns.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { Rules } from './rows/needs-look.js'
 * @import { Reason } from '../texts/problems.js'
 * @import { State } from './rows/state.js'
 */

/**
 * Hands over the rows in sight, in their order.
 *
 * @param {'csv' | 'json' | 'copy'} kind
 * @param {State} state
 * @returns {Promise<Reason>} what was done
 * @throws {Error} with a code, where the browser lets nothing be copied
 */
export async function exportBatch(kind, state) {
  const { columns, rules, form } = state;
  const rows = shownRows(state);
  const name = fileName(form?.name ?? '');
  if (kind === 'json') {
    saveFile(`${name}.json`, toJson(rows, form, columns, rules), 'application/json');
    return { code: 'batch.export.saved', values: { file: `${name}.json`, count: rows.length } };
  }
  const table = toTable(rows, columns, rules);
  if (kind === 'csv') {
    saveFile(`${name}.csv`, toCsv(table), 'text/csv;charset=utf-8');
    return { code: 'batch.export.saved', values: { file: `${name}.csv`, count: rows.length } };
  }
  if (!(await copyText(toTsv(table)))) throw errorOf('batch.error.noCopy');
  return { code: 'batch.export.copied', values: { count: rows.length } };
}

/** @param {string} form */
function fileName(form) {
  const words = form.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${words || 'batch'}-${new Date().toISOString().slice(0, 10)}`;
}

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
      needsLook: englishOf(whyLook(row, column, rules)),
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
  const looks = new Set(columns.map((_, column) => englishOf(whyLook(row, column, rules))).filter(Boolean));
  return [
    row.name,
    ...columns.map((_, column) => textAt(row, column)),
    confidence === null ? '' : confidence.toFixed(3),
    String(corrected.length),
    [...looks].join('; '),
    statusOf(row),
  ];
}
