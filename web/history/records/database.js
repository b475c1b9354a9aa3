import { createStore, promisifyRequest } from 'idb-keyval';

/**
 * @import { KeptReading } from './kept-reading.js'
 * @typedef {ReturnType<typeof openDatabase>} Database everything rejects where the browser keeps nothing
 */

export const NAME = 'inkdigit-records';

/** Records and pictures lie side by side, so that both are written or neither. */
const RECORD = 'record ';
const PICTURE = 'picture ';

/** Where the history lies. Each record is written by itself, so that several tabs do not overwrite each other's. */
export function openDatabase() {
  const use = createStore(NAME, 'kept');
  // Opened at the first use, where a browser without IndexedDB throws; as a promise, like all else that goes wrong.
  /** @type {typeof use} */
  const within = async (mode, work) => use(mode, work);

  return {
    /** @returns {Promise<KeptReading[]>} */
    list: () => within('readonly', (store) => promisifyRequest(store.getAll(startingWith(RECORD)))),

    /** @returns {Promise<{ records: string[], pictures: string[] }>} their ids */
    ids: () =>
      within('readonly', async (store) => {
        const keys = await promisifyRequest(store.getAllKeys());
        const idsOf = (/** @type {string} */ kind) =>
          keys.map(String).flatMap((key) => (key.startsWith(kind) ? [key.slice(kind.length)] : []));
        return { records: idsOf(RECORD), pictures: idsOf(PICTURE) };
      }),

    /** @param {string} id @returns {Promise<Blob | undefined>} */
    picture: (id) => within('readonly', (store) => promisifyRequest(store.get(PICTURE + id))),

    /**
     * @param {KeptReading} record
     * @param {{ picture?: Blob | null, replaces?: string | null }} [how] replaces: the revision that has to be there
     * @returns {Promise<boolean>} false, and nothing is written, where it is not: changed or deleted in another tab
     */
    put: (record, { picture = null, replaces = null } = {}) =>
      within('readwrite', async (store) => {
        if (replaces !== null) {
          const old = await promisifyRequest(store.get(RECORD + record.id));
          if (old?.revision !== replaces) return false;
        }
        store.put(record, RECORD + record.id);
        if (picture) store.put(picture, PICTURE + record.id);
        // A full disk is told when the transaction ends.
        await promisifyRequest(store.transaction);
        return true;
      }),

    /** @param {ReadonlyArray<string>} ids @returns {Promise<void>} */
    remove: (ids) =>
      within('readwrite', (store) => {
        for (const id of ids) {
          store.delete(RECORD + id);
          store.delete(PICTURE + id);
        }
        return promisifyRequest(store.transaction);
      }),

    /** @returns {Promise<void>} */
    clear: () =>
      within('readwrite', (store) => {
        store.clear();
        return promisifyRequest(store.transaction);
      }),
  };
}

/** @param {string} kind */
const startingWith = (kind) => IDBKeyRange.bound(kind, `${kind}\uffff`);
