import { currentLanguage } from './texts.js';

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
