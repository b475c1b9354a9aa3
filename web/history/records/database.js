import { databaseWith } from '../../shared/storage/database.js';

/**
 * @import { IDBPObjectStore } from 'idb'
 * @import { KeptReading } from './kept-reading.js'
 * @typedef {ReturnType<typeof openDatabase>} Database everything rejects where the browser keeps nothing
 */

const STORE = 'records';

/** Records and pictures lie side by side, so that both are written or neither. */
const RECORD = 'record ';
const PICTURE = 'picture ';

/** Opens the history's store. Each record is written by itself, so that several tabs do not overwrite each other's. */
export function openDatabase() {
  return {
    /** @returns {Promise<unknown[]>} as they are found there */
    list: async () => (await databaseWith(STORE)).getAll(STORE, startingWith(RECORD)),

    /** @returns {Promise<{ records: string[], pictures: string[] }>} their ids */
    async ids() {
      const keys = await (await databaseWith(STORE)).getAllKeys(STORE);
      const idsOf = (/** @type {string} */ kind) =>
        keys.map(String).flatMap((key) => (key.startsWith(kind) ? [key.slice(kind.length)] : []));
      return { records: idsOf(RECORD), pictures: idsOf(PICTURE) };
    },

    /** @param {string} id @returns {Promise<Blob | undefined>} */
    picture: async (id) => (await databaseWith(STORE)).get(STORE, PICTURE + id),

    /**
     * @param {KeptReading} record
     * @param {{ picture?: Blob | null, replaces?: string | null }} [how] replaces: the revision that has to be there
     * @returns {Promise<boolean>} false, and nothing is written, where it is not: changed or deleted in another tab
     */
    put: (record, { picture = null, replaces = null } = {}) =>
      write(async (store) => {
        if (replaces !== null) {
          const old = await store.get(RECORD + record.id);
          if (old?.revision !== replaces) return false;
        }
        await Promise.all([
          store.put(record, RECORD + record.id),
          ...(picture ? [store.put(picture, PICTURE + record.id)] : []),
        ]);
        return true;
      }),

    /** @param {ReadonlyArray<string>} ids @returns {Promise<void>} */
    remove: (ids) =>
      write(async (store) => {
        await Promise.all(ids.flatMap((id) => [store.delete(RECORD + id), store.delete(PICTURE + id)]));
      }),

    /** @returns {Promise<void>} */
    clear: async () => (await databaseWith(STORE)).clear(STORE),
  };
}

/**
 * @template Result
 * @param {(store: IDBPObjectStore<any, [typeof STORE], typeof STORE, 'readwrite'>) => Promise<Result>} work
 * @returns {Promise<Result>} once it is on the disk: a full one is told when the transaction ends
 */
async function write(work) {
  const transaction = (await databaseWith(STORE)).transaction(STORE, 'readwrite');
  const [result] = await Promise.all([work(transaction.store), transaction.done]);
  return result;
}

/** @param {string} kind */
const startingWith = (kind) => IDBKeyRange.bound(kind, `${kind}\uffff`);
