import { readJson, readText, remove, write } from '../../shared/storage/local.js';

/**
 * What the next visit has to know of the batch before its database is asked. None of the batch's other code is needed
 * for it.
 *
 * @typedef {'shown' | 'hidden'} Kept
 * @typedef {{ id: string, column: number, text: string }} Edit what is typed, and not saved yet, of a row's reading
 */

const BATCH = 'inkdigit.batch';
const EDIT = 'inkdigit.batch.edit';

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Kept | null} whether a batch of an earlier visit waits; 'shown' where the page was left with it in sight
 */
export function keptBatch(storage) {
  const kept = readText(storage, BATCH);
  return kept === 'shown' || kept === 'hidden' ? kept : null;
}

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Kept | null} kept null for none
 */
export function noteBatch(storage, kept) {
  if (kept) write(storage, BATCH, kept);
  else remove(storage, BATCH);
}

/**
 * What was being typed when the page was left. Stored at every key and at once, which a database cannot do while the page
 * goes away.
 *
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Edit | null}
 */
export function keptEdit(storage) {
  const kept = readJson(storage, EDIT);
  return typeof kept?.id === 'string' && Number.isInteger(kept.column) && typeof kept.text === 'string' ? kept : null;
}

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Edit | null} edit null once it is saved or given up
 */
export function keepEdit(storage, edit) {
  if (edit) write(storage, EDIT, JSON.stringify(edit));
  else remove(storage, EDIT);
}
