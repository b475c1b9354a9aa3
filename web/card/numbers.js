import { currentLanguage } from '../texts/texts.js';

/**
 * A share as the language writes percent: what was measured, so that 100% may be said.
 * @param {number} value 0 to 1
 * @param {number} [digits] after the point
 */
export function share(value, digits = 2) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(currentLanguage(), { style: 'percent', ...options }).format(value);
}

/** @param {number} value 0 to 1 @returns {string} with no more digits than it has */
export const roundShare = (value) =>
  new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: 1 }).format(value);

/** @param {number} value 0 to 1 @returns {string} in percentage points */
export const points = (value) =>
  new Intl.NumberFormat(currentLanguage(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(100 * value);

/** @param {number} value @returns {string} for a narrow column */
export const plain = (value) => new Intl.NumberFormat(currentLanguage(), { useGrouping: false }).format(value);

/** @param {number} value */
export const count = (value) => new Intl.NumberFormat(currentLanguage()).format(value);
