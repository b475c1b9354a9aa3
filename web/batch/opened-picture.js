import { correctNumber } from '../shared/reading/correct.js';
import { areaInShares } from '../shared/frame/area.js';
import { shownReading, textOf } from '../shared/reading/shown-reading.js';
import { pictureAt, withPictureCorrections } from './rows/state.js';

/**
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { ShownNumber } from '../shared/reading/shown-reading.js'
 * @import { Picture } from '../picture/pictures.js'
 * @import { Column } from './rows/columns.js'
 * @import { Row } from './rows/rows.js'
 * @import { Session } from './session.js'
 * @import { Store } from './store.js'
 * @import { BatchOptions } from './view.js'
 * @typedef {Pick<Picture, 'reading' | 'size'>} Read
 * @typedef {Read & Pick<Picture, 'area' | 'turned' | 'history'>} Opened
 */

/**
 * Opens pictures of the batch by themselves. A row and its opened picture take over corrections from each other. Its code
 * comes with the first.
 *
 * @param {Session} session
 * @param {Store} store
 * @param {Pick<BatchOptions, 'openPicture'>} options
 */
export function createPictureOpener(session, store, { openPicture }) {
  return {
    /** Opens the selected picture with its corrections. */
    async open() {
      const row = pictureAt(session.state);
      if (!row) return;
      const blob = await store.picture(row.id);
      openPicture(new File([blob], row.name, { type: blob.type }), {
        row: row.id,
        area: row.marked?.area,
        turned: row.marked?.turned,
        begin: (read) => initialCorrections(row, session.state.columns, read),
      });
    },

    /** @param {Picture} before @param {Picture} after something was corrected in the opened picture of a row */
    async takeOver(before, after) {
      await session.loaded;
      if (after.row === null) return;
      const { columns, batch } = session.state;
      const row = batch.rows.find(({ id }) => id === after.row);
      const texts = changedCorrections(row ? placedIn(row, columns, after.size) : columns, before, after);
      const marked = { area: after.area, turned: after.turned, corrections: after.history.now };
      session.change(withPictureCorrections(session.state, after.row, texts, marked));
    },
  };
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<Column>} columns
 * @param {Read} read
 * @returns {Corrections} that the opened picture begins with. What was typed in the row is told number by number, where
 *   there are as many as were read
 */
export function initialCorrections(row, columns, { reading, size }) {
  if (row.marked) return row.marked.corrections;
  /** @type {Corrections} */
  const none = [];
  return placedIn(row, columns, size).reduce((corrections, column, place) => {
    const typed = row.corrections[place]?.split(/\s+/) ?? [];
    const numbers = numbersIn(column, shownReading(reading, corrections).numbers, size);
    if (typed.length !== numbers.length) return corrections;
    return numbers.reduce((all, number, index) => correctNumber(all, number, typed[index]), corrections);
  }, none);
}

/**
 * @param {ReadonlyArray<Column>} columns
 * @param {Opened} before
 * @param {Opened} after a correction, or a crop, which says that only this part of the picture is meant, or a turn by hand
 * @returns {[column: number, text: string | null][]} what the row says where it now says something else; null where it
 *   is as it was read again
 */
export function changedCorrections(columns, before, after) {
  const [was, is] = [before, after].map(({ reading, history }) => shownReading(reading, history.now).numbers);
  return columns.flatMap((column, place) => {
    const now = numbersIn(column, is, after.size);
    const text = textOf(now);
    const isElsewhere = before.reading !== after.reading && now.length === 0;
    if (isElsewhere || text === textOf(numbersIn(column, was, after.size))) return [];
    const isAsked = after.history.now.some(({ of }) => of === 'read');
    const isByHand = isAsked || after.area !== null || after.turned !== null;
    const isCorrection = isByHand || now.some(({ isCorrected }) => isCorrected);
    return [/** @type {[number, string | null]} */ ([place, isCorrection ? text : null])];
  });
}

/**
 * @param {Row} row
 * @param {ReadonlyArray<Column>} columns
 * @param {Read['size']} size of the row's picture
 * @returns {ReadonlyArray<Column>} whose fields are where they are in the row's picture, which may lie otherwise than the sample
 */
function placedIn({ cells }, columns, size) {
  return columns.map((column, place) => {
    const area = cells[place]?.area;
    return column.field && area ? { ...column, field: { ...column.field, area: areaInShares(area, size) } } : column;
  });
}

/**
 * @param {Column} column
 * @param {ReadonlyArray<ShownNumber>} numbers
 * @param {{ width: number, height: number }} size of the picture
 * @returns {ReadonlyArray<ShownNumber>} those whose middle is in the column's field; all without a form
 */
function numbersIn({ field }, numbers, size) {
  if (!field) return numbers;
  const { x, y, width, height } = field.area;
  return numbers.filter(({ box }) => {
    const [across, down] = [(box.x + box.width / 2) / size.width, (box.y + box.height / 2) / size.height];
    return across >= x && across <= x + width && down >= y && down <= y + height;
  });
}
