/**
 * @import { KeptReading } from './kept-reading.js'
 * @typedef {{ text: string, digits: number, leftOut: { unsure: number, unclear: number } }} StrokeLines digits are those
 *   in the text; left out are those that nobody is sure of, and those whose own strokes nobody knows: of pictures,
 *   written over each other, or of a number that was typed anew
 */

/**
 * Digits as strokes with labels, one a line, as `python -m training train --data` takes them (docs/training.md). What a
 * person corrected or was read surely is labeled; of a guess the label would teach the reader its own mistakes.
 *
 * @param {ReadonlyArray<Pick<KeptReading, 'digits'>>} records
 * @param {{ writer?: string }} [options] a name, which training keeps one person's digits together by
 * @returns {StrokeLines}
 */
export function toStrokeLines(records, { writer = '' } = {}) {
  const digits = records.flatMap((record) => record.digits);
  const trusted = digits.filter(({ isTrusted }) => isTrusted);
  const clear = trusted.flatMap(({ text, strokes }) => (strokes ? [{ strokes, label: text }] : []));
  const by = writer === '' ? {} : { writer };
  return {
    text: clear.map((digit) => `${JSON.stringify({ ...digit, ...by })}\n`).join(''),
    digits: clear.length,
    leftOut: { unsure: digits.length - trusted.length, unclear: trusted.length - clear.length },
  };
}
