import { currentLanguage } from '../texts/texts.js';

/**
 * What is measured, so that 0% and 100% may be said.
 *
 * @param {number} share 0 to 1
 * @param {number} [places] after the point, at most
 * @returns {string} percent as the language of the page writes it
 */
export function shareWords(share, places = 0) {
  return new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: places }).format(share);
}
