import { safe, toTsv } from '../../shared/csv.js';
import { copyText } from '../../shared/dom/copy-text.js';

/** A spreadsheet keeps no more digits of a number. */
const MOST_DIGITS = 15;

/**
 * @param {string} text
 * @returns {number | null} what a spreadsheet may take it for, with nothing lost; null where it is to be a text: with a zero
 *   before it, too long, a date, or with a comma that may stand between thousands
 */
export function numberIn(text) {
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+|,(\d{1,2}|\d{4,}))?$/.test(text);
  return isNumber && text.replace(/\D/g, '').length <= MOST_DIGITS ? Number(text.replace(',', '.')) : null;
}

/**
 * Copies a table as spreadsheets paste it: as HTML, which tells texts from numbers, and as plain text with tabs.
 *
 * @param {ReadonlyArray<ReadonlyArray<string>>} table first its headings
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyTable(table) {
  const plain = toTsv(table);
  return copyAs({ 'text/plain': plain, 'text/html': toHtml(table) }) || copyText(plain);
}

/**
 * The clipboard's newer interface would take the formats of cells out of HTML.
 *
 * @param {Record<string, string>} kinds
 * @returns {boolean} whether the browser copied
 */
function copyAs(kinds) {
  let isCopied = false;
  /** @param {ClipboardEvent} event */
  function fill(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
    isCopied = event.clipboardData !== null;
  }
  window.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', fill, { capture: true });
  return isCopied;
}

/**
 * @param {ReadonlyArray<ReadonlyArray<string>>} table first its headings
 * @returns {string}
 */
export function toHtml([headings, ...records]) {
  const head = headings.map((text) => `<th>${escaped(text)}</th>`);
  const rows = records.map((record) => record.map((text, column) => cellOf(text, column)));
  return `<meta charset="utf-8"><table>${[head, ...rows].map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
}

/** @param {string} text @param {number} column the first is the picture's name */
function cellOf(text, column) {
  const isText = column === 0 || numberIn(text) === null;
  const format = isText && text !== '' ? ` style="mso-number-format:'\\@'" sdnum="1033;0;@"` : '';
  return `<td${format}>${escaped(safe(text))}</td>`;
}

/** @param {string} text lines of a reading stay in one cell */
function escaped(text) {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return plain.replaceAll('\n', '<br style="mso-data-placement:same-cell">');
}
