/** How much is kept: years of numbers, and some 100 MB of pictures. */
export const LIMITS = { records: 1000, pictures: 200 };

/** Of a full disk's records, as many make room for the next. */
const TENTH = 0.1;

/**
 * An id sorts by the time at which it was made, so that the oldest are found without reading what they hold.
 *
 * @param {number} now milliseconds since 1970
 * @returns {string}
 */
export function newId(now) {
  // Not crypto.randomUUID, which plain http in an office's own network lacks.
  return `${now.toString(36).padStart(9, '0')}-${Math.random().toString(36).slice(2, 10)}`;
}

/**
 * @param {ReadonlyArray<string>} ids of all records
 * @param {ReadonlyArray<string>} pictures ids of those with a picture
 * @param {{ records: number, pictures: number }} [limits]
 * @returns {string[]} the oldest, which have to go
 */
export function beyondLimits(ids, pictures, limits = LIMITS) {
  const oldest = (/** @type {ReadonlyArray<string>} */ all, /** @type {number} */ most) =>
    all.toSorted().slice(0, Math.max(0, all.length - most));
  return [...new Set([...oldest(pictures, limits.pictures), ...oldest(ids, limits.records)])];
}

/**
 * @param {ReadonlyArray<string>} ids
 * @returns {string[]} the oldest tenth, at least one where there are any
 */
export function oldestTenth(ids) {
  return ids.toSorted().slice(0, Math.ceil(TENTH * ids.length));
}
