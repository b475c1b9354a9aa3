import { Problem } from '../reader/problem.js';
import { englishText, text } from './texts.js';
import { formatList, isolate } from './intl.js';

/**
 * Why something is not as it should be, or another thing that a person should know: thrown, kept and compared by a code,
 * and told only when it is shown, so that it follows the language of the page.
 *
 * @typedef {Readonly<Record<string, string | number | ReadonlyArray<string>>>} Values of a list any one
 * @typedef {Readonly<{ code?: string, values?: Values, message?: string }>} Reason code: the key of its words, such as
 *   'batch.error.noCopy', or a name of the catalogue's section `problem`, as the reader has them; values stand in the words;
 *   message: of an error, in English
 */

/**
 * @param {string} code the key of its words
 * @param {{ values?: Values, cause?: unknown }} [more]
 * @returns {Problem} to be thrown; its message is in English
 */
export function errorOf(code, { values = {}, cause } = {}) {
  const message = englishOf({ code, values });
  return new Problem(code, message, { values: /** @type {any} */ (values), cause });
}

/**
 * @param {any} error whatever was thrown
 * @returns {Reason} that can be stored
 */
export function reasonFrom(error) {
  const message = typeof error === 'object' && error ? error.message : String(error);
  // The code of a DOMException is a number of the past.
  if (typeof error?.code !== 'string') return { message };
  const { code, values } = error;
  return values ? { code, values, message } : { code, message };
}

/**
 * @param {unknown} problem a `Reason`, or whatever was thrown
 * @returns {string} its words in the language of the page; its own where nobody knows better; '' for none
 */
export function wordsOf(problem) {
  if (problem === null || problem === undefined) return '';
  const { code, values = {}, message = '' } = reasonFrom(problem);
  if (code === undefined) return message;
  const key = isKey(code) ? code : `problem.${code}`;
  const together = (/** @type {ReadonlyArray<string>} */ list) =>
    formatList(list.map(isolate), { type: 'disjunction' });
  const words = text(key, worded(values, { alone: isolate, together }));
  // Of a code that the catalogue does not know there is still the message.
  return words === key && message ? message : words;
}

/**
 * @param {Reason | null | undefined} reason
 * @returns {string} its words in English, for files that programs read; '' for none
 */
export function englishOf(reason) {
  if (!reason) return '';
  const { code = '', values = {}, message = '' } = reason;
  return isKey(code)
    ? englishText(code, worded(values, { alone: String, together: (list) => list.join(' or ') }))
    : message;
}

/** @param {string} code whether its words are in the catalogue under that very name */
const isKey = (code) => code.includes('.');

/**
 * @param {Values} values
 * @param {{ alone: (text: string) => string, together: (list: ReadonlyArray<string>) => string }} how
 * @returns {Record<string, string | number>}
 */
function worded(values, { alone, together }) {
  /** @param {string | number | ReadonlyArray<string>} value */
  const wordsFor = (value) => {
    if (typeof value === 'object') return together(value);
    return typeof value === 'string' ? alone(value) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordsFor(value)]));
}
