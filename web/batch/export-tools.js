import { toJson, toTable } from './rows/export.js';
import { shownRows } from './rows/state.js';
import { errorOf } from '../texts/problems.js';
import { toCsv, toTsv } from '../shared/csv.js';
import { copyText } from '../shared/dom/copy-text.js';
import { saveFile } from '../shared/dom/files.js';

/**
 * Hands over the rows in sight, in their order.
 *
 * @param {'csv' | 'json' | 'copy'} kind
 * @param {import('./rows/state.js').State} state
 * @returns {Promise<import('../texts/problems.js').Reason>} what was done
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
