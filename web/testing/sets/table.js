import { PIXELS } from '../../reader/ink/rasterize.js';
import { MOST_IMAGES, problemOf } from './content.js';

/**
 * Tables of pixels, a row an image: Kaggle's "Digit Recognizer" (label, pixel0 to pixel783, or without label), and MNIST as it is
 * usually made into CSV.
 *
 * @import { Labeled } from './pairs.js'
 */

const LABEL = /^"?(label|class|digit|target|y)"?$/i;

const [NEWLINE, RETURN, SPACE, QUOTE, ZERO] = ['\n', '\r', ' ', '"', '0'].map((sign) => sign.charCodeAt(0));

/** Rows between two reports of how far it is. */
const PACE = 2000;

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {(share: number) => void} [onShare] 0..1
 * @returns {Labeled}
 * @throws {Problem} with the line that is wrong
 */
export function readTable(bytes, name, onShare = () => {}) {
  const end = lineEnd(bytes, 0);
  const first = new TextDecoder()
    .decode(bytes.subarray(0, end))
    .replace(/^\ufeff/, '')
    .trim();
  const separator = [',', ';', '\t'].find((sign) => first.includes(sign)) ?? ',';
  const fields = first.split(separator).map((field) => field.trim());
  const columns = fields.length;
  if (columns !== PIXELS && columns !== PIXELS + 1) throw problemOf('testing.problem.columns', { name, columns });
  const hasHeader = !fields.every((field) => /^"?\d+(\.\d*)?"?$/.test(field));
  const found = hasHeader ? fields.findIndex((field) => LABEL.test(field)) : 0;
  const labelAt = columns === PIXELS ? -1 : Math.max(0, found);
  const rows = countRows(bytes, hasHeader ? end + 1 : 0);
  if (rows === 0) throw problemOf('testing.problem.none', { name });
  if (rows > MOST_IMAGES) throw problemOf('testing.problem.many', { name, count: rows, most: MOST_IMAGES });

  const images = new Uint8Array(rows * PIXELS);
  const labels = labelAt < 0 ? null : new Uint8Array(rows);
  const row = new Int32Array(columns);
  let [line, count, start] = [1, 0, 0];
  if (hasHeader) [line, start] = [2, end + 1];
  for (; start < bytes.length; line++) {
    const stop = lineEnd(bytes, start);
    if (!isBlank(bytes, start, stop)) {
      readRow(bytes, { start, stop, separator: separator.charCodeAt(0) }, row, { name, line });
      takeRow(row, labelAt, { images, labels, count, name, line });
      count += 1;
      if (count % PACE === 0) onShare(count / rows);
    }
    start = stop + 1;
  }
  return { images, labels };
}

/** @param {Uint8Array} bytes @param {number} start @returns {number} where the line that begins there ends */
function lineEnd(bytes, start) {
  const end = bytes.indexOf(NEWLINE, start);
  return end < 0 ? bytes.length : end;
}

/** @param {Uint8Array} bytes @param {number} start */
function countRows(bytes, start) {
  let rows = 0;
  for (let at = start; at < bytes.length; at = lineEnd(bytes, at) + 1)
    if (!isBlank(bytes, at, lineEnd(bytes, at))) rows += 1;
  return rows;
}

/** @param {Uint8Array} bytes @param {number} start @param {number} stop */
function isBlank(bytes, start, stop) {
  for (let at = start; at < stop; at++) if (bytes[at] !== RETURN && bytes[at] !== SPACE) return false;
  return true;
}

/**
 * Numbers are taken from the bytes: the text of Kaggle's train.csv, and its 33 million fields, would take gigabytes.
 *
 * @param {Uint8Array} bytes
 * @param {{ start: number, stop: number, separator: number }} span
 * @param {Int32Array} row takes the fields
 * @param {{ name: string, line: number }} place
 */
function readRow(bytes, { start, stop, separator }, row, place) {
  let [field, value, digits] = [0, 0, 0];
  const close = () => {
    if (digits === 0) throw problemOf('testing.problem.field', { ...place, column: field + 1 });
    if (field < row.length) row[field] = value;
    [field, value, digits] = [field + 1, 0, 0];
  };
  for (let at = start; at < stop; at++) {
    const sign = bytes[at];
    if (sign === separator) close();
    else if (sign >= ZERO && sign <= ZERO + 9 && value < 1e6) [value, digits] = [value * 10 + sign - ZERO, digits + 1];
    else if (sign !== RETURN && sign !== SPACE && sign !== QUOTE) {
      throw problemOf('testing.problem.field', { ...place, column: field + 1 });
    }
  }
  close();
  if (field !== row.length) throw problemOf('testing.problem.row', { ...place, columns: field, wanted: row.length });
}

/**
 * @param {Int32Array} row
 * @param {number} labelAt the column of the label; -1 for none
 * @param {{ images: Uint8Array, labels: Uint8Array | null, count: number, name: string, line: number }} into
 */
function takeRow(row, labelAt, { images, labels, count, name, line }) {
  let at = count * PIXELS;
  for (let column = 0; column < row.length; column++) {
    if (column === labelAt) continue;
    if (row[column] > 255) throw problemOf('testing.problem.field', { name, line, column: column + 1 });
    images[at++] = row[column];
  }
  if (!labels) return;
  if (row[labelAt] > 9) throw problemOf('testing.problem.lineLabel', { name, line, label: String(row[labelAt]) });
  labels[count] = row[labelAt];
}
