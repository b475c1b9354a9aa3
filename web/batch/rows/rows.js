/**
 * A batch: one row a picture. Every function returns a new batch, or the very same where nothing changed; rows that did
 * not change stay the same objects, which is how the table and the store know what to write.
 *
 * @import { Reason } from '../../texts/problems.js'
 * @import { Picture } from '../../picture/pictures.js'
 * @import { Part } from './parts.js'
 * @typedef {Readonly<{
 *   area: Picture['area'],
 *   turned?: Picture['turned'],
 *   corrections: Picture['history']['now'],
 * }>} PictureCorrections
 * @typedef {{ x: number, y: number, width: number, height: number }} Box in the picture's own pixels
 * @typedef {{ table: number, row: number, column: number }} TablePlace counted from 0
 * @typedef {{ text: string, confidence: number, least?: number, box: Box | null } & Partial<TablePlace>} Mark a number, where
 *   it was found, and in which cell of which table; least: the confidence of its least sure sign, where that is below its own
 * @typedef {Box & { kind?: 'word' | 'print' }} Skipped ink that is no number
 * @typedef {{
 *   text: string,
 *   confidence: number,
 *   least?: number,
 *   problem: Reason | null,
 *   box: Box | null,
 *   marks?: ReadonlyArray<Mark>,
 *   skipped?: ReadonlyArray<Skipped>,
 *   area?: Box,
 *   turned?: number,
 * }} Cell what was read; problem: how it breaks its pattern; marks: its numbers; area: of the form's field, where the picture lies
 *   otherwise than the form's sample; turned: by how many degrees, clockwise, the
 *   picture stands upright, where it does not lie so
 * @typedef {{ of: string, number: number }} Page of a PDF that is kept under another id; counted from 1
 * @typedef {'waiting' | 'reading' | 'read' | 'failed'} Status
 * @typedef {Readonly<{
 *   id: string,
 *   name: string,
 *   order: number,
 *   status: Status,
 *   error?: Reason,
 *   cells: ReadonlyArray<Cell | null>,
 *   corrections: ReadonlyArray<string | null>,
 *   marked?: PictureCorrections,
 *   said?: ReadonlyArray<string | null>,
 *   gone?: ReadonlyArray<number>,
 *   others?: Readonly<Record<string, string>>,
 *   part?: Part,
 *   page?: Page,
 *   before?: ReadonlyArray<string | null>,
 *   second?: ReadonlyArray<import('./second-entry.js').SecondEntry | null>,
 * }>} Row order: when it was added; cells: one a column, null until it is read; corrections: what a person says is there,
 *   null where nobody corrected it, the reading's own text where a person agreed; marked: where the corrections come
 *   from the opened picture, what was said there of its digits and of which part is read; said: of a picture without a form, what a
 *   person takes some of its numbers for, as long as others are open; gone: which of its numbers a person removed; others: corrections of columns that the form in use lacks;
 *   before: what the picture before says, in columns that say the same in each; second: what a second person typed; part: of
 *   which picture's row it is made, where a line or a number has a row of its own; page: where the picture is made of one
 * @typedef {({ kind: 'correction', id: string, column: number, before: Pick<Row, 'corrections' | 'marked' | 'said' | 'gone' | 'second'> }
 *   | { kind: 'removal', rows: ReadonlyArray<Row> }) & { isMore?: true }} Step that can be taken back; isMore: with the one before it
 * @typedef {Readonly<{ rows: ReadonlyArray<Row>, past: ReadonlyArray<Step> }>} Batch rows: in the order added
 */

const MOST_STEPS = 200;

/**
 * @param {ReadonlyArray<Row>} [rows] as they were kept
 * @returns {Batch}
 */
export function startBatch(rows = []) {
  // A picture that was being read when the page was left has to be read again.
  return { rows: rows.map((row) => (row.status === 'reading' ? { ...row, status: 'waiting' } : row)), past: [] };
}

/**
 * @param {Batch} batch
 * @param {ReadonlyArray<{ id: string, name: string }>} pictures names need not differ
 * @param {number} columns how many cells a row has
 * @returns {Batch}
 */
export function addRows(batch, pictures, columns) {
  const first = Math.floor(batch.rows.at(-1)?.order ?? 0) + 1;
  const added = pictures.map(({ id, name }, index) => ({
    id,
    name,
    order: first + index,
    status: /** @type {Status} */ ('waiting'),
    cells: Array(columns).fill(null),
    corrections: Array(columns).fill(null),
  }));
  return { ...batch, rows: [...batch.rows, ...added] };
}

/**
 * @param {Row} row
 * @param {number} columns
 * @returns {Row} the same, or to be read anew where it was kept for another number of columns
 */
export function ofWidth(row, columns) {
  if (row.cells.length === columns) return row;
  const blank = Array(columns).fill(null);
  return { ...row, status: 'waiting', cells: blank, corrections: blank, second: undefined };
}

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {Partial<Row>} changed
 * @returns {Batch}
 */
export function changeRow(batch, id, changed) {
  const rows = batch.rows.map((row) => (row.id === id ? { ...row, ...changed } : row));
  return batch.rows.some((row) => row.id === id) ? { ...batch, rows } : batch;
}

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {ReadonlyArray<Cell>} cells one for each that was still null, from left to right
 * @returns {Batch}
 */
export function fillCells(batch, id, cells) {
  const row = batch.rows.find((each) => each.id === id);
  if (!row) return batch; // removed while it was read
  const left = [...cells];
  const filled = row.cells.map((cell) => cell ?? left.shift() ?? null);
  // Read again, it may be another count of numbers.
  const isSame = row.said?.length === filled[0]?.marks?.length;
  const told = isSame ? {} : { said: undefined, gone: undefined };
  return changeRow(batch, id, { cells: filled, ...told, status: 'read', error: undefined });
}

/**
 * @param {Row} row
 * @returns {Status | 'corrected'} corrected: what could not be read, and a person has typed
 */
export function statusOf({ status, corrections }) {
  return status === 'failed' && corrections.every((text) => text !== null) ? 'corrected' : status;
}

/**
 * @param {Row} row
 * @param {number} column
 * @returns {string} what counts as written there: a person's word, else the reading
 */
export function textAt({ cells, corrections, said = [] }, column) {
  const read = cells[column]?.text ?? '';
  let place = 0;
  if (corrections[column] !== null && corrections[column] !== undefined) return corrections[column];
  if (said.length === 0) return read;
  // A number that a person says is none leaves no gap.
  const told = read.replace(/\S+/g, (own) => said[place++] ?? own);
  return told.trim() && told.replace(/ {2,}/g, ' ').replace(/^ | $/gm, '');
}

/** @param {Row} row @returns {(string | null)[]} what counts as written in each column, null where it is not read yet */
export function textsOf(row) {
  return row.cells.map((cell, column) => (cell || row.corrections[column] !== null ? textAt(row, column) : null));
}

/**
 * @param {Row} row
 * @param {number} column
 * @returns {boolean} whether a person said something else than what was read
 */
export function isCorrected({ cells, corrections }, column) {
  const said = corrections[column] ?? null;
  return said !== null && said !== (cells[column]?.text ?? '');
}

/**
 * @param {Row} row
 * @returns {number | null} of its least sure cell; null where nothing was read
 */
export function confidenceOf({ cells }) {
  const read = cells.filter((cell) => cell !== null).filter(({ text }) => text !== '');
  return read.length > 0 ? Math.min(...read.map(({ confidence }) => confidence)) : null;
}

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {number} column
 * @param {string} text what a person says is there
 * @returns {Batch} one step longer, or the same where that was said already
 */
export function correct(batch, id, column, text) {
  const row = batch.rows.find((each) => each.id === id);
  return row?.corrections[column] === text ? batch : setCorrections(batch, id, [[column, text]]);
}

/**
 * @param {Batch} batch
 * @param {string} id
 * @param {ReadonlyArray<[column: number, text: string | null]>} texts null takes a correction away
 * @param {PictureCorrections} [marked] where it was corrected in the opened picture
 * @returns {Batch} one step longer, or the same without such a row
 */
export function setCorrections(batch, id, texts, marked) {
  const row = batch.rows.find((each) => each.id === id);
  if (!row) return batch;
  const corrections = texts.reduce((all, [column, text]) => all.with(column, text), row.corrections);
  return changeSaid(batch, row, texts[0]?.[0] ?? 0, { corrections, marked });
}

/**
 * @param {Batch} batch
 * @param {Row} row
 * @param {number} column
 * @param {Partial<Pick<Row, 'corrections' | 'marked' | 'said' | 'gone' | 'second'>>} changed
 * @returns {Batch} one step longer
 */
export function changeSaid(batch, row, column, changed) {
  const { id, corrections, marked, said, gone, second } = row;
  /** @type {Step} */
  const step = { kind: 'correction', id, column, before: { corrections, marked, said, gone, second } };
  return { ...changeRow(batch, id, changed), past: [...batch.past, step].slice(-MOST_STEPS) };
}

/**
 * @param {Batch} batch
 * @param {ReadonlyArray<string>} ids
 * @returns {Batch} one step longer, or the same without such rows
 */
export function removeRows(batch, ids) {
  const [removed, rows] = [true, false].map((isRemoved) =>
    batch.rows.filter(({ id }) => ids.includes(id) === isRemoved),
  );
  if (removed.length === 0) return batch;
  /** @type {Step} */
  const step = { kind: 'removal', rows: removed };
  return { rows, past: [...batch.past, step].slice(-MOST_STEPS) };
}

/**
 * @param {Batch} batch
 * @returns {Batch} with the last correction or removal taken back, or the same at the beginning
 */
export function undoStep(batch) {
  const step = batch.past.at(-1);
  if (!step) return batch;
  const before = { ...withoutStep(batch, step), past: batch.past.slice(0, -1) };
  return step.isMore ? undoStep(before) : before;
}

/** @param {Batch} batch @param {Step} step @returns {Batch} */
function withoutStep(batch, step) {
  if (step.kind === 'correction') return changeRow(batch, step.id, step.before);
  const { rows } = startBatch(step.rows);
  return { ...batch, rows: [...batch.rows, ...rows].sort((a, b) => a.order - b.order) };
}
