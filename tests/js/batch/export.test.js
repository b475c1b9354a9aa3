import { expect, it } from 'vitest';
import { columnsOf } from '../../../web/batch/rows/columns.js';
import { toJson, toTable } from '../../../web/batch/export.js';
import { toCsv, toTsv } from '../../../web/shared/csv.js';
import { correct } from '../../../web/batch/rows/rows.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';

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
