import { strToU8, zipSync } from 'fflate';
import { numberIn } from './spreadsheet-cells.js';

/** A workbook of one sheet, by ECMA-376: what every such file has to say of itself. */
const PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    partType('workbook', 'spreadsheetml.sheet.main') +
    partType('styles', 'spreadsheetml.styles') +
    partType('table', 'spreadsheetml.worksheet') +
    '</Types>',
  '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
  'xl/_rels/workbook.xml.rels': relations([
    ['worksheet', 'table.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/workbook.xml': main(
    'workbook',
    '<sheets><sheet name="Inkdigit" sheetId="1" r:id="r0"/></sheets>',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  ),
  // The second format is of texts: what is typed over one stays a text. The third is of headings.
  'xl/styles.xml': main(
    'styleSheet',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
      '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
      '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
      '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>' +
      '<xf fontId="1" applyFont="1"/></cellXfs>',
  ),
};

const HEADING_STAYS =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" ' +
  'state="frozen"/></sheetView></sheetViews>';

/** Signs of the widest column; a longer text is wrapped. */
const WIDEST = 48;

/**
 * @param {ReadonlyArray<ReadonlyArray<string>>} table first its headings
 * @returns {Uint8Array<ArrayBuffer>} an XLSX file in which numbers are numbers, and what would lose a zero or a sign as one is text
 */
export function toXlsx([headings, ...records]) {
  const widths = headings.map((heading, column) => {
    const lines = [heading, ...records.map((record) => record[column])].flatMap((text) => text.split('\n'));
    return Math.min(WIDEST, Math.max(...lines.map(({ length }) => length))) + 2;
  });
  const columns = widths.map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = [
    headings.map((text) => textCell(text, 2)),
    ...records.map((record) => record.map((text, column) => cellOf(text, column))),
  ].map((cells) => `<row>${cells.join('')}</row>`);
  const sheet = main(
    'worksheet',
    `${HEADING_STAYS}<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
  );
  const parts = Object.entries({ ...PARTS, 'xl/table.xml': sheet });
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(HEADER + text)])));
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param {string} text @param {number} column the first is the picture's name */
function cellOf(text, column) {
  if (text === '') return '<c/>';
  const number = column === 0 ? null : numberIn(text);
  return number === null ? textCell(text, 1) : `<c><v>${number}</v></c>`;
}

/** @param {string} text @param {number} style */
const textCell = (text, style) =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** @param {string} text @returns {string} without the signs that XML does not have */
function escaped(text) {
  const allowed = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @param {string} name @param {string} content @param {string} [attributes] */
function main(name, content, attributes = '') {
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<${name} xmlns="${space}"${attributes}>${content}</${name}>`;
}

/** @param {string} name @param {string} type */
function partType(name, type) {
  const kind = `application/vnd.openxmlformats-officedocument.${type}+xml`;
  return `<Override PartName="/xl/${name}.xml" ContentType="${kind}"/>`;
}

/** @param {ReadonlyArray<[type: string, target: string]>} targets */
function relations(targets) {
  const space = 'http://schemas.openxmlformats.org/';
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index}" Type="${space}officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${space}package/2006/relationships">${each.join('')}</Relationships>`;
}
