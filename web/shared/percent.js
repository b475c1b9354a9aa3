import { rememberLast } from './remember-last.js';
import { currentLanguage, text } from '../texts/texts.js';

/** Made once a language: it costs more than what it does, and the page tells many shares at every frame. */
const format = rememberLast(() => new Intl.NumberFormat(currentLanguage(), { style: 'percent' }));
const plain = rememberLast(() => new Intl.NumberFormat(currentLanguage()));

/** A part of something, in whole percent. @param {number} share 0 to 1 */
export const wholePercent = (share) => format().format(share);

/**
 * A probability in whole percent, never as 0% or 100%: the reader is never certain.
 * @param {number} share 0 to 1
 * @param {'words' | 'short'} [style] 'short' where there is room for a few signs only
 */
export function percent(share, style = 'words') {
  if (share >= 0.995) return text(`why.over.${style}`, { share: wholePercent(0.99) });
  return share < 0.005 ? text(`why.under.${style}`, { share: wholePercent(0.01) }) : wholePercent(share);
}

/** Also without its sign, for which a narrow column has no room. @param {number} share 0 to 1 */
export const percentFigure = (share) =>
  share >= 0.995 ? text('why.over.short', { share: 99 }) : plain().format(Math.round(share * 100));

/** @param {number} share 0 to 1 */
export const shortPercent = (share) => percent(share, 'short');
