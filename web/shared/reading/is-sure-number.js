/** @import { ShownNumber } from './shown-reading.js' */

/** Every digit may be sure, and it still be open how many there are. */
const WHOLE_UNSURE_BELOW = 0.8;

/**
 * @param {ShownNumber} number
 * @param {number} unsureBelow
 * @returns {boolean} whether every digit of it, and all of them together, are sure
 */
export function isSureNumber({ parts, confidence }, unsureBelow) {
  return (
    confidence >= Math.min(WHOLE_UNSURE_BELOW, unsureBelow) && parts.every((part) => part.confidence >= unsureBelow)
  );
}
