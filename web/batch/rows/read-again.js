import { statusOf } from './rows.js';

/** @import { Batch, Status } from './rows.js' */

/**
 * @param {Batch} batch
 * @returns {Batch} in which what failed, and nobody typed since, waits to be read once more
 */
export function retryFailed(batch) {
  const rows = batch.rows.map((row) =>
    statusOf(row) === 'failed' ? { ...row, status: /** @type {Status} */ ('waiting'), error: undefined } : row,
  );
  return { ...batch, rows };
}

/**
 * @param {Batch} batch
 * @param {ReadonlyArray<string>} ids
 * @returns {Batch} in which these wait to be read anew; what a person said of them stays
 */
export function readAgain(batch, ids) {
  const rows = batch.rows.map((row) => {
    if (!ids.includes(row.id)) return row;
    return { ...row, status: /** @type {Status} */ ('waiting'), cells: row.cells.map(() => null), error: undefined };
  });
  return { ...batch, rows };
}
