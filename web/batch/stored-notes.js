import { readJson, readText, remove, write } from '../shared/storage/local.js';

/**
 * Notes for the next visit, which reads them before the batch's database and code are loaded.
 *
 * @typedef {'shown' | 'hidden'} Visibility
 * @typedef {{ id: string, column: number, text: string }} Edit what is typed, and not saved yet, of a row's reading
 */

const VISIBILITY = 'inkdigit.batch';
const EDIT = 'inkdigit.batch.edit';

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Visibility | null} of the batch that an earlier visit left; null where it left none
 */
export function storedVisibility(storage) {
  const stored = readText(storage, VISIBILITY);
  return stored === 'shown' || stored === 'hidden' ? stored : null;
}

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Visibility | null} visibility null for no batch
 */
export function storeVisibility(storage, visibility) {
  if (visibility) write(storage, VISIBILITY, visibility);
  else remove(storage, VISIBILITY);
}

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Edit | null} what was being typed when the page was left
 */
export function storedEdit(storage) {
  const edit = readJson(storage, EDIT);
  return typeof edit?.id === 'string' && Number.isInteger(edit.column) && typeof edit.text === 'string' ? edit : null;
}

/**
 * Called at every key: a database could not store the last one while the page goes away.
 *
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Edit | null} edit null once it is saved or given up
 */
export function storeEdit(storage, edit) {
  if (edit) write(storage, EDIT, JSON.stringify(edit));
  else remove(storage, EDIT);
}
