import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../web/batch/rows/columns.js';
import { strFromU8, unzipSync } from 'fflate';
import { toJson } from '../../../web/batch/out/export.js';
import { toTable } from '../../../web/batch/out/records.js';
import { numberIn, toHtml } from '../../../web/batch/out/spreadsheet-cells.js';
import { toXlsx } from '../../../web/batch/out/xlsx.js';
import { toCsv, toTsv } from '../../../web/shared/csv.js';
import { correct } from '../../../web/batch/rows/rows.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';
import { cellOfReading } from '../../../web/batch/read-row.js';

const columns = columnsOf(null);

it('the CSV begins with a byte order mark and says what is known of each picture', () => {
  const batch = correct(
    batchOf({ '=evil.png': [cell('2041', 0.5)], 'b.png': [cell('?', 0.4)], 'c.png': 'broken', 'd.png': null }),
    '=evil.png',
    0,
    '2047',
  );
  expect(toCsv(toTable(batch.rows, columns, RULES))).toBe(
    '\ufeffPicture,Reading,Confidence,Corrections,Needs a look,Status\r\n' +
      "'=evil.png,2047,0.500,1,,read\r\n" +
      'b.png,?,0.400,0,Sign 1 cannot be read,read\r\n' +
      'c.png,,,0,broken,failed\r\n' +
      'd.png,,,0,,waiting\r\n',
  );
});

it('no spreadsheet runs a correction that begins as a formula does', () => {
  const batch = correct(batchOf({ 'a.png': [cell('2047', 0.9)] }), 'a.png', 0, '=2×3');
  const table = toTable(batch.rows, columns, RULES);
  expect([toCsv(table), toTsv(table)].map((text) => /a\.png.'=2×3/.test(text))).toEqual([true, true]);
});

it('the JSON holds texts as they are, readings beside corrections', () => {
  const batch = correct(batchOf({ '=a.png': [cell('-7', 0.5)] }), '=a.png', 0, '-1');
  const { form, pictures } = JSON.parse(toJson(batch.rows, null, columns, RULES));
  expect(form).toBeNull();
  expect(pictures).toEqual([
    {
      picture: '=a.png',
      status: 'read',
      cells: [
        {
          column: 'Reading',
          text: '-1',
          read: '-7',
          confidence: 0.5,
          isCorrected: true,
          isChecked: true,
          needsLook: '',
          problem: '',
          box: null,
        },
      ],
    },
  ]);
});

it.each([
  ['7', 7],
  ['-12.50', -12.5],
  ['12,5', 12.5],
  ['0', 0],
  ['0.5', 0.5],
  ['123456789012345', 123456789012345],
])('a spreadsheet gets %s as a number', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

it.each(['00123', '1,250', '3/4', '1234567890123456', '?', '', '=1+1', '12 7', '1.250,75'])(
  'a spreadsheet gets %s as a text',
  (text) => {
    expect(numberIn(text)).toBeNull();
  },
);

const TABLE = [
  ['Picture', 'Reading'],
  ['7', '0815'],
  ['a & <b>.png', '4711'],
  ['c.png', '12\n13'],
];

it('an XLSX file tells numbers from texts', () => {
  const sheet = strFromU8(unzipSync(toXlsx(TABLE))['xl/table.xml']);
  expect(sheet).toContain('<t xml:space="preserve">0815</t>');
  expect(sheet).toContain('<t xml:space="preserve">7</t>');
  expect(sheet).toContain('<c><v>4711</v></c>');
  expect(sheet).toContain('a &amp; &lt;b>.png');
  expect(sheet).toContain('12\n13');
});

it('what is copied for a spreadsheet tells numbers from texts', () => {
  const html = toHtml(TABLE);
  expect(html).toContain('<td>4711</td>');
  expect(html).toMatch(/<td style="mso-number-format:'\\@'"[^>]*>0815</);
  expect(html).toContain('a &amp; &lt;b>.png');
  expect(html).toMatch(/12<br [^>]*>13/);
});

describe('a page of numbers', () => {
  const number = (/** @type {string} */ text, confidence = 0.99) => ({ text, confidence, box: null });
  const page = batchOf({
    'page.png': [
      cellOfReading({
        text: '12 13\n4?',
        numbers: [number('12'), number('13', 0.4), number('4?')],
        tables: [
          {
            ...{ rows: 2, columns: 2, box: { x: 0, y: 0, width: 1, height: 1 } },
            cells: [12, 13].map((_, column) => ({
              ...{ row: 0, column, number: column },
              box: { x: 0, y: 0, width: 1, height: 1 },
            })),
          },
        ],
      }),
    ],
    'broken.png': 'broken',
  });

  it('has a row for each line', () => {
    expect(toTable(page.rows, columns, RULES, 'line')).toEqual([
      ['Picture', 'Line', 'Reading', 'Confidence', 'Needs a look', 'Status'],
      ['page.png', '1', '12 13', '0.400', 'Not sure', 'read'],
      ['page.png', '2', '4?', '0.990', 'Sign 2 cannot be read', 'read'],
      ['broken.png', '', '', '', 'broken', 'failed'],
    ]);
  });

  it('has a row for each number, with its place in a table', () => {
    const corrected = correct(page, 'page.png', 0, '12 18\n47');
    expect(toTable(corrected.rows, columns, RULES, 'cell').slice(0, 4)).toEqual([
      ['Picture', 'Table', 'Row', 'Column', 'Reading', 'Confidence', 'Needs a look', 'Status'],
      ['page.png', '1', '1', '1', '12', '0.990', '', 'read'],
      ['page.png', '1', '1', '2', '18', '0.400', '', 'read'],
      ['page.png', '', '', '', '47', '0.990', '', 'read'],
    ]);
  });

  it('keeps what a person typed, also where it is another count of numbers', () => {
    const corrected = correct(page, 'page.png', 0, '1 2 3 4');
    expect(toTable(corrected.rows, columns, RULES, 'line')[1]).toEqual(['page.png', '1', '1 2 3 4', '', '', 'read']);
  });
});
