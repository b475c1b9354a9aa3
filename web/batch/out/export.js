import { englishOf, errorOf } from '../../texts/problems.js';
import { toCsv } from '../../shared/csv.js';
import { saveFile } from '../../shared/dom/files.js';
import { problemAt, whyLook } from '../rows/needs-look.js';
import { isCorrected, statusOf, textAt } from '../rows/rows.js';
import { chosenRows } from '../rows/selection.js';
import { pictureAt, shownRows } from '../rows/state.js';
import { toTable } from './records.js';
import { copyTable } from './spreadsheet-cells.js';

/**
 * @import { Row } from '../rows/rows.js'
 * @import { Column } from '../rows/columns.js'
 * @import { Form } from '../../shared/forms/form.js'
 * @import { Rules } from '../rows/needs-look.js'
 * @import { Reason } from '../../texts/problems.js'
 * @import { State } from '../rows/state.js'
 * @typedef {'csv' | 'xlsx' | 'json' | 'copy'} Kind
 */

/**
 * Hands over the rows in sight, or those of them that are chosen, in their order; JSON holds everything that is known of their pictures.
 *
 * @param {Kind} kind
 * @param {State} state
 * @returns {Promise<Reason>} what was done
 * @throws {Error} with a code, where the browser lets nothing be copied, or the code for the file cannot be fetched
 */
export async function exportBatch(kind, state) {
  const { columns, rules, form, by } = state;
  const chosen = chosenRows(state);
  const rows = chosen.length > 0 ? chosen : shownRows(state);
  const name = fileName(form?.name ?? '');
  /** @param {string | Uint8Array<ArrayBuffer>} content @param {string} type @param {number} count */
  function save(content, type, count) {
    saveFile(`${name}.${kind}`, content, type);
    return { code: 'batch.export.saved', values: { file: `${name}.${kind}`, count } };
  }

  if (kind === 'json') {
    const pictures = [...new Set(rows.flatMap(({ id }) => pictureAt(state, id) ?? []))];
    return save(toJson(pictures, form, columns, rules), 'application/json', pictures.length);
  }
  const table = toTable(rows, columns, rules, by);
  const count = table.length - 1;
  if (kind === 'csv') return save(toCsv(table), 'text/csv;charset=utf-8', count);
  if (kind === 'xlsx') {
    const { toXlsx } = await import('./xlsx.js').catch((cause) => {
      throw errorOf('batch.error.noXlsx', { cause });
    });
    return save(toXlsx(table), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', count);
  }
  if (!(await copyTable(table))) throw errorOf('batch.error.noCopy');
  return { code: 'batch.export.copied', values: { count } };
}

/** @param {string} form */
function fileName(form) {
  const words = form.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${words || 'batch'}-${new Date().toISOString().slice(0, 10)}`;
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
      second: row.second?.[column]?.text,
      needsLook: englishOf(whyLook(row, column, rules)),
      problem: englishOf(problemAt(row, column, rules)),
      box: row.cells[column]?.box ?? null,
      numbers: row.cells[column]?.marks,
    })),
  }));
  return `${JSON.stringify({ form, pictures }, null, 2)}\n`;
}
