import { currentDirection, currentLanguage } from './texts.js';

/** By language, kind and options. @type {Map<string, unknown>} */
const kept = new Map();

/**
 * A formatter of the page's language. Each is made once, since making one costs more than what it does, and the page
 * tells many shares at every frame.
 *
 * @template Format, Options
 * @param {new (language: string, options?: Options) => Format} Kind such as Intl.NumberFormat
 * @param {Options} [options]
 * @returns {Format}
 */
export function intl(Kind, options) {
  const key = `${currentLanguage()} ${Kind.name} ${JSON.stringify(options)}`;
  const known = /** @type {Format | undefined} */ (kept.get(key));
  if (known) return known;
  const made = new Kind(currentLanguage(), options);
  kept.set(key, made);
  return made;
}

/**
 * @param {ReadonlyArray<string>} items
 * @param {Intl.ListFormatOptions} [options] type 'unit': one beside the other; 'disjunction': any one of them
 * @returns {string} as the language of the page writes it
 */
export const formatList = (items, options = { type: 'unit', style: 'short' }) =>
  intl(Intl.ListFormat, options).format(items);

/** @returns {string} the page's language, of the region that the person reads it in */
export function regionalLanguage() {
  const language = currentLanguage();
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/** @returns {'.' | ','} what that has before decimals */
export function decimalSign() {
  const parts = new Intl.NumberFormat(regionalLanguage()).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

/**
 * @param {string} words that a person or the reader wrote, such as a name or a number
 * @returns {string} the same, with a direction of their own within a text that is written from right to left
 */
export const isolate = (words) => (currentDirection() === 'rtl' ? `\u2068${words}\u2069` : words);

/** @param {string} number as it was written: it reads from left to right, also within a text that does not */
export const leftToRight = (number) => (currentDirection() === 'rtl' ? `\u2066${number}\u2069` : number);
