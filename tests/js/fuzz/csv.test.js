import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { toCsv, toTsv } from '../../../web/shared/csv.js';
import { fuzz } from '../../support/fuzz.js';

const signs = fc.constantFrom(...'",;\t\r\n=+-@\'＝＠0123456789 .', '\r\n', '\u0000', '\u2028');
const cell = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'binary' }));
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1 }))
  .map(([columns, rows]) => rows.map((row) => row.slice(0, columns)));

/**
 * The fields of a table, as RFC 4180 has them.
 *
 * @param {string} text
 * @param {string} separator
 * @param {string} end of a row
 */
function parse(text, separator, end) {
  /** @type {string[][]} */
  const rows = [[]];
  for (let at = 0; at <= text.length;) {
    const isQuoted = text[at] === '"';
    const stop = isQuoted ? closing(text, at + 1) : nextOf(text, at, [separator, end]);
    const field = text.slice(isQuoted ? at + 1 : at, stop);
    rows.at(-1)?.push(isQuoted ? field.replaceAll('""', '"') : field);
    at = isQuoted ? stop + 1 : stop;
    if (at === text.length) break;
    if (text.startsWith(end, at)) rows.push([]);
    else expect(text[at]).toBe(separator);
    at += text.startsWith(end, at) ? end.length : 1;
  }
  return rows;
}

/** @param {string} text @param {number} from @returns {number} where the quote is that is not doubled */
function closing(text, from) {
  let at = text.indexOf('"', from);
  while (text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** @param {string} text @param {number} from @param {string[]} all */
const nextOf = (text, from, all) =>
  Math.min(...all.map((sign) => text.indexOf(sign, from)).map((at) => (at < 0 ? text.length : at)));

/** @param {string} text what a spreadsheet would run gets an apostrophe */
const withoutGuard = (text) => (/^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);

/** @param {string[][]} rows @param {string[][]} read */
function expectSame(rows, read) {
  for (const text of read.flat()) expect(text).not.toMatch(/^([=+@\t\r\n＝＋－＠]|-(?!\d+([.,]\d+)?$))/);
  expect(read.map((row) => row.map(withoutGuard))).toEqual(rows.map((row) => row.map(withoutGuard)));
}

describe('whatever stands in a table', () => {
  fuzz('is a formula nowhere, and comes back from a CSV file as it was', table, (rows) => {
    const text = toCsv(rows);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expectSame(rows, parse(text.slice(1, -2), ',', '\r\n'));
  });
  fuzz('stands in one column also where a spreadsheet takes semicolons or tabs for separators', table, (rows) => {
    const bare = toCsv(rows).replaceAll(/"([^"]|"")*"/g, '');
    expect(bare).not.toMatch(/[;\t]/);
  });
  fuzz('is a formula nowhere, and comes back from the clipboard as it was', table, (rows) => {
    expectSame(rows, parse(toTsv(rows), '\t', '\n'));
  });
});
