import { plainSigns } from '../../shared/reading/parse-number.js';

/**
 * @import { KeptReading } from './kept-reading.js'
 * @typedef {{ text?: string, day?: string, isUnsure?: boolean, isCorrected?: boolean }} Query text: a part of what was
 *   read, several of them with spaces between; day: '2026-11-21', as date fields give it; isUnsure and isCorrected: only such
 */

/**
 * @template {Pick<KeptReading, 'id' | 'time' | 'text' | 'isUnsure' | 'isCorrected'>} Kept
 * @param {ReadonlyArray<Kept>} records
 * @param {Query} query all of it has to be met; what is not given, or empty, is met by everything
 * @returns {Kept[]} in the same order
 */
export function search(records, { text = '', day = '', isUnsure = false, isCorrected = false }) {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return records.filter(
    (record) =>
      wanted.every((part) => record.text.includes(part)) &&
      (day === '' || dayOf(record.time) === day) &&
      (!isUnsure || record.isUnsure) &&
      (!isCorrected || record.isCorrected),
  );
}

/**
 * @template {Pick<KeptReading, 'id' | 'time'>} Kept
 * @param {ReadonlyArray<Kept>} records
 * @returns {Kept[]}
 */
export function newestFirst(records) {
  return records.toSorted((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));
}

/**
 * @param {number} time milliseconds since 1970
 * @returns {string} its day where the device is, as date fields have it: '2026-11-21'
 */
export function dayOf(time) {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((value) => String(value).padStart(2, '0'));
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/**
 * @param {string} typed with the digits and signs of any script
 * @returns {string} with those of readings
 */
function plain(typed) {
  return plainSigns(typed)
    .replaceAll('٫', '.')
    .replaceAll('٪', '%')
    .replaceAll(/\p{Nd}/gu, (sign) => String(valueOf(sign)));
}

/** Unicode keeps the ten decimal digits of a script together, from its zero. @param {string} sign */
function valueOf(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  let before = 0;
  while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before;
}
