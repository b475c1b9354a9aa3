import { around } from '../reader/boxes.js';
import { openCheck } from '../shared/check/check-dialog.js';
import { pixelsOf } from '../shared/frame/area.js';
import { isolate } from '../texts/intl.js';
import { wordsOf } from '../texts/problems.js';
import { text as textOf } from '../texts/texts.js';
import { whyLook } from './rows/needs-look.js';
import { openNumbers, sayNumbers } from './rows/parts.js';
import { correct, textAt } from './rows/rows.js';
import { pictureAt, shownRows, withBatch } from './rows/state.js';

/**
 * @import { Doubt } from '../shared/check/check-dialog.js'
 * @import { Batch, Box, Row } from './rows/rows.js'
 * @import { Place, State } from './rows/state.js'
 * @import { Session } from './session.js'
 * @typedef {ReturnType<typeof openNumbers>[number]} OpenNumber
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
 * @param {{ row: Row, column: number, box?: Box | null, at?: string }} place row: of a picture; box: of the ink, where it is but a part
 *   of the cell's; at: id of the row in sight, where that is but a part of the picture's
 * @param {Pick<Doubt, 'reading' | 'say' | 'isOpen'>} own
 * @returns {Doubt} about a cell of the batch
 */
export function doubtOfCell({ columns, form }, table, { row, column, box, at = row.id }, own) {
  const { id, name, cells, marked } = row;
  const title = isolate(columns[column].title);
  return {
    name: columns.length > 1 ? textOf('batch.viewer.title', { name: isolate(name), column: title }) : isolate(name),
    async ink() {
      const shown = await table.pictureOf(id);
      const turned = marked?.turned ?? cells[0]?.turned ?? 0;
      return shown && { ...shown, turned, box: box ?? boxOf(cells[column], form?.fields[column].area, shown.size) };
    },
    select: () => table.select({ id: at, column: column + 1 }),
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

  /** @param {Row} row @param {number} column @param {string} at @returns {Doubt} */
  function ofCell(row, column, at) {
    const { id } = row;
    return doubtOfCell(
      session.state,
      table,
      { row, column, at },
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

  /** @param {Row} row @param {OpenNumber} number of its only cell @param {string} at @returns {Doubt} */
  function ofNumber(row, { place, mark }, at) {
    const { id } = row;
    const said = () => rowOf(id)?.said?.[place] ?? null;
    return doubtOfCell(
      session.state,
      table,
      { row, column: 0, box: mark.box, at },
      {
        reading: () => ({
          text: said() ?? mark.text,
          words: textOf(said() === null ? 'batch.look.unsure' : 'answer.checked'),
          others: [],
        }),
        say(text) {
          keep(sayNumbers(session.state.batch, id, [[place, text.replace(/\s/g, '')]], rules.unsureBelow));
          return null;
        },
      },
    );
  }

  const asked = new Set();
  const doubts = shownRows(session.state).flatMap((shown) => {
    const row = pictureAt(session.state, shown.id) ?? shown;
    return columns.flatMap((_, column) => {
      if (!whyLook(shown, column, rules)) return [];
      const numbers = numbersToAsk(row, shown, session.state);
      if (numbers.length > 0) return numbers.map((number) => ofNumber(row, number, shown.id));
      // Where nobody can tell which part is meant, the picture is asked about once.
      const isAsked = asked.has(`${row.id} ${column}`);
      asked.add(`${row.id} ${column}`);
      return isAsked ? [] : [ofCell(row, column, shown.id)];
    });
  });
  if (doubts.length > 0) openCheck(doubts, table.onClose);
}

/**
 * @param {Row} row of a picture
 * @param {Row} shown the same, or a part of it
 * @param {import('./rows/state.js').State} state
 * @returns {OpenNumber[]} of a picture of several numbers those that nobody has said anything of yet
 */
function numbersToAsk(row, { part }, { form, rules }) {
  if (form || (row.cells[0]?.marks ?? []).length < 2) return [];
  return openNumbers(row, rules.unsureBelow).filter(({ place }) => part?.places.includes(place) ?? true);
}
