import { percent, shortPercent } from './percent.js';
import { spokenNumber } from './spoken-number.js';

/** @import { Part, ShownNumber } from '../corrections/shown-reading.js' */

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

/**
 * One digit or separator of the answer, for the eye and for a screen reader.
 * @param {Part} part
 * @param {number} unsureBelow
 * @returns {{ mark: 'sure' | 'unsure' | 'unknown' | 'corrected' | 'deleted', label: string, figure: string }} figure is
 *   how sure it is, in percent
 */
export function describePart({ text, read, confidence, isCorrected }, unsureBelow) {
  const name = spokenNumber(text);
  const sureness = percent(confidence);
  const figure = isCorrected ? '' : shortPercent(confidence);
  if (text === '') return { mark: 'deleted', label: `deleted: ${spokenNumber(read)}`, figure };
  if (isCorrected) return { mark: 'corrected', label: `${name}, corrected`, figure };
  if (text === '?') return { mark: 'unknown', label: name, figure };
  if (confidence < unsureBelow) return { mark: 'unsure', label: `${name}, not sure: ${sureness}`, figure };
  return { mark: 'sure', label: `${name}, ${sureness} sure`, figure };
}
