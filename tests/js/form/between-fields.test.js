import { describe, expect, it } from 'vitest';
import { addField, changeField, removeField, startDraft, undoStep } from '../../../web/form/draft.js';
import { partsInLine, problemsBetween, sumsAlike } from '../../../web/shared/forms/between-fields.js';
import { isForm } from '../../../web/shared/forms/form.js';
import { wordsOf } from '../../../web/texts/problems.js';

/** @import { Field } from '../../../web/shared/forms/form.js' */

const area = { x: 0.1, y: 0.1, width: 0.1, height: 0.05 };

/** @param {string} name @param {Partial<Field>} [more] @returns {Field} */
const field = (name, more) => ({ name, area, pattern: { kind: 'any' }, ...more });

const receipt = [field('Food'), field('Fuel'), field('Total', { sumOf: [0, 1] })];

/** @param {ReadonlyArray<Field>} fields @param {(string | null)[]} texts @param {(string | null)[]} [before] */
const said = (fields, texts, before) =>
  problemsBetween(fields, texts, before).map((problem) => strip(wordsOf(problem)));

/** Without the signs that keep the order of writing. @param {string} words */
const strip = (words) => words.replace(/[\u2066-\u2069]/g, '');

describe('a sum that does not fit', () => {
  it('marks itself and each of its parts, and says both figures', () => {
    const words = 'Total says 25, but its parts make 24';
    expect(said(receipt, ['13', '11', '25'])).toEqual([words, words, words]);
    expect(said(receipt, ['13', '11', '24'])).toEqual(['', '', '']);
  });

  it('is told by its number where it has no name', () => {
    const fields = [...receipt.slice(0, 2), field('', { sumOf: [0, 1] })];
    expect(said(fields, ['1', '2', '4'])[2]).toBe('Field 3 says 4, but its parts make 3');
  });

  it.each([
    ['cents are counted exactly', ['0.10', '0.20', '0.30'], ''],
    ['points and commas mean the same', ['1,5', '2.25', '3,75'], ''],
    ['a decimal is told as the sum writes it', ['1,5', '2', '3,7'], 'Total says 3,7, but its parts make 3,5'],
    ['what is taken off counts', ['10', '-3', '8'], 'Total says 8, but its parts make 7'],
    ['below nothing', ['1', '-3', '2'], 'Total says 2, but its parts make -2'],
    ['a blank part adds nothing', ['10', '', '12'], 'Total says 12, but its parts make 10'],
    ['digits set apart are one number', ['1 000', '1', '1001'], ''],
    ['more digits than computers count', ['99999999999999999999', '1', '100000000000000000000'], ''],
    ['a blank sum claims nothing', ['10', '2', ''], ''],
    ['a part that is not read yet', ['10', null, '12'], ''],
    ['a part with a sign that nobody can read', ['1?', '2', '12'], ''],
    ['a part that is no number', ['10:30', '2', '12'], ''],
  ])('%s', (_, texts, words) => {
    expect(said(receipt, texts)[2]).toBe(words);
  });

  it('leaves fields alone that belong to another one', () => {
    const fields = [...receipt, field('Cash', { sumOf: [2] }), field('Year')];
    expect(said(fields, ['1', '2', '3', '4', '2024'])).toEqual([
      '',
      '',
      'Cash says 4, but its parts make 3',
      'Cash says 4, but its parts make 3',
      '',
    ]);
  });
});

it('a field that says the same in every picture is compared with the one before', () => {
  const fields = [field('Year', { isAsBefore: true }), field('Amount')];
  expect(said(fields, ['2026', '5'], ['2025', '4'])).toEqual(['The picture before says 2025', '']);
  expect(said(fields, ['2025', '5'], ['2025', '4'])).toEqual(['', '']);
  expect(said(fields, ['', '5'], ['2025', '4'])).toEqual(['', '']);
  expect(said(fields, ['2026', '5'])).toEqual(['', '']);
});

describe('a table of fields', () => {
  /** Three rows of three cells, and a column of another table beside them. */
  const cells = Array.from({ length: 9 }, (_, at) =>
    field('', { area: { x: 0.1 + 0.1 * (at % 3), y: 0.2 + 0.05 * Math.floor(at / 3), width: 0.1, height: 0.05 } }),
  );
  const table = [...cells, ...[0, 3, 6].map((at) => field('', { area: { ...cells[at].area, x: 0.6 } }))];

  it('has in a row what is left of a cell, and in a column what is above it', () => {
    expect(partsInLine(table, 5, 'row')).toEqual([3, 4]);
    expect(partsInLine(table, 7, 'column')).toEqual([1, 4]);
    expect(partsInLine(table, 0, 'row')).toEqual([]);
    expect(partsInLine(table, 10, 'row')).toEqual([]);
  });

  it('takes the sum of one row for those of the others', () => {
    expect(sumsAlike(table, 5, 'row')).toEqual([
      { index: 2, sumOf: [0, 1] },
      { index: 8, sumOf: [6, 7] },
    ]);
    expect(sumsAlike(table.with(2, { ...table[2], sumOf: [0, 1] }), 5, 'row')).toHaveLength(1);
    expect(sumsAlike(table, 6, 'column').map(({ index }) => index)).toEqual([7, 8, 11]);
  });
});

describe('a sum in a form', () => {
  it('keeps its other parts where one of them is removed, and has them all back by Undo', () => {
    const drawn = ['Food', 'Fuel', 'Rail', 'Total'].reduce(
      (draft, name, at) => changeField(addField(draft, area), at, { name, ...(at === 3 && { sumOf: [0, 2] }) }),
      startDraft(),
    );
    const less = removeField(drawn, 1);
    expect(less.now.form.fields[2].sumOf).toEqual([0, 1]);
    const one = removeField(less, 1);
    expect(one.now.form.fields[1].sumOf).toEqual([0]);
    expect(removeField(one, 0).now.form.fields).toEqual([
      field('Total', { pattern: drawn.now.form.fields[3].pattern }),
    ]);
    expect(undoStep(undoStep(one)).now).toEqual(drawn.now);
  });

  it.each([
    ['itself', [2]],
    ['a field that is not there', [0, 3]],
    ['a field twice', [0, 0]],
    ['nothing', []],
    ['half a field', [0.5]],
    ['no list', 'all'],
  ])('is refused where it is the sum of %s', (_, sumOf) => {
    expect(isForm({ name: 'Receipt', fields: receipt })).toBe(true);
    expect(isForm({ name: 'Receipt', fields: receipt.with(2, /** @type {any} */ ({ ...receipt[2], sumOf })) })).toBe(
      false,
    );
  });
});
