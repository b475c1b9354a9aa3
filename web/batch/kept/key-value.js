import { createStore, delMany, entries, get, keys, setMany } from 'idb-keyval';

/**
 * @typedef {{
 *   entries: () => Promise<[string, any][]>,
 *   keys: () => Promise<string[]>,
 *   get: (key: string) => Promise<any>,
 *   setMany: (entries: [string, unknown][]) => Promise<void>,
 *   delMany: (keys: string[]) => Promise<void>,
 * }} KeyValue a database of one table; everything rejects where the browser has none
 */

/**
 * @param {string} name of the database
 * @param {Promise<void>} allowed everything waits for it, and is refused with it
 * @returns {KeyValue}
 */
export function openKeyValue(name, allowed) {
  // Opened at the first use, so that a browser without IndexedDB rejects there and does not throw here.
  const store = createStore(name, 'kept');
  return {
    entries: () => allowed.then(() => entries(store)),
    keys: () => allowed.then(() => keys(store)),
    get: (key) => allowed.then(() => get(key, store)),
    setMany: (list) => allowed.then(() => setMany(list, store)),
    delMany: (list) => allowed.then(() => delMany(list, store)),
  };
}
