import { describe, expect, it } from 'vitest';
import { toCsv, toTsv } from '../../../web/shared/csv.js';

/** @param {string} text */
const csvOf = (text) => toCsv([[text]]).slice(1);

describe('the CSV', () => {
  it.each([
    ['=1+1', `'=1+1\r\n`],
    ['+7', `'+7\r\n`],
    ['@SUM(A1)', `'@SUM(A1)\r\n`],
    ['-7+cmd', `'-7+cmd\r\n`],
    ['-7/3', `'-7/3\r\n`],
    ['=2×(3+4)', `'=2×(3+4)\r\n`],
    ['+(7)', `'+(7)\r\n`],
    ['-5%', `'-5%\r\n`],
    ['-$7', `'-$7\r\n`],
    ['=1\n2', `"'=1\n2"\r\n`],
    ['\t=1', `"'\t=1"\r\n`],
    ['7;=1+1', `"7;=1+1"\r\n`],
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
    ['2×(3+4)=14', '2×(3+4)=14\r\n'],
    ['$12,50', '"$12,50"\r\n'],
    ['50%', '50%\r\n'],
    ['', '\r\n'],
  ])('leaves the number %j as it is', (text, expected) => {
    expect(csvOf(text)).toBe(expected);
  });

  it('keeps what separates cells within its cell, and a reading of several lines too (RFC 4180)', () => {
    expect(csvOf('a,b')).toBe('"a,b"\r\n');
    expect(csvOf('say "7"')).toBe('"say ""7"""\r\n');
    expect(csvOf('12.50 3/4\n-7')).toBe('"12.50 3/4\n-7"\r\n');
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
