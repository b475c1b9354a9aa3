/**
 * A clock that can be stopped and set: `at` is what it showed at `since`, which is null while it stands.
 * @typedef {{ at: number, since: number | null }} Clock in milliseconds
 */

/** @param {number} at @returns {Clock} */
export const stoppedAt = (at) => ({ at, since: null });

/** @param {Clock} clock @param {number} now @returns {number} what it shows */
export const shown = ({ at, since }, now) => (since === null ? at : at + now - since);

/** @param {Clock} clock @param {number} now @returns {Clock} */
export const started = (clock, now) => ({ at: shown(clock, now), since: now });

/** @param {Clock} clock @param {number} now @returns {Clock} */
export const stopped = (clock, now) => stoppedAt(shown(clock, now));
