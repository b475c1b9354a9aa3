import { currentDirection } from './texts.js';

/**
 * @param {string} words that a person or the reader wrote, such as a name or a number
 * @returns {string} the same, with a direction of their own within a text that is written from right to left
 */
export const isolated = (words) => (currentDirection() === 'rtl' ? `\u2068${words}\u2069` : words);
