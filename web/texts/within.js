import { intl } from './intl.js';
import { currentDirection } from './texts.js';

/** Words within words: what was written or listed, as it stands in a sentence of the page's language. */

/**
 * @param {string} words that a person or the reader wrote, such as a name or a number
 * @returns {string} the same, with a direction of their own within a text that is written from right to left
 */
export const isolated = (words) => (currentDirection() === 'rtl' ? `\u2068${words}\u2069` : words);

/** @param {string} number as it was written: it reads from left to right, also within a text that does not */
export const leftToRight = (number) => (currentDirection() === 'rtl' ? `\u2066${number}\u2069` : number);

/**
 * @param {ReadonlyArray<string>} items
 * @param {Intl.ListFormatOptions} [how] type 'unit': one beside the other; 'disjunction': any one of them
 * @returns {string} as the language of the page writes it
 */
export const listed = (items, how = { type: 'unit', style: 'short' }) => intl(Intl.ListFormat, how).format(items);
