import { openCheck } from '../shared/check/check-dialog.js';
import { text as textOf } from '../texts/texts.js';
import { doubtOfCell } from './check.js';
import { textAt } from './rows/rows.js';
import { countSecond, differs, isToType, settle, typeSecond } from './rows/second-entry.js';
import { shownRows, withBatch } from './rows/state.js';

/**
 * @import { Doubt, Mode, Next } from '../shared/check/check-dialog.js'
 * @import { Table } from './check.js'
 * @import { Batch, Row } from './rows/rows.js'
 * @import { Session } from './session.js'
 * @typedef {{ row: Row, column: number }} At a field
 * @typedef {(batch: Batch, id: string, column: number, text: string) => Batch} Step
 */

/**
 * A second person types what is written in every field of the rows in sight, and sees the ink alone; then what differs is
 * settled. What was typed is kept, so that one may go on another time.
 *
 * @param {Pick<Session, 'state' | 'change'>} session
 * @param {Table} table
 */
export function typeAgain(session, table) {
  /** @param {At} at @returns {At} as it is now */
  const now = ({ row, column }) => ({ row: session.state.batch.rows.find(({ id }) => id === row.id) ?? row, column });

  /** @param {Step} step @param {At} at @param {string} text */
  function keep(step, { row, column }, text) {
    session.change(withBatch(session.state, step(session.state.batch, row.id, column, text), { isHeld: true }));
    return null;
  }

  /** @param {At} at @returns {Doubt} */
  const toType = (at) =>
    doubtOfCell(session.state, table, at, {
      reading: () => ({ text: now(at).row.second?.[at.column]?.text ?? '', words: '', others: [] }),
      say: (text) => keep(typeSecond, at, text),
    });

  /** @param {At} at @returns {Doubt} */
  function toSettle(at) {
    const both = [textAt(at.row, at.column), at.row.second?.[at.column]?.text ?? ''];
    const isOpen = () => differs(now(at).row, at.column);
    return doubtOfCell(session.state, table, at, {
      reading: () => ({
        text: isOpen() ? '' : textAt(now(at).row, at.column),
        words: textOf('check.settle.words'),
        others: both,
      }),
      // Nothing is only an answer where it is one of the two.
      say: (text) => (text.trim() || both.includes('') ? keep(settle, at, text) : textOf('check.settle.words')),
    });
  }

  const open = () => fieldsThat(shownRows(session.state), differs).map(toSettle);

  /** @param {ReadonlyArray<Doubt>} left @returns {ReturnType<Mode['end']>} */
  function endOf(left) {
    const counts = countSecond(shownRows(session.state));
    const title = left.length > 0 ? textOf('check.left', { count: left.length }) : textOf('check.done');
    return { title, words: textOf('check.differed', counts), next: [] };
  }

  /** @type {Mode} */
  const settling = { texts: 'settle.', end: (left) => ({ ...endOf(left), next: goOn(left, settling) }) };

  /** @type {Mode} */
  const typing = {
    texts: 'blind.',
    isBlind: true,
    end(left) {
      const differing = open();
      const words = textOf('check.settle', { count: differing.length });
      const settleThem = differing.length > 0 ? [{ words, doubts: differing, mode: settling }] : [];
      return { ...endOf(left), next: [...settleThem, ...goOn(left, typing)] };
    },
  };

  const blind = fieldsThat(shownRows(session.state), isToType).map(toType);
  const doubts = blind.length > 0 ? blind : open();
  if (doubts.length > 0) openCheck(doubts, table.onClose, blind.length > 0 ? typing : settling);
}

/** @param {ReadonlyArray<Doubt>} left @param {Mode} mode @returns {Next[]} */
const goOn = (left, mode) => (left.length > 0 ? [{ words: textOf('check.again'), doubts: left, mode }] : []);

/** @param {ReadonlyArray<Row>} rows @param {(row: Row, column: number) => boolean} is @returns {At[]} */
function fieldsThat(rows, is) {
  return rows.flatMap((row) => row.cells.flatMap((_, column) => (is(row, column) ? [{ row, column }] : [])));
}
