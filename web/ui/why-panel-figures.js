import { currentLanguage, text } from '../texts/texts.js';

/** @param {number} value @param {Intl.NumberFormatOptions} options */
const format = (value, options) => new Intl.NumberFormat(currentLanguage(), options).format(value);

/**
 * A probability in whole percent, never as 0% or 100%: the network is never certain.
 * @param {number} share 0 to 1
 * @param {string} [style] 'short' where there is room for a few signs only
 */
export function probability(share, style = 'words') {
  if (share >= 0.995) return text(`why.over.${style}`, { share: part(0.99) });
  return share < 0.005 ? text(`why.under.${style}`, { share: part(0.01) }) : part(share);
}

/** A part of something, in whole percent. @param {number} share 0 to 1 */
export const part = (share) => format(share, { style: 'percent' });

/** What logits differ by. @param {number} value */
export const difference = (value) =>
  format(value, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' });

/** How many times. @param {number} value */
export const times = (value) => format(value, { maximumSignificantDigits: 2 });
