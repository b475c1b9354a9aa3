import { load } from '../inkdigit.js';
import { onceMade } from '../reader/lazy.js';

/**
 * What the pads of a page read with: fetched with the first stroke or picture, and the same for all of them.
 *
 * @import { Reading } from '../inkdigit.js'
 * @import { Ink } from './paper.js'
 * @typedef {{ reading: Reading, text: string }} Read text: in one line
 */

/** For the control, which tells them. */
export const TEXTS = /** @type {import('./texts.js').Texts} */ (
  import.meta.glob('../texts/*.json', { eager: true, query: '?section=ownRead', import: 'default' })
);

const reader = onceMade(() => load());

/**
 * @param {Ink} ink
 * @param {string} language that says what stands before decimals
 * @returns {Promise<Read>}
 */
export const readInk = async (ink, language) =>
  toRead(await (await reader()).readInk(ink, { decimal: decimalOf(language) }));

/** @param {Blob} picture @returns {Promise<Read>} */
export const readPicture = async (picture) => toRead(await (await reader()).readImage(picture));

/** @param {Reading} reading @returns {Read} */
const toRead = (reading) => ({ reading, text: reading.text.replaceAll('\n', ' ') });

/** @param {string} language @returns {'.' | ','} */
function decimalOf(language) {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}
