import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../web/batch/rows/columns.js';
import { toCsv, toJson, toTable, toTsv } from '../../../web/batch/rows/export.js';
import { correct } from '../../../web/batch/rows/rows.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';

const columns = columnsOf(null);

/** @param {string} text */
const csvOf = (text) => toCsv([[text]]).slice(1);

describe('the CSV', () => {
  it.each([
    ['=1+1', `'=1+1\r\n`],
    ['+7', `'+7\r\n`],
    ['@SUM(A1)', `'@SUM(A1)\r\n`],
    ['-7+cmd', `'-7+cmd\r\n`],
    ['-7/3', `'-7/3\r\n`],
    ['\t=1', `'\t=1\r\n`],
    ['\r=1', `"'\r=1"\r\n`],
    ['\n=1', `"'\n=1"\r\n`],
    ['\uff1d1+1', `'\uff1d1+1\r\n`],
    ['=A1,"x"', `"'=A1,""x"""\r\n`],
  ])('does not let a spreadsheet run %j', (text, expected) => {
    expect(csvOf(text)).toBe(expected);
  });

  it.each([
    ['-7', '-7\r\n'],
    ['-12.50', '-12.50\r\n'],
    ['-12,50', '"-12,50"\r\n'],
    ['2047', '2047\r\n'],
    ['10:45', '10:45\r\n'],
    ['', '\r\n'],
  ])('leaves the number %j as it is', (text, expected) => {
    expect(csvOf(text)).toBe(expected);
  });

  it('keeps what separates cells within its cell, and a reading of several lines too (RFC 4180)', () => {
    expect(csvOf('a,b')).toBe('"a,b"\r\n');
    expect(csvOf('say "7"')).toBe('"say ""7"""\r\n');
    expect(csvOf('12.50 3/4\n-7')).toBe('"12.50 3/4\n-7"\r\n');
  });

  it('begins with a byte order mark and says what is known of each picture', () => {
    const batch = correct(
      batchOf({ '=evil.png': [cell('2041', 0.5)], 'b.png': [cell('?', 0.4)], 'c.png': 'broken', 'd.png': null }),
      '=evil.png',
      0,
      '2047',
    );
    expect(toCsv(toTable(batch.rows, columns, RULES))).toBe(
      '\ufeffPicture,Reading,Confidence,Corrections,Needs a look,Status\r\n' +
        "'=evil.png,2047,0.500,1,,read\r\n" +
        'b.png,?,0.400,0,Some ink is no digit,read\r\n' +
        'c.png,,,0,broken,failed\r\n' +
        'd.png,,,0,,waiting\r\n',
    );
  });
});

it('what is copied is pasted as the same cells', () => {
  expect(
    toTsv([
      ['a', '=1'],
      ['1\t2', '3\n4'],
    ]),
  ).toBe('a\t\'=1\n"1\t2"\t"3\n4"');
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
