import { isSureNumber, mostDoubtful } from '../../shared/reading/sureness.js';
import { memo } from '../../shared/memo.js';
import { formatConfidence, formatShare } from '../../shared/numbers.js';
import { wordsOf } from '../../texts/problems.js';
import { text } from '../../texts/texts.js';
import { formatList, isolate } from '../../texts/intl.js';
import { countLooks, problemAt, whyLook } from './needs-look.js';
import { numbersOf } from './parts.js';
import { confidenceOf, isCorrected, textAt } from './rows.js';
import { countSecond } from './second-entry.js';
import { chosenRows } from './selection.js';
import { allRows, pictureAt, rowAt, selectedColumn } from './state.js';

/**
 * @import { Rules } from './needs-look.js'
 * @import { Box, Row } from './rows.js'
 * @import { State } from './state.js'
 * @typedef {'waiting' | 'blank' | 'sure' | 'unsure' | 'checked' | 'corrected'} CellKind
 * @typedef {{ text: string, kind: CellKind, words: string }} CellView words: why it needs a look, or breaks its pattern
 * @typedef {{
 *   id: string,
 *   name: string,
 *   place: string,
 *   crop: { picture: string, box: Box, turned: number } | null,
 *   status: Row['status'],
 *   cells: CellView[],
 *   confidence: string,
 *   level: number,
 *   sure: string,
 *   corrections: string,
 *   look: string,
 *   needsLook: boolean,
 *   share: number | null,
 * }} RowView place: of a line or number in its picture; crop: what of its picture it
 *   shows; level: the confidence, 0 to 1; sure: the same in a sentence; share: of the reading that goes on, where the reader has told one
 * @typedef {{ kind: 'number' | 'skipped', mark: string, text: string, box: Box, isSelected: boolean }} ViewedMark
 */

/** Describes a row again only when something about it is new: the table compares the very objects. */
export function createRowDescriber() {
  /** @type {WeakMap<Row, { for: unknown[], view: RowView }>} */
  const known = new WeakMap();
  /** @param {State} state @returns {(row: Row) => RowView} */
  return ({ rules, columns, share }) => {
    const titles = columns.map(({ title }) => title);
    return (row) => {
      const asked = [rules, columns, share?.id === row.id ? share.value : null];
      const before = known.get(row);
      if (before && before.for.every((value, index) => value === asked[index])) return before.view;
      const view = describeRow(row, rules, titles, share?.id === row.id ? share.value : null);
      known.set(row, { for: asked, view });
      return view;
    };
  };
}

/**
 * Describes a row as the table shows it.
 *
 * @param {Row} row
 * @param {Rules} rules
 * @param {ReadonlyArray<string>} columns their titles
 * @param {number | null} share how much of its reading is done
 * @returns {RowView}
 */
export function describeRow(row, rules, columns, share) {
  const looks = columns.map((_, column) => wordsOf(whyLook(row, column, rules)));
  const needed = looks.some(Boolean);
  const confidence = confidenceOf(row);
  return {
    id: row.id,
    name: row.name,
    place: placeWords(row),
    crop: cropOf(row),
    status: row.status,
    cells: columns.map((_, column) => describeCell(row, column, rules)),
    confidence: confidence === null ? '' : formatConfidence(confidence),
    level: confidence ?? 0,
    sure: confidence === null ? '' : text('batch.sure', { share: formatConfidence(confidence) }),
    corrections: correctionWords(row, columns),
    look: needed ? reasonsOf(row, looks, columns) : statusWords(row, share),
    needsLook: needed,
    share,
  };
}

/** @param {Row} row @returns {string} which line or number of its picture it is */
function placeWords({ part }) {
  if (!part) return '';
  const { table, row = 0, column = 0 } = part.mark ?? {};
  const place = { table: 1 + (table ?? 0), row: row + 1, column: column + 1 };
  if (part.by === 'line') return text('batch.part.line', { line: part.line });
  if (table === undefined) return text('batch.part.number', { number: part.places[0] + 1 });
  return text(table === 0 ? 'batch.part.cell' : 'batch.part.table', place);
}

/** @param {Row} row @returns {RowView['crop']} null for all of its picture */
function cropOf({ part, marked, cells: [cell] }) {
  if (!part || !cell?.box) return null;
  return { picture: part.of, box: cell.box, turned: marked?.turned ?? cell.turned ?? 0 };
}

/** @param {Row} row @param {number} column @param {Rules} rules @returns {CellView} */
function describeCell(row, column, rules) {
  return {
    text: textAt(row, column),
    kind: kindOf(row, column, rules),
    // A failed row says why once, and not in every cell.
    words: wordsOf(problemAt(row, column, rules) ?? (row.status === 'failed' ? null : whyLook(row, column, rules))),
  };
}

/** @param {Row} row @param {number} column @param {Rules} rules @returns {CellKind} */
function kindOf(row, column, rules) {
  if ((row.corrections[column] ?? null) !== null) return isCorrected(row, column) ? 'corrected' : 'checked';
  if (!row.cells[column]) return row.status === 'failed' ? 'blank' : 'waiting';
  if (textAt(row, column) === '') return 'blank';
  return whyLook(row, column, rules) ? 'unsure' : 'sure';
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<string>} columns
 * @returns {string} what stood there before a person corrected it
 */
function correctionWords(row, columns) {
  const words = columns.flatMap((title, column) => {
    if ((row.corrections[column] ?? null) === null) return [];
    const was = row.cells[column]?.text.replaceAll('\n', ' ') ?? '';
    const kind = isCorrected(row, column) ? (was === '' ? '.blank' : '') : '.checked';
    if (columns.length === 1) return [text(`batch.was${kind}`, { text: isolate(was) })];
    return [text(`batch.was.column${kind}`, { column: isolate(title), text: isolate(was) })];
  });
  return formatList(words);
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<string>} looks
 * @param {ReadonlyArray<string>} columns
 * @returns {string} the words; of several columns only the names, since each cell has its own words
 */
function reasonsOf({ status }, looks, columns) {
  if (columns.length === 1 || status === 'failed') return looks.find(Boolean) ?? '';
  return formatList(columns.filter((_, column) => looks[column]));
}

/** @param {Row} row @param {number | null} share */
function statusWords({ status }, share) {
  if (status === 'waiting') return text('batch.waiting');
  if (status !== 'reading') return '';
  return share === null ? text('batch.reads') : text('batch.reads.share', { share: formatShare(share) });
}

/** @param {State} state @returns {string} what to say where there is no row to show */
export function describeBlank({ batch, shown }) {
  if (batch.rows.length === 0) return text('batch.blank');
  return shown.length === 0 ? text('batch.blank.filtered') : '';
}

const looksAmong = memo(countLooks);

/** @param {State} state */
export function describeTools(state) {
  const { batch, shown, form, arrangement, by, rules } = state;
  const rows = allRows(state);
  const all = rows.length;
  const chosen = chosenRows(state).length;
  const part = shown.length < all ? text('batch.export.part', { count: shown.length, all }) : '';
  return {
    arrangement,
    by,
    looks: looksAmong(rows, rules),
    isReading: batch.rows.some(({ status }) => status === 'waiting' || status === 'reading'),
    canUndo: batch.past.length > 0,
    isEmpty: all === 0,
    form: form ? form.name : null,
    second: form && countSecond(batch.rows),
    exported: chosen > 0 ? text('batch.export.chosen', { count: chosen }) : part,
  };
}

/** @param {State} state @returns {import('../viewer.js').Viewed | null} */
export function describeViewed(state) {
  const { columns, rules } = state;
  const [row, picture] = [rowAt(state), pictureAt(state)];
  if (!row || !picture) return null;
  const column = selectedColumn(state);
  const isWhole = columns.length === 1 && row.cells[0]?.marks;
  const marks = isWhole ? numberMarks(picture, row, rules) : fieldMarks(row, column, rules);
  const place = columns.length > 1 ? columns[column].title : placeWords(row);
  return {
    id: picture.id,
    isPart: row.part !== undefined,
    name: row.name,
    status: row.status,
    title: place ? text('batch.viewer.title', { name: isolate(row.name), column: isolate(place) }) : isolate(row.name),
    text: textAt(row, column),
    words: wordsOf(whyLook(row, column, rules) ?? problemAt(row, column, rules)),
    canAgree: whyLook(row, column, rules) !== null,
    marks,
    area: row.cells[column]?.box ?? row.cells[column]?.area ?? leastSure(row),
    turned: row.marked?.turned ?? row.cells[0]?.turned ?? 0,
  };
}

/**
 * @param {Row} picture without a form
 * @param {Row} row the same, or a part of it
 * @param {Rules} rules
 * @returns {ViewedMark[]} its numbers, and what is none
 */
function numberMarks(picture, { part }, rules) {
  const { marks = [], skipped = [] } = picture.cells[0] ?? {};
  const isTyped = (picture.corrections[0] ?? null) !== null;
  const numbers = new Map(numbersOf(picture).map((number) => [number.mark, number]));
  const least = marks.length > 1 && whyLook(picture, 0, rules) ? leastSure(picture) : null;
  return [
    ...skipped.map(({ kind = 'word', ...box }) => /** @type {ViewedMark} */ ({ ...NO_NUMBER, mark: kind, box })),
    ...marks.flatMap((number) => {
      const { box } = number;
      const said = numbers.get(number);
      const isChecked = isTyped || said?.isSaid;
      const mark = isChecked ? 'corrected' : isSureNumber(number, rules.unsureBelow) ? 'sure' : 'unsure';
      // Of another count of numbers nobody can tell which one was meant by a correction of them all.
      const label = marks.length === 1 ? textAt(picture, 0) : (said?.text ?? number.text);
      const isSelected = part ? said !== undefined && part.places.includes(said.place) : box === least;
      return box ? [{ kind: /** @type {const} */ ('number'), mark, text: label, box, isSelected }] : [];
    }),
  ];
}

const NO_NUMBER = { kind: 'skipped', text: '', isSelected: false };

/** @param {Row} row @param {number} selected @param {Rules} rules @returns {ViewedMark[]} one a cell */
function fieldMarks(row, selected, rules) {
  return row.cells.flatMap((cell, column) => {
    const box = cell?.box;
    if (!box) return [];
    const isChecked = (row.corrections[column] ?? null) !== null;
    const mark = isChecked ? 'corrected' : whyLook(row, column, rules) ? 'unsure' : 'sure';
    const isSelected = column === selected;
    return [{ kind: /** @type {const} */ ('number'), mark, text: textAt(row, column), box, isSelected }];
  });
}

/** @param {Row} row @returns {Box | null} of the number that most needs a look, of a picture without a form */
function leastSure({ cells }) {
  return mostDoubtful((cells[0]?.marks ?? []).filter(({ box }) => box !== null))?.box ?? null;
}
