/**
 * An id sorts by the time at which it was made, so that the oldest are found without reading what they name.
 *
 * @param {number} [now] milliseconds since 1970
 * @returns {string}
 */
export function newId(now = Date.now()) {
  // Not crypto.randomUUID, which plain http in an office's own network lacks.
  return `${now.toString(36).padStart(9, '0')}-${Math.random().toString(36).slice(2, 10)}`;
}
