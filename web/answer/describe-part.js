import { text as textOf } from '../texts/texts.js';
import { isSureSign } from '../shared/reading/sureness.js';
import { formatConfidence, formatConfidenceShort } from '../shared/numbers.js';
import { spokenNumber } from '../shared/reading/spoken-number.js';

/** @import { Part } from '../shared/reading/shown-reading.js' */

/**
 * One digit or separator of the answer, for the eye and for a screen reader.
 * @param {Part} part
 * @param {number} unsureBelow
 * @returns {{ mark: 'sure' | 'unsure' | 'unknown' | 'corrected' | 'deleted', label: string, figure: string }} figure is
 *   how sure it is, in percent
 */
export function describePart({ text, read, confidence, isCorrected }, unsureBelow) {
  const values = { digit: spokenNumber(text || read), share: formatConfidence(confidence) };
  const figure = isCorrected ? '' : formatConfidenceShort(confidence);
  if (text === '?' && !isCorrected) return { mark: 'unknown', label: values.digit, figure };
  const sureness = isSureSign({ confidence }, unsureBelow) ? 'sure' : 'unsure';
  const mark = text === '' ? 'deleted' : isCorrected ? 'corrected' : sureness;
  return { mark, label: textOf(`answer.digit.${mark}`, values), figure };
}
