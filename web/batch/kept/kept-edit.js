import { withBatch } from '../rows/state.js';
import { correct } from '../rows/rows.js';

const KEY = 'inkdigit.batch.edit';

/**
 * @import { State } from '../rows/state.js'
 * @typedef {{ id: string, column: number, text: string }} Edit what is typed, and not saved yet, of a row's reading
 */

/**
 * What was being typed when the page was left. Stored at every key and at once, which a database cannot do while the page
 * goes away.
 *
 * @param {() => Pick<Storage, 'getItem'>} storage a function, since reading `localStorage` already throws where it is
 *   blocked
 * @returns {Edit | null}
 */
export function keptEdit(storage) {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? 'null');
    return typeof kept?.id === 'string' && Number.isInteger(kept.column) && typeof kept.text === 'string' ? kept : null;
  } catch {
    return null;
  }
}

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Edit | null} edit null once it is saved or given up
 */
export function keepEdit(storage, edit) {
  try {
    if (edit) storage().setItem(KEY, JSON.stringify(edit));
    else storage().removeItem(KEY);
  } catch {
    // Blocked or full: a reload forgets what is only half typed.
  }
}

/**
 * @param {State} state
 * @param {Edit} edit
 * @returns {State} in which it is saved, as it is when a person goes elsewhere; the same where its row is gone
 */
export function withEdit(state, { id, column, text }) {
  if (column >= state.columns.length) return state;
  const batch = correct(state.batch, id, column, text.trim());
  return withBatch(state, batch, { isHeld: false });
}
