/** @import { Snapshot } from './snapshot.js' */

/** While ink is written it changes at every frame: what takes longer than a frame waits until the pen rests. Milliseconds. */
const REST = 150;

/**
 * Shows what there is to show at once, but for ink that is being written.
 *
 * @param {(snapshot: Snapshot) => void} show
 * @returns {(snapshot: Snapshot) => void}
 */
export function whenSettled(show) {
  /** @type {Snapshot | null} */
  let last = null;
  let timer = 0;
  return (snapshot) => {
    clearTimeout(timer);
    const isWritten = last?.ink && snapshot.ink && snapshot.ink !== last.ink;
    last = snapshot;
    if (isWritten) timer = window.setTimeout(() => show(snapshot), REST);
    else show(snapshot);
  };
}
