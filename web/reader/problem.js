/**
 * An error that a page can tell in any language: by its code, which stays what it is, and what stands in the sentence.
 * Its own message is English.
 *
 * @typedef {{ [name: string]: string | number }} Values
 */
export class Problem extends Error {
  /**
   * @param {string} code such as 'picture-empty'
   * @param {string} [message]
   * @param {{ values?: Values, cause?: unknown }} [more]
   */
  constructor(code, message = code, { values = {}, cause } = {}) {
    super(message, { cause });
    this.code = code;
    this.values = values;
  }
}
