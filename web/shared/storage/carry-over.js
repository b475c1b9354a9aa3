import { deleteDB, openDB } from 'idb';

/**
 * Until there was one database, each of its stores was a database of its own, with one store and the same keys. What
 * people kept there comes along the first time that the store is used.
 *
 * @import { IDBPDatabase } from 'idb'
 * @import { StoreName } from './database.js'
 */

/** An earlier database that is about to be deleted opens only when the last tab of an earlier version is closed. */
const LONGEST_WAIT_MS = 2000;

/**
 * Nothing is deleted before its copy is on the disk, so that a page left halfway begins again with what is left. Tabs that
 * do it at once copy the same.
 *
 * @param {IDBPDatabase} database
 * @param {StoreName} store
 * @throws {DOMException} QuotaExceededError where the copy does not fit: everything stays where it was
 */
export async function carryOver(database, store) {
  const earlier = await openEarlier(store);
  if (!earlier) return;
  try {
    const [name] = earlier.objectStoreNames;
    const keys = name === undefined ? [] : await earlier.getAllKeys(name);
    // Only at a later visit than it was emptied: a tab of an earlier version may have written to it since.
    if (keys.length === 0) return void deleteDB(earlier.name).catch(warn);
    const copied = [];
    for (const key of keys) if (await copy({ earlier, name, key }, database, store)) copied.push(key);
    const work = earlier.transaction(name, 'readwrite');
    await Promise.all([...copied.map((key) => work.store.delete(key)), work.done]);
  } catch (error) {
    if (isFull(error)) throw error;
    warn(error);
  } finally {
    earlier.close();
  }
}

/** @param {StoreName} store whose earlier database is emptied */
export async function clearEarlier(store) {
  const earlier = await openEarlier(store);
  if (!earlier) return;
  try {
    for (const name of earlier.objectStoreNames) await earlier.clear(name);
  } finally {
    earlier.close();
  }
}

/**
 * @param {{ earlier: IDBPDatabase, name: string, key: IDBValidKey }} from
 * @param {IDBPDatabase} database
 * @param {StoreName} store
 * @returns {Promise<boolean>} false where it cannot be read or written; without it the rest comes along
 */
async function copy({ earlier, name, key }, database, store) {
  try {
    const value = await earlier.get(name, key);
    const work = database.transaction(store, 'readwrite');
    // An entry that is there already was copied before, and may have been changed since.
    const isThere = (await work.store.getKey(key)) !== undefined;
    await Promise.all([isThere || work.store.put(value, key), work.done]);
    return true;
  } catch (error) {
    if (isFull(error)) throw error;
    warn(error);
    return false;
  }
}

/**
 * @param {StoreName} store
 * @returns {Promise<IDBPDatabase | null>} null where there is none, or none that opens
 */
async function openEarlier(store) {
  const name = `inkdigit-${store}`;
  const all = await indexedDB.databases?.().catch(() => null); // refused in some private windows
  if (all && !all.some((each) => each.name === name)) return null;
  const opening = openDB(name, undefined, {
    upgrade(_database, _from, _to, work) {
      // It is not there, and must not be made.
      work.done.catch(() => {});
      work.abort();
    },
  }).catch(() => null);
  /** @type {Promise<'late'>} */
  const tooLate = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS, 'late'));
  const earlier = await Promise.race([opening, tooLate]);
  if (earlier !== 'late') return earlier;
  void opening.then((late) => late?.close());
  return null;
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** @param {unknown} error */
const warn = (error) => console.warn('What an earlier version kept does not come along:', error);
