import { intl } from '../texts/intl.js';
import { text } from '../texts/texts.js';

/**
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [options]
 * @returns {string} as the language of the page writes it
 */
export const formatNumber = (value, options) => intl(Intl.NumberFormat, options).format(value);

/**
 * A part of something that was measured, in percent: 0% and 100% may be said.
 * @param {number} share 0 to 1
 * @param {number} [most] places after the point, at most
 * @param {number} [least] places after the point, at least
 */
export const formatShare = (share, most = 0, least = 0) =>
  formatNumber(share, { style: 'percent', minimumFractionDigits: least, maximumFractionDigits: most });

/**
 * A probability in whole percent, never as 0% or 100%: the reader is never certain.
 * @param {number} confidence 0 to 1
 * @param {'words' | 'short'} [style] 'short' where there is room for a few signs only
 */
export function formatConfidence(confidence, style = 'words') {
  if (confidence >= 0.995) return text(`answer.over.${style}`, { share: formatShare(0.99) });
  return confidence < 0.005 ? text(`answer.under.${style}`, { share: formatShare(0.01) }) : formatShare(confidence);
}

/** @param {number} confidence 0 to 1 */
export const formatConfidenceShort = (confidence) => formatConfidence(confidence, 'short');

/** Also without its sign, for which a narrow column has no room. @param {number} confidence 0 to 1 */
export const formatConfidenceFigure = (confidence) =>
  confidence >= 0.995 ? text('answer.over.short', { share: 99 }) : formatNumber(Math.round(confidence * 100));
