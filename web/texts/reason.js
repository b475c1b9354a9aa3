import { reasonOf } from './reason-of.js';
import { englishText } from './english-text.js';
import { text } from './texts.js';
import { isolated, listed } from './within.js';

/**
 * Why something is not as it should be: stored and compared as it is, and told in the language of the page when it is
 * shown.
 *
 * @typedef {Readonly<{
 *   code?: string,
 *   values?: Readonly<Record<string, string | number | ReadonlyArray<string>>>,
 *   message?: string,
 * }>} Reason `code`: of the batch and of forms the key of its words, else what an error is told by; `values` stand in the
 *   words, of a list any one; `message`: of an error, in English
 */

/** @param {string | undefined} code whether its words are in the catalogue under that very name */
const isKey = (code) => /^(batch|form)\./.test(code ?? '');

/**
 * @param {Reason | null | undefined} reason
 * @returns {string} its words in the language of the page; '' for none
 */
export function wordsOf(reason) {
  if (!reason) return '';
  const { code = '', values = {}, message } = reason;
  if (isKey(code))
    return text(
      code,
      worded(values, { alone: isolated, together: (list) => listed(list.map(isolated), { type: 'disjunction' }) }),
    );
  return reasonOf(Object.assign(new Error(message), code ? { code, values } : {}));
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

/**
 * @param {string} code the key of its words
 * @param {ErrorOptions} [options]
 * @returns {Error & { code: string }} its message is in English
 */
export function errorOf(code, options) {
  return Object.assign(new Error(englishText(code), options), { code });
}

/**
 * @param {unknown} error to be shown
 * @returns {unknown} one whose message is in the language of the page, where it is of the batch or of forms
 */
export function told(error) {
  const reason = reasonFrom(error);
  return isKey(reason.code) ? new Error(wordsOf(reason), { cause: error }) : error;
}

/**
 * @param {any} error whatever was thrown
 * @returns {Reason}
 */
export function reasonFrom(error) {
  const message = error instanceof Error ? error.message : String(error);
  // The code of a DOMException is a number of the past.
  if (typeof error?.code !== 'string') return { message };
  const { code, values } = error;
  return values ? { code, values, message } : { code, message };
}

/**
 * @param {NonNullable<Reason['values']>} values
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
