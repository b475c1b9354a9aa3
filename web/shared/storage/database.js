import { openDB } from 'idb';
import { Problem } from '../../reader/problem.js';
import { carryOver, clearEarlier } from './carry-over.js';

/**
 * The one database of the page. Everything rejects where the browser keeps nothing (private windows, Lockdown Mode).
 *
 * @import { IDBPDatabase } from 'idb'
 * @typedef {typeof STORES[number]} StoreName
 * @typedef {ReturnType<typeof openStore>} KeyValue
 */

const NAME = 'inkdigit';
const VERSION = 2;

/** Entries have keys of their own: each store's user tells which. */
const STORES = /** @type {const} */ (['records', 'batch-rows', 'batch-pictures', 'forms', 'picture', 'hands']);

/** Milliseconds; a browser whose disk is at fault may never answer. */
const LONGEST_WAIT = 10_000;

/** @type {Promise<IDBPDatabase> | undefined} */
let opened;
/** @type {Map<StoreName, Promise<void>>} */
const carried = new Map();

/**
 * @param {StoreName} store
 * @returns {Promise<IDBPDatabase>} the database, once it holds what earlier versions of the page kept in place of this
 *   store
 */
export async function databaseWith(store) {
  const database = await openOnce();
  const carrying = carried.get(store) ?? carryOver(database, store);
  carried.set(store, carrying);
  await carrying.catch((error) => {
    carried.delete(store);
    throw error;
  });
  return database;
}

/**
 * @param {StoreName} name
 * @param {Promise<void>} [allowed] everything waits for it, and is refused with it
 */
export function openStore(name, allowed) {
  const database = async () => {
    await allowed;
    return databaseWith(name);
  };
  return {
    /** @returns {Promise<[string, any][]>} */
    async entries() {
      const work = (await database()).transaction(name);
      const [keys, values] = await Promise.all([work.store.getAllKeys(), work.store.getAll()]);
      return keys.map((key, index) => [String(key), values[index]]);
    },
    /** @returns {Promise<string[]>} */
    keys: async () => (await (await database()).getAllKeys(name)).map(String),
    /** @param {string} key @returns {Promise<any>} */
    get: async (key) => (await database()).get(name, key),
    /** @param {[string, unknown][]} entries that are written all or none */
    async setMany(entries) {
      const work = (await database()).transaction(name, 'readwrite');
      await Promise.all([...entries.map(([key, value]) => work.store.put(value, key)), work.done]);
    },
    /** @param {string[]} keys */
    async delMany(keys) {
      const work = (await database()).transaction(name, 'readwrite');
      await Promise.all([...keys.map((key) => work.store.delete(key)), work.done]);
    },
  };
}

/** Empties every store, and what is left of earlier versions' databases. Where there is no IndexedDB, nothing was kept. */
export async function clearDatabase() {
  if (!hasIndexedDb()) return;
  await Promise.all(STORES.map((name) => clearEarlier(name)));
  // Not deleted, which other tabs would hold up.
  const work = (await openOnce()).transaction(STORES, 'readwrite');
  await Promise.all([...STORES.map((name) => work.objectStore(name).clear()), work.done]);
}

function openOnce() {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Async, so that a browser without IndexedDB rejects here and does not throw. */
async function open() {
  const opening = openDB(NAME, VERSION, {
    upgrade(database) {
      const missing = STORES.filter((name) => !database.objectStoreNames.contains(name));
      for (const name of missing) database.createObjectStore(name);
    },
    /** A newer version of the page, in another tab, waits for this one to let go. */
    blocking(_from, _to, event) {
      /** @type {IDBDatabase} */ (event.target).close();
      opened = undefined;
    },
    /** Safari at times closes what it was not asked to. */
    terminated() {
      opened = undefined;
    },
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Problem('storage-silent', 'The browser’s storage does not answer.'));
      opening.then((late) => late.close()).catch(() => null);
    }, LONGEST_WAIT);
  });
  return Promise.race([opening, tooLong]).finally(() => clearTimeout(timer));
}

function hasIndexedDb() {
  try {
    return Boolean(window.indexedDB);
  } catch {
    return false; // reading it throws where storage is blocked
  }
}
