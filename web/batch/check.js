import { around } from '../reader/boxes.js';
import { openCheck } from '../shared/check/check-dialog.js';
import { pixelsOf } from '../shared/frame/area.js';
import { isSureNumber } from '../shared/reading/sureness.js';
import { isolate } from '../texts/intl.js';
import { wordsOf } from '../texts/problems.js';
import { text as textOf } from '../texts/texts.js';
import { whyLook } from './rows/needs-look.js';
import { correct, sayNumber, textAt } from './rows/rows.js';
import { shownRows, withBatch } from './rows/state.js';

/**
 * @import { Doubt } from '../shared/check/check-dialog.js'
 * @import { Batch, Box, Mark, Row } from './rows/rows.js'
 * @import { Place, State } from './rows/state.js'
 * @import { Session } from './session.js'
 * @typedef {{ image: HTMLImageElement, size: { width: number, height: number } }} Shown
 * @typedef {{
 *   pictureOf: (id: string) => Promise<Shown | null>,
 *   select: (place: Place) => void,
 *   onClose: () => void,
 * }} Table pictureOf: of the selected row
 */

/**
 * @param {State} state
 * @param {Table} table
 * @param {{ row: Row, column: number, box?: Box | null }} place box: of the ink, where it is but a part of the cell's
 * @param {Pick<Doubt, 'reading' | 'say' | 'isOpen'>} own
 * @returns {Doubt} about a cell of the batch
 */
export function doubtOfCell({ columns, form }, table, { row, column, box }, own) {
  const { id, name, cells, marked } = row;
  const title = isolate(columns[column].title);
  return {
    name: columns.length > 1 ? textOf('batch.viewer.title', { name: isolate(name), column: title }) : isolate(name),
    async ink() {
      const shown = await table.pictureOf(id);
      const turned = marked?.turned ?? cells[0]?.turned ?? 0;
      return shown && { ...shown, turned, box: box ?? boxOf(cells[column], form?.fields[column].area, shown.size) };
    },
    select: () => table.select({ id, column: column + 1 }),
    ...own,
  };
}

/**
 * @param {Row['cells'][number]} cell
 * @param {Box | undefined} area of its field, in shares of the sample
 * @param {Shown['size']} size of the picture
 * @returns {Box} where what is written in it is: all of a field, since some of the ink may have been passed over
 */
function boxOf(cell, area, size) {
  const whole = { x: 0, y: 0, ...size };
  if (!area) return cell?.box ?? cell?.marks?.[0]?.box ?? whole;
  if (!cell) return whole;
  const field = cell.area ?? pixelsOf(area, size, 0);
  return cell.box ? around([field, cell.box]) : field;
}

/**
 * Goes from doubt to doubt over the rows in sight, and within a row over the numbers of its picture. Its code comes with
 * the first time.
 *
 * @param {Pick<Session, 'state' | 'change'>} session
 * @param {Table} table
 */
export function checkBatch(session, table) {
  const { columns, rules } = session.state;
  /** @param {string} id */
  const rowOf = (id) => session.state.batch.rows.find((row) => row.id === id);

  /** @param {Batch} batch */
  const keep = (batch) => session.change(withBatch(session.state, batch, { isHeld: true }));

  /** @param {Row} row @param {number} column @returns {Doubt} */
  function ofCell(row, column) {
    const { id } = row;
    return doubtOfCell(
      session.state,
      table,
      { row, column },
      {
        reading() {
          const now = rowOf(id) ?? row;
          const why = wordsOf(whyLook(now, column, rules));
          return { text: textAt(now, column), words: why || textOf('answer.checked'), others: [] };
        },
        // A sum that fits leaves none of its parts in doubt.
        isOpen: () => whyLook(rowOf(id) ?? row, column, session.state.rules) !== null,
        say(text) {
          keep(correct(session.state.batch, id, column, text.trim()));
          return null;
        },
      },
    );
  }

  /** @param {Row} row @param {{ place: number, mark: Mark }} number of its only cell @returns {Doubt} */
  function ofNumber(row, { place, mark }) {
    const { id } = row;
    const said = () => rowOf(id)?.said?.[place] ?? null;
    return doubtOfCell(
      session.state,
      table,
      { row, column: 0, box: mark.box },
      {
        reading: () => ({
          text: said() ?? mark.text,
          words: textOf(said() === null ? 'batch.look.unsure' : 'answer.checked'),
          others: [],
        }),
        say(text) {
          keep(sayNumber(session.state.batch, id, place, text.replace(/\s/g, '')));
          const now = rowOf(id);
          // With the last of its doubts the cell is in none.
          if (now && doubtfulNumbers(now, session).length === 0)
            keep(correct(session.state.batch, id, 0, textAt(now, 0).replace(/ {2,}/g, ' ').trim()));
          return null;
        },
      },
    );
  }

  const places = shownRows(session.state).flatMap((row) =>
    columns.flatMap((_, column) => (whyLook(row, column, rules) ? [{ row, column }] : [])),
  );
  const doubts = places.flatMap(({ row, column }) => {
    const numbers = doubtfulNumbers(row, session);
    return numbers.length > 0 ? numbers.map((number) => ofNumber(row, number)) : [ofCell(row, column)];
  });
  if (doubts.length > 0) openCheck(doubts, table.onClose);
}

/**
 * @param {Row} row
 * @param {Pick<Session, 'state'>} session
 * @returns {{ place: number, mark: Mark }[]} of a picture of several numbers those that nobody has said anything of yet;
 *   none where its text is not made of them alone
 */
function doubtfulNumbers({ cells: [cell], said = [] }, { state: { form, rules } }) {
  const marks = cell?.marks ?? [];
  if (form || marks.length < 2 || cell?.text.split(/\s+/).length !== marks.length) return [];
  return marks.flatMap((mark, place) =>
    (said[place] ?? null) === null && !isSureNumber(mark, rules.unsureBelow) ? [{ place, mark }] : [],
  );
}
