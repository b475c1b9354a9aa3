import { currentLanguage } from './texts.js';

/**
 * @param {ReadonlyArray<string>} items
 * @param {'unit' | 'disjunction'} [type] 'unit': one beside the other; 'disjunction': any one of them
 * @returns {string} as the language of the page writes it
 */
export function listed(items, type = 'unit') {
  return new Intl.ListFormat(currentLanguage(), { type, style: type === 'unit' ? 'short' : 'long' }).format(items);
}
