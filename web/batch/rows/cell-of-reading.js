/**
 * @import { Box, Cell } from './rows.js'
 * @typedef {{
 *   text: string,
 *   numbers: ReadonlyArray<{ text: string, confidence: number, box: Box | null }>,
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
  return {
    text,
    confidence: numbers.length > 0 ? Math.min(...numbers.map(({ confidence }) => confidence)) : 0,
    problem: null,
    box: null,
    marks: numbers.map((number) => ({ text: number.text, confidence: number.confidence, box: number.box })),
    skipped: skipped.map(({ box }) => box),
  };
}
