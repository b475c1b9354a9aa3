import { newestFirst } from './records/search.js';

/**
 * @import { PageHistory } from './controller.js'
 * @import { KeptReading } from './records/kept-reading.js'
 */

/**
 * The records that the panel shows: those that are kept, and those that were deleted since it was opened, which keep their
 * place and can be brought back.
 * @param {Pick<PageHistory, 'ready'>} history
 */
export function createRestorableRecords(history) {
  /** @type {ReadonlyArray<KeptReading>} */
  let kept = [];
  /** @type {Map<string, { record: KeptReading, picture: Blob | null }>} */
  const deleted = new Map();

  return {
    /** @returns {ReadonlyArray<KeptReading>} those that are kept */
    kept: () => kept,

    /** @returns {KeptReading[]} those that are kept or can be brought back, the newest first */
    all() {
      const ids = new Set(kept.map(({ id }) => id));
      const gone = [...deleted.values()].map(({ record }) => record);
      return newestFirst([...kept, ...gone.filter(({ id }) => !ids.has(id))]);
    },

    /** Loads what is kept by now. */
    async refresh() {
      kept = await (await history.ready()).records.list();
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

    /** Gives up what was deleted, so that it cannot be brought back any more. */
    forget: () => deleted.clear(),
  };
}
