import { isolated, listed } from '../../texts/within.js';
import { wordsOf } from '../../texts/problems.js';
import { formatConfidence, formatShare } from '../../shared/numbers.js';
import { text } from '../../texts/texts.js';
import { confidenceOf, isCorrected, lookAt, problemAt, textAt } from './look.js';

/**
 * @import { Row } from './rows.js'
 * @import { Rules } from './look.js'
 * @typedef {'waiting' | 'blank' | 'sure' | 'unsure' | 'checked' | 'corrected'} Kind
 * @typedef {{ text: string, kind: Kind, words: string }} CellView words: why it needs a look, or breaks its pattern
 * @typedef {{
 *   id: string,
 *   name: string,
 *   status: Row['status'],
 *   cells: CellView[],
 *   confidence: string,
 *   sure: string,
 *   corrections: string,
 *   look: string,
 *   needsLook: boolean,
 *   share: number | null,
 * }} RowView sure: the confidence in a sentence; share: of the reading that goes on, where the reader has told one
 */

/**
 * What the table shows of a row.
 *
 * @param {Row} row
 * @param {Rules} rules
 * @param {ReadonlyArray<string>} columns their titles
 * @param {number | null} share how much of its reading is done
 * @returns {RowView}
 */
export function describeRow(row, rules, columns, share) {
  const looks = columns.map((_, column) => wordsOf(lookAt(row, column, rules)));
  const needed = looks.some(Boolean);
  const confidence = confidenceOf(row);
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    cells: columns.map((_, column) => describeCell(row, column, rules)),
    confidence: confidence === null ? '' : formatConfidence(confidence),
    sure: confidence === null ? '' : text('batch.sure', { share: formatConfidence(confidence) }),
    corrections: correctionsOf(row, columns),
    look: needed ? reasonsOf(row, looks, columns) : statusWords(row, share),
    needsLook: needed,
    share,
  };
}

/** @param {Row} row @param {number} column @param {Rules} rules @returns {CellView} */
function describeCell(row, column, rules) {
  return {
    text: textAt(row, column),
    kind: kindOf(row, column, rules),
    // A failed row says why once, and not in every cell.
    words: wordsOf(problemAt(row, column, rules) ?? (row.status === 'failed' ? null : lookAt(row, column, rules))),
  };
}

/** @param {Row} row @param {number} column @param {Rules} rules @returns {Kind} */
function kindOf(row, column, rules) {
  if ((row.corrections[column] ?? null) !== null) return isCorrected(row, column) ? 'corrected' : 'checked';
  if (!row.cells[column]) return row.status === 'failed' ? 'blank' : 'waiting';
  if (textAt(row, column) === '') return 'blank';
  return lookAt(row, column, rules) ? 'unsure' : 'sure';
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<string>} columns
 * @returns {string} what stood there before a person corrected it
 */
function correctionsOf(row, columns) {
  const words = columns.flatMap((title, column) => {
    if ((row.corrections[column] ?? null) === null) return [];
    const was = row.cells[column]?.text.replaceAll('\n', ' ') ?? '';
    const kind = isCorrected(row, column) ? (was === '' ? '.blank' : '') : '.checked';
    if (columns.length === 1) return [text(`batch.was${kind}`, { text: isolated(was) })];
    return [text(`batch.was.column${kind}`, { column: isolated(title), text: isolated(was) })];
  });
  return listed(words);
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<string>} looks
 * @param {ReadonlyArray<string>} columns
 * @returns {string} the words; of several columns only the names, since each cell has its own words
 */
function reasonsOf({ status }, looks, columns) {
  if (columns.length === 1 || status === 'failed') return looks.find(Boolean) ?? '';
  return listed(columns.filter((_, column) => looks[column]));
}

/** @param {Row} row @param {number | null} share */
function statusWords({ status }, share) {
  if (status === 'waiting') return text('batch.waiting');
  if (status !== 'reading') return '';
  return share === null ? text('batch.reads') : text('batch.reads.share', { share: formatShare(share) });
}
