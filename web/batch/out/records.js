import { englishOf } from '../../texts/problems.js';
import { doubtsOf } from '../../shared/reading/sureness.js';
import { whyLook } from '../rows/needs-look.js';
import { confidenceOf, isCorrected, statusOf, textAt } from '../rows/rows.js';

/**
 * @import { Column } from '../rows/columns.js'
 * @import { Rules } from '../rows/needs-look.js'
 * @import { Mark, Row } from '../rows/rows.js'
 * @typedef {'picture' | 'line' | 'cell'} By what has a record of its own
 * @typedef {{ text: string, line: number, mark: Mark | null }} Said a number; line: from 1; mark: null where nobody can tell
 *   which one of the picture it is
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
  return [heading, ...rows.flatMap((row) => partRecords(row, rules, by))];
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

/** @param {Row} row @param {Rules} rules @param {By} by @returns {string[][]} one where nothing was found */
function partRecords(row, rules, by) {
  const numbers = saidOf(row);
  const isLine = by === 'line';
  if (numbers.length === 0) {
    return [[row.name, ...(isLine ? [''] : ['', '', '']), '', '', englishOf(whyLook(row, 0, rules)), statusOf(row)]];
  }
  const lines = [...new Set(numbers.map(({ line }) => line))];
  const parts = isLine
    ? lines.map((line) => numbers.filter((number) => number.line === line))
    : numbers.map((number) => [number]);
  return parts.map((part) => {
    const marks = part.flatMap(({ mark }) => mark ?? []);
    return [
      row.name,
      ...(isLine ? [String(part[0].line)] : cellPlace(part[0].mark)),
      part.map(({ text }) => text).join(' '),
      figure(marks.length > 0 ? Math.min(...marks.map(({ confidence }) => confidence)) : null),
      lookOf(row, marks, rules),
      statusOf(row),
    ];
  });
}

/** @param {Row} row without a form @returns {Said[]} what stands there, corrections included */
function saidOf(row) {
  const { marks = [] } = row.cells[0] ?? {};
  const said = textAt(row, 0)
    .split('\n')
    .flatMap((line, index) => (line.match(/\S+/g) ?? []).map((text) => ({ text, line: index + 1 })));
  const isSame = said.length === marks.length;
  return said.map((each, place) => ({ ...each, mark: isSame ? marks[place] : null }));
}

/** @param {Mark | null} mark @returns {string[]} counted from 1, as spreadsheets do; blank outside of tables */
function cellPlace(mark) {
  const { table, row, column } = mark ?? {};
  return [table, row, column].map((place) => (place === undefined ? '' : String(place + 1)));
}

/** @param {Row} row @param {ReadonlyArray<Mark>} marks of a part @param {Rules} rules */
function lookOf(row, marks, rules) {
  if (whyLook(row, 0, rules) === null) return '';
  const [doubt] = marks.flatMap((mark) => doubtsOf(mark, rules.unsureBelow));
  if (!doubt) return '';
  return englishOf({ code: doubt === 'unknown' ? 'batch.look.noDigit' : 'batch.look.unsure' });
}

/** @param {number | null} confidence */
const figure = (confidence) => (confidence === null ? '' : confidence.toFixed(3));
