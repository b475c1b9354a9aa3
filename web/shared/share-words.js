import { currentLanguage } from '../texts/texts.js';

/** By language and places: making one costs more than what it does, and fields tell their place at every frame. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * What is measured, so that 0% and 100% may be said.
 *
 * @param {number} share 0 to 1
 * @param {number} [places] after the point, at most
 * @returns {string} percent as the language of the page writes it
 */
export function shareWords(share, places = 0) {
  const key = `${currentLanguage()} ${places}`;
  const known = formats.get(key);
  const format = known ?? new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: places });
  if (!known) formats.set(key, format);
  return format.format(share);
}
