import { text } from '../../texts/texts.js';
import { newId } from '../../shared/new-id.js';
import { withBatch } from './state.js';

/**
 * @import { Row } from './rows.js'
 * @import { State } from './state.js'
 */

/**
 * @param {State} state
 * @param {string} id of a PDF's row
 * @param {number} count of its pages
 * @param {{ isHeld: boolean }} how whether rows in sight stay where they are
 * @returns {State} with a row for each page in the place of the PDF's own
 */
export function withPages(state, id, count, how) {
  const { batch, selected } = state;
  const pdf = batch.rows.find((row) => row.id === id);
  if (!pdf) return state;
  const pages = Array.from({ length: count }, (_, index) => pageOf(pdf, index, count));
  const rows = batch.rows.flatMap((row) => (row === pdf ? pages : row));
  const next = withBatch(state, { ...batch, rows }, how);
  return selected?.id === id ? { ...next, selected: { ...selected, id: pages[0].id } } : next;
}

/** @param {Row} pdf @param {number} index @param {number} count @returns {Row} */
function pageOf({ id, name, order, cells }, index, count) {
  const number = index + 1;
  return {
    id: newId(),
    name: count === 1 ? name : text('batch.page', { name, page: number }),
    order: order + index / count,
    status: 'waiting',
    cells: cells.map(() => null),
    corrections: cells.map(() => null),
    page: { of: id, number },
  };
}
