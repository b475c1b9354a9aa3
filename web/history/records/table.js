import { toCsv } from '../../batch/rows/export.js';
import { text as textOf } from '../../texts/texts.js';

/** @import { KeptReading } from './kept-reading.js' */

/**
 * @param {ReadonlyArray<KeptReading>} records in the order wanted
 * @returns {string} a table for spreadsheets, safe from formulas (see `toCsv`)
 */
export function toRecordsCsv(records) {
  const columns = /** @type {const} */ (['time', 'text', 'read', 'confidence', 'corrected', 'source']);
  const heading = columns.map((name) => textOf(`records.csv.${name}`));
  return toCsv([heading, ...records.map(toRow)]);
}

/** @param {KeptReading} record */
function toRow({ time, text, numbers, isCorrected, picture }) {
  const confidence = numbers.length > 0 ? Math.min(...numbers.map((number) => number.confidence)) : null;
  return [
    new Date(time).toISOString(),
    text,
    numbers.map(({ read }) => read).join(' '),
    confidence === null ? '' : confidence.toFixed(3),
    textOf(isCorrected ? 'records.csv.yes' : 'records.csv.no'),
    picture ? picture.name || textOf('records.csv.picture') : textOf('records.csv.pad'),
  ];
}
