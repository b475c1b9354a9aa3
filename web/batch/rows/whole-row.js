import { isCorrections, isCrop, isTurned } from '../../shared/reading/whole.js';
import {
  both,
  having,
  isBox,
  isNumber,
  isOneOf,
  isPlace,
  isShare,
  isText,
  listOf,
  orNothing,
  orNull,
} from '../../shared/shapes.js';

/**
 * @import { Is } from '../../shared/shapes.js'
 * @import { Row } from './rows.js'
 */

/** @param {Is} is what each value of an object is @returns {Is} */
const each = (is) => (value) => typeof value === 'object' && value !== null && Object.values(value).every(is);

const isValue = (/** @type {unknown} */ value) => isText(value) || isNumber(value) || listOf(isText)(value);

const isReason = orNothing(
  both(
    having({ code: orNothing(isText), message: orNothing(isText), values: orNothing(each(isValue)) }),
    ({ code, message }) => isText(code) || isText(message),
  ),
);

const texts = orNothing(listOf(orNull(isText)));

const isMark = having({ text: isText, confidence: isShare, least: orNothing(isShare), box: orNothing(isBox) });

const isCell = having({
  text: isText,
  confidence: isShare,
  least: orNothing(isShare),
  problem: isReason,
  box: orNothing(isBox),
  marks: orNothing(listOf(isMark)),
  skipped: orNothing(listOf(isBox)),
  area: orNothing(isBox),
  turned: orNothing(isNumber),
});

const isPage = having({ of: isText, number: isNumber });

const isRow = having({
  name: isText,
  order: isNumber,
  status: isOneOf('waiting', 'reading', 'read', 'failed'),
  error: isReason,
  cells: listOf(orNull(isCell)),
  corrections: listOf(orNull(isText)),
  marked: orNothing(having({ area: isCrop, turned: isTurned, corrections: isCorrections })),
  said: texts,
  gone: orNothing(listOf(isPlace)),
  others: orNothing(each(isText)),
  page: orNothing(isPage),
  before: texts,
  second: orNothing(listOf(orNull(having({ text: isText })))),
});

/**
 * A row out of the database, which another version may have written, or a disk spoiled.
 *
 * @param {string} id under which it was kept
 * @param {any} value
 * @returns {{ row: Row, isWhole: boolean }} as it was kept, or, where anything is missing that the page takes for granted, to be
 *   read anew from its picture
 */
export function rowFrom(id, value) {
  const isWhole = isRow(value) && value.id === id && value.cells.length === value.corrections.length;
  if (isWhole) return { row: value, isWhole };
  const { name, order, page } = value ?? {};
  const known = { name: isText(name) ? name : '', order: isNumber(order) ? order : 0, ...(isPage(page) && { page }) };
  return { row: { id, ...known, status: 'waiting', cells: [], corrections: [] }, isWhole };
}
