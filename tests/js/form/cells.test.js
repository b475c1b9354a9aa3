import { describe, expect, it } from 'vitest';
import { changeColumns, columnsOf } from '../../../web/batch/rows/columns.js';
import { addRows, fillCells, startBatch } from '../../../web/batch/rows/rows.js';
import { joinCells, masksOfCells } from '../../../web/shared/forms/cells.js';
import { isForm } from '../../../web/shared/forms/form.js';
import { readForm } from '../../../web/shared/forms/read-form.js';

const area = { x: 0.1, y: 0.2, width: 0.5, height: 0.1 };

/** @param {string} text @param {number} confidence @param {number} x @param {{ text: string, confidence: number }[]} [others] */
const number = (text, confidence, x, others = []) => ({
  text,
  confidence,
  box: { x, y: 5, width: 10, height: 20 },
  alternatives: others,
});

describe('a field with a printed cell for each digit', () => {
  it('gives one number where empty cells part it, as sure as all of its parts are', () => {
    const { text, numbers } = joinCells({ text: '4 2', numbers: [number('4', 0.5, 10), number('2', 0.8, 40)] });
    expect(text).toBe('42');
    expect(numbers).toEqual([
      { text: '42', confidence: 0.4, box: { x: 10, y: 5, width: 40, height: 20 }, alternatives: [] },
    ]);
  });

  it('offers other readings of the number, the likeliest first', () => {
    const first = number('4', 0.5, 10, [
      { text: '9', confidence: 0.4 },
      { text: '1', confidence: 0.01 },
    ]);
    const second = number('2', 0.8, 40, [{ text: '7', confidence: 0.2 }]);
    const [{ alternatives }] = joinCells({ text: '4 2', numbers: [first, second] }).numbers;
    expect(alternatives.map(({ text }) => text)).toEqual(['92', '47', '12']);
    expect(alternatives[0].confidence).toBeCloseTo(0.32);
    expect(alternatives[1].confidence).toBeCloseTo(0.1);
  });

  it('is what was read where that is one number, and empty where no cell has ink', () => {
    const one = { text: '42', numbers: [number('42', 0.9, 10)] };
    expect(joinCells(one)).toBe(one);
    expect(joinCells({ text: '', numbers: [] })).toEqual({ text: '', numbers: [] });
  });

  it('is read in one piece, as digits alone, and fits its pattern as a whole', async () => {
    const asked = /** @type {any[]} */ ([]);
    const read = async (/** @type {any} */ _source, /** @type {any} */ { area: part, masks }) => {
      asked.push([part, masks]);
      return { text: '1111', numbers: [number('1111', 0.99, 0)] };
    };
    const pattern = /** @type {const} */ ({ kind: 'digits', min: 5, max: 5 });
    const field = { name: '', area, cells: 5, pattern };
    const picture = { blob: new Blob([]), size: { width: 1000, height: 1000 } };
    const [cell] = await readForm(read, picture, { name: '', fields: [field] });
    expect(cell).toMatchObject({ text: '1111', problem: { code: 'form.problem.length' } });
    expect(asked).toEqual([[expect.objectContaining({ height: expect.any(Number) }), ['#####']]]);
  });

  it('expects as many digits as there are cells at most, where its pattern says nothing of them', () => {
    expect(masksOfCells({ kind: 'any' }, 3)).toEqual(['#', '##', '###']);
    expect(masksOfCells({ kind: 'time', seconds: false }, 4)).toEqual(['####']);
  });

  it('is read again when its cells change', () => {
    const field = { name: 'Code', area, pattern: /** @type {const} */ ({ kind: 'any' }) };
    const [whole, divided] = [undefined, 5].map((cells) => ({ name: '', fields: [field, { ...field, cells }] }));
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
