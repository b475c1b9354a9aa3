/** A spreadsheet may take these for a formula, also in full width (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** -7 and -12.50 are readings, and a spreadsheet may well take them for numbers. */
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

/** Spreadsheets take a file that begins with it for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Makes a file by RFC 4180: commas, CRLF, quotes doubled; a reading of several lines stays in one quoted field, with LF between
 * them, and so do semicolons and tabs, which some spreadsheets take for separators. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it, except for plain negative numbers.
 *
 * @param {ReadonlyArray<ReadonlyArray<string>>} table
 * @returns {string} with a byte order mark
 */
export function toCsv(table) {
  const record = (/** @type {ReadonlyArray<string>} */ texts) => texts.map((text) => quoted(safe(text), /[",;\t\r\n]/));
  return BYTE_ORDER_MARK + table.map((texts) => `${record(texts).join(',')}\r\n`).join('');
}

/**
 * Makes a table for the clipboard, as spreadsheets paste it.
 *
 * @param {ReadonlyArray<ReadonlyArray<string>>} table
 * @returns {string}
 */
export function toTsv(table) {
  return table.map((texts) => texts.map((text) => quoted(safe(text), /["\t\r\n]/)).join('\t')).join('\n');
}

/** @param {string} text @returns {string} the same, or with an apostrophe, so that no spreadsheet runs it */
export function safe(text) {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** @param {string} text @param {RegExp} special what makes quotes necessary */
function quoted(text, special) {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
