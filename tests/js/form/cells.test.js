import { describe, expect, it } from 'vitest';
import { changeColumns, columnsOf } from '../../../web/batch/rows/columns.js';
import { addRows, fillCells, startBatch } from '../../../web/batch/rows/rows.js';
import { areasOfCells, countParts, joinCells } from '../../../web/shared/forms/cells.js';
import { isForm } from '../../../web/shared/forms/form.js';
import { readForm } from '../../../web/shared/forms/read-form.js';

const area = { x: 0.1, y: 0.2, width: 0.5, height: 0.1 };

/** @param {string} text @param {number} confidence @param {number} x @param {{ text: string, confidence: number }[]} [others] */
const digit = (text, confidence, x, others = []) => ({
  numbers: [{ text, confidence, box: { x, y: 5, width: 10, height: 20 }, alternatives: others }],
});
const blank = { numbers: [] };

describe('a field with a printed cell for each digit', () => {
  it('is read cell by cell, between the printed lines', () => {
    const cells = areasOfCells(area, 5);
    expect(cells).toHaveLength(5);
    cells.forEach((cell, index) => {
      const left = 0.1 + 0.1 * index;
      expect(cell.x).toBeGreaterThan(left);
      expect(cell.x + cell.width).toBeLessThan(left + 0.1);
      expect(cell.y).toBeGreaterThan(0.2);
      expect(cell.y + cell.height).toBeLessThan(0.3);
    });
  });

  it('gives one number, as sure as all of its digits are', () => {
    const { text, numbers } = joinCells([blank, digit('4', 0.5, 10), digit('2', 0.8, 40), blank]);
    expect(text).toBe('42');
    expect(numbers).toEqual([
      { text: '42', confidence: 0.4, box: { x: 10, y: 5, width: 40, height: 20 }, alternatives: [] },
    ]);
  });

  it('offers other readings of the number, the likeliest first', () => {
    const first = digit('4', 0.5, 10, [
      { text: '9', confidence: 0.4 },
      { text: '1', confidence: 0.01 },
    ]);
    const [number] = joinCells([first, digit('2', 0.8, 40, [{ text: '7', confidence: 0.2 }])]).numbers;
    expect(number.alternatives.map(({ text }) => text)).toEqual(['92', '47', '12']);
    expect(number.alternatives[0].confidence).toBeCloseTo(0.32);
    expect(number.alternatives[1].confidence).toBeCloseTo(0.1);
  });

  it('is empty where no cell has ink', () => {
    expect(joinCells([blank, blank])).toEqual({ text: '', numbers: [] });
  });

  it('fits its pattern as a whole', async () => {
    const places = /** @type {number[]} */ ([]);
    const read = async (/** @type {any} */ _source, /** @type {any} */ options) => {
      places.push(options.area.x);
      expect(options.masks).toEqual(['#']);
      return { text: '1', ...digit('1', 0.9, 0) };
    };
    const field = { name: '', area, cells: 4, pattern: /** @type {const} */ ({ kind: 'digits', min: 5, max: 5 }) };
    const picture = { blob: new Blob([]), size: { width: 1000, height: 1000 } };
    const [cell] = await readForm(read, picture, { name: '', fields: [field] });
    expect(cell).toMatchObject({ text: '1111', problem: { code: 'form.problem.length' } });
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
  });

  it('counts each cell as a part of the work, and is read again when its cells change', () => {
    const field = { name: 'Code', area, pattern: /** @type {const} */ ({ kind: 'any' }) };
    const [whole, divided] = [undefined, 5].map((cells) => ({ name: '', fields: [field, { ...field, cells }] }));
    expect([countParts(whole), countParts(divided)]).toEqual([2, 6]);
    const cell = { text: '1', confidence: 1, problem: null, box: null };
    const read = fillCells(addRows(startBatch(), [{ id: 'a', name: 'a.png' }], 2), 'a', [cell, cell]);
    const [row] = changeColumns(read, columnsOf(whole), columnsOf(divided)).rows;
    expect(row).toMatchObject({ status: 'waiting', cells: [cell, null] });
  });

  it.each([
    [undefined, true],
    [2, true],
    [40, true],
    [1, false],
    [0, false],
    [2.5, false],
    ['5', false],
    [1e9, false],
  ])('may have so many cells in a file: %s %s', (cells, isWhole) => {
    const fields = [{ name: '', area, pattern: { kind: 'any' }, ...(cells !== undefined && { cells }) }];
    expect(isForm({ name: '', fields })).toBe(isWhole);
  });
});
