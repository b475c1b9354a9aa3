/**
 * @param {unknown} error whatever was thrown
 * @returns {string} its words for a person
 */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
