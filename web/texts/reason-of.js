import { text } from './texts.js';

/**
 * @param {unknown} error whatever was thrown
 * @returns {string} its words for a person, in the language of the page where it has a code: a key of the catalogue, or the
 *   name of a problem that it lists
 */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  // A DOMException's code is a number.
  const { code, values } = /** @type {Partial<import('../reader/problem.js').Problem>} */ (error);
  if (typeof code !== 'string') return error.message;
  return text(code.includes('.') ? code : `problem.${code}`, values);
}
