import { toCsv } from '../../shared/csv.js';

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

/**
 * The table is in English whatever the page's language is, as all exports are: whoever gets the file finds the same.
 *
 * @param {ReadonlyArray<KeptReading>} records in the order wanted
 * @returns {string} a table for spreadsheets, safe from formulas (see `toCsv`)
 */
export function toRecordsCsv(records) {
  return toCsv([['Time', 'Reading', 'As it was read', 'Confidence', 'Corrected', 'From'], ...records.map(toRow)]);
}

/** @param {KeptReading} record */
function toRow({ time, text, numbers, isCorrected, picture }) {
  const confidence = numbers.length > 0 ? Math.min(...numbers.map((number) => number.confidence)) : null;
  return [
    new Date(time).toISOString(),
    text,
    numbers.map(({ read }) => read).join(' '),
    confidence === null ? '' : confidence.toFixed(3),
    isCorrected ? 'yes' : 'no',
    picture ? picture.name || 'Picture' : 'Pad',
  ];
}
