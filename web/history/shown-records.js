import { newestFirst } from './records/search.js';

/**
 * @import { PageHistory } from './controller.js'
 * @import { KeptReading } from './records/kept-reading.js'
 */

/**
 * The records as the panel shows them: what was deleted since it was opened keeps its place, and can be brought back.
 * @param {Pick<PageHistory, 'ready'>} history
 */
export function createShownRecords(history) {
  /** @type {ReadonlyArray<KeptReading>} */
  let there = [];
  /** @type {Map<string, { record: KeptReading, picture: Blob | null }>} */
  const deleted = new Map();

  return {
    /** @returns {ReadonlyArray<KeptReading>} those that are kept */
    there: () => there,

    /** @returns {KeptReading[]} those that are kept or can be brought back, the newest first */
    all() {
      const ids = new Set(there.map(({ id }) => id));
      const gone = [...deleted.values()].map(({ record }) => record);
      return newestFirst([...there, ...gone.filter(({ id }) => !ids.has(id))]);
    },

    /** Looks what is kept by now. */
    async refresh() {
      there = await (await history.ready()).records.list();
    },

    /** @param {KeptReading} record @returns {Promise<boolean>} whether it is gone */
    async remove(record) {
      const { records } = await history.ready();
      const picture = record.scale === null ? null : await records.picture(record.id);
      deleted.set(record.id, { record, picture });
      return records.remove(record.id);
    },

    /** @param {string} id of one that was deleted */
    async restore(id) {
      const { record, picture } = deleted.get(id) ?? {};
      deleted.delete(id);
      if (record) await (await history.ready()).records.restore(record, picture ?? null);
    },

    /** From now on nothing can be brought back. */
    forget: () => deleted.clear(),
  };
}
