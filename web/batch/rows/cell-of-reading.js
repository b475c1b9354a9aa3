import { leastOf } from '../../shared/reading/sureness.js';

/**
 * @import { Box, Cell } from './rows.js'
 * @typedef {{
 *   text: string,
 *   numbers: ReadonlyArray<import('../../shared/reading/sureness.js').Judged & { box: Box | null }>,
 *   skipped?: ReadonlyArray<{ box: Box }>,
 * }} Reading the parts of it that a batch keeps
 */

/**
 * A picture's reading as one cell. Its text is the reading's own: the numbers of a line with a space between them, one
 * line below the other, which is what a spreadsheet shows in one cell. Its confidence is that of its least sure number:
 * that is the one to look at. Images and probabilities of digits are left behind; a hundred pictures of them would cost
 * megabytes.
 *
 * @param {Reading} reading
 * @returns {Cell}
 */
export function cellOfReading({ text, numbers, skipped = [] }) {
  const confidence = numbers.length > 0 ? Math.min(...numbers.map((number) => number.confidence)) : 0;
  return {
    text,
    confidence,
    ...keptLeast(confidence, numbers),
    problem: null,
    box: null,
    marks: numbers.map((number) => ({
      text: number.text,
      confidence: number.confidence,
      ...keptLeast(number.confidence, [number]),
      box: number.box,
    })),
    skipped: skipped.map(({ box }) => box),
  };
}

/**
 * @param {number} confidence
 * @param {Reading['numbers']} numbers
 * @returns {{ least?: number }} only where a sign is less sure than that
 */
function keptLeast(confidence, numbers) {
  const least = Math.min(...numbers.map(leastOf));
  return least < confidence ? { least } : {};
}
