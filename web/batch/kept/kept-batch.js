const KEY = 'inkdigit.batch';

/** @typedef {'shown' | 'hidden'} Kept */

/**
 * Whether a batch of an earlier visit waits, without loading anything for it: the batch itself is in a database that
 * only its own code opens.
 *
 * @param {() => Pick<Storage, 'getItem'>} storage a function, since reading `localStorage` already throws where it is
 *   blocked
 * @returns {Kept | null} 'shown' where the page was left with the batch in sight
 */
export function keptBatch(storage) {
  try {
    const kept = storage().getItem(KEY);
    return kept === 'shown' || kept === 'hidden' ? kept : null;
  } catch {
    return null;
  }
}

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {Kept | null} kept null for none
 */
export function noteBatch(storage, kept) {
  try {
    if (kept) storage().setItem(KEY, kept);
    else storage().removeItem(KEY);
  } catch {
    // Blocked or full: the next visit begins with the pad.
  }
}
