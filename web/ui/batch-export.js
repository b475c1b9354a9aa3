import { toCsv, toJson, toTable, toTsv } from '../batch/export.js';
import { shownRows } from '../batch/state.js';
import { copyText } from './copy-text.js';
import { saveFile } from './save-file.js';

/**
 * Hands over the rows in sight, in their order.
 *
 * @param {'csv' | 'json' | 'copy'} kind
 * @param {import('../batch/state.js').State} state
 * @returns {Promise<string>} what was done, in words
 * @throws {Error} where the browser lets nothing be copied
 */
export async function exportBatch(kind, state) {
  const { columns, rules, form } = state;
  const rows = shownRows(state);
  const name = fileName(form?.name ?? '');
  if (kind === 'json') {
    saveFile(`${name}.json`, toJson(rows, form, columns, rules), 'application/json');
    return `${name}.json holds ${rows.length} rows`;
  }
  const table = toTable(rows, columns, rules);
  if (kind === 'csv') {
    saveFile(`${name}.csv`, toCsv(table), 'text/csv;charset=utf-8');
    return `${name}.csv holds ${rows.length} rows`;
  }
  if (!(await copyText(toTsv(table)))) {
    throw new Error('This browser does not let the table be copied: export it as CSV.');
  }
  return `Copied ${rows.length} rows: paste them into a spreadsheet`;
}

/** @param {string} form */
function fileName(form) {
  const words = form.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${words || 'batch'}-${new Date().toISOString().slice(0, 10)}`;
}
