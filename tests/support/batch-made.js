import { addRows, changeRow, fillCells, startBatch } from '../../web/batch/rows/rows.js';

/** @import { Batch, Cell } from '../../web/batch/rows/rows.js' */

/** Rules without a form. */
export const RULES = { unsureBelow: 0.8, problemOf: () => null, between: () => [] };

/**
 * @param {string} text
 * @param {number} [confidence]
 * @param {string} [problem] the key of its words
 * @returns {Cell}
 */
export const cell = (text, confidence = 0.99, problem = '') => ({
  text,
  confidence,
  problem: problem ? { code: problem } : null,
  box: null,
});

/**
 * A batch whose pictures are named by their ids.
 *
 * @param {Record<string, ReadonlyArray<Cell> | string | null>} pictures cells that were read, what went wrong, or null
 *   for what waits
 * @param {number} [columns]
 * @returns {Batch}
 */
export function batchOf(pictures, columns = 1) {
  const ids = Object.keys(pictures).map((id) => ({ id, name: id }));
  return ids.reduce(
    (batch, { id }) => {
      const found = pictures[id];
      if (found === null) return batch;
      if (typeof found === 'string') return changeRow(batch, id, { status: 'failed', error: { message: found } });
      return fillCells(batch, id, found);
    },
    addRows(startBatch(), ids, columns),
  );
}

/** @param {Batch} batch @param {string} id */
export function rowOf(batch, id) {
  const row = batch.rows.find((each) => each.id === id);
  if (!row) throw new Error(`There is no row ${id}`);
  return row;
}
