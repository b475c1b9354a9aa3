import { describe, expect, it, vi } from 'vitest';
import { readSkipped, withRead } from '../../../web/picture/read-skipped.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

/** @typedef {import('../../../web/reader/reading.js').NumberReading} NumberReading */

const first = madeUpNumber('12', { x: 100, y: 100, line: 0 });
const second = madeUpNumber('34', { x: 100, y: 200, line: 1 });
const box = { x: 200, y: 100, width: 40, height: 20 };
const reading = { ...madeUpReading(first, second), skipped: [{ box, kind: /** @type {const} */ ('word') }] };

/** @param {...NumberReading} numbers that a person had read */
const asked = (...numbers) => [{ of: /** @type {const} */ ('read'), box, ink: 0, text: '', numbers }];

describe('what was passed over and is read after all', () => {
  it('stands on its line, and is passed over no more', () => {
    const read = withRead(reading, asked(madeUpNumber('56', { x: 200, y: 104 })));
    expect([read.text, read.skipped]).toEqual(['12 56\n34', []]);
    expect(shownReading(read, []).text).toBe('12 56\n34');
  });

  it('stands before what is to its right, and between lines that are above and below', () => {
    expect(withRead(reading, asked(madeUpNumber('56', { x: 20, y: 96 }))).text).toBe('56 12\n34');
    expect(withRead(reading, asked(madeUpNumber('56', { x: 100, y: 150 }))).text).toBe('12\n56\n34');
    expect(withRead(reading, asked(madeUpNumber('56', { x: 100, y: 300 }))).text).toBe('12\n34\n56');
  });

  it('is where a person reads it in a picture that lies on its head', () => {
    const turned = { ...reading, ...madeUpReading(second, first), turned: 180 };
    expect(withRead(turned, asked(madeUpNumber('56', { x: 200, y: 100 }))).text).toBe('34\n56 12');
  });

  it('fills its cell of a table, whose other cells keep their numbers', () => {
    const cell = (/** @type {number} */ y) => ({ x: 80, y, width: 60, height: 40 });
    const cells = [90, 140, 190].map((y, row) => ({ row, column: 0, number: [0, null, 1][row], box: cell(y) }));
    const table = { rows: 3, columns: 1, box: { x: 80, y: 90, width: 60, height: 140 }, cells };
    const read = withRead({ ...reading, tables: [table] }, asked(madeUpNumber('56', { x: 100, y: 150 })));
    const numbers = read.tables?.[0].cells.map(({ number }) => read.numbers[number ?? -1]?.text);
    expect(numbers).toEqual(['12', '56', '34']);
  });

  it('is there once where the reader finds it by itself now', () => {
    expect(withRead(reading, asked(first)).text).toBe('12\n34');
  });

  it('is asked for with a little paper around it, from the side that is read', async () => {
    const read = vi.fn(async () => madeUpReading('7'));
    const picture = { file: new Blob(), size: { width: 230, height: 300 }, reading: { ...reading, turned: 90 } };
    expect(await readSkipped(read, picture, 0, {})).toMatchObject({ of: 'read', box, text: '7' });
    const area = { x: 196, y: 96, width: 34, height: 28 };
    expect(read).toHaveBeenCalledWith(picture.file, { area, turned: 90, isNumber: true });
  });

  it('is told to hold no digit where none is seen', async () => {
    const picture = { file: new Blob(), size: { width: 900, height: 300 }, reading };
    const read = async () => madeUpReading('??');
    await expect(readSkipped(read, picture, 0, {})).rejects.toMatchObject({ code: 'opened.read.none' });
  });
});
