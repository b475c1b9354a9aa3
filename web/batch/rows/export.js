import { englishOf } from '../../texts/reason.js';
import { confidenceOf, isCorrected, lookAt, problemAt, textAt } from './look.js';
import { statusOf } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Column } from './columns.js'
 * @import { Form } from '../../shared/forms/form.js'
 * @import { Rules } from './look.js'
 */

/** What a spreadsheet may take for a formula, also where it is written in full width (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** -7 and -12.50 are readings, and a spreadsheet may well take them for numbers. */
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

/** So that spreadsheets take the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

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
 * RFC 4180: commas, CRLF, quotes doubled; a reading of several lines stays in one quoted field, with LF between them. A
 * text that a spreadsheet would run as a formula gets an apostrophe before it, except for plain negative numbers.
 *
 * @param {ReadonlyArray<ReadonlyArray<string>>} table
 * @returns {string} with a byte order mark
 */
export function toCsv(table) {
  const record = (/** @type {ReadonlyArray<string>} */ texts) => texts.map((text) => quoted(safe(text), /[",\r\n]/));
  return BYTE_ORDER_MARK + table.map((texts) => `${record(texts).join(',')}\r\n`).join('');
}

/**
 * For the clipboard, as spreadsheets paste it.
 *
 * @param {ReadonlyArray<ReadonlyArray<string>>} table
 * @returns {string}
 */
export function toTsv(table) {
  return table.map((texts) => texts.map((text) => quoted(safe(text), /["\t\r\n]/)).join('\t')).join('\n');
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

/** @param {string} text */
function safe(text) {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** @param {string} text @param {RegExp} special what makes quotes necessary */
function quoted(text, special) {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
