import { describe, expect, it } from 'vitest';
import { cellOfReading } from '../../../web/batch/read-row.js';
import { createRowDescriber, describeRow, describeTools, describeViewed } from '../../../web/batch/rows/describe.js';
import { countRows, progressWords, spokenProgress } from '../../../web/batch/rows/progress.js';
import { changeRow, correct } from '../../../web/batch/rows/rows.js';
import { startState, withArrangement, withBatch } from '../../../web/batch/rows/state.js';
import { batchOf, cell, RULES } from '../../support/batch-made.js';

const box = { x: 10, y: 20, width: 30, height: 40 };

describe('a row', () => {
  it('says what it was before it was corrected', () => {
    const batch = correct(batchOf({ a: [cell('2041\n7', 0.5)] }), 'a', 0, '2047');
    expect(describeRow(batch.rows[0], RULES, ['Reading'], null)).toMatchObject({
      cells: [{ text: '2047', kind: 'corrected' }],
      confidence: '50%',
      corrections: 'was 2041 7',
      look: '',
      needsLook: false,
    });
  });

  it('of a form names the fields that need a look', () => {
    const batch = batchOf({ a: [cell('1'), cell('2', 0.99, 'form.problem.check')] }, 2);
    expect(describeRow(batch.rows[0], RULES, ['Sum', 'Date'], null)).toMatchObject({
      look: 'Date',
      cells: [{ words: '' }, { words: 'The check digit does not fit' }],
    });
  });

  it('of a form says of each field what it was', () => {
    const read = batchOf({ a: [cell('1'), cell(''), cell('3')] }, 3);
    const said = [
      ['a', '9'],
      ['b', '2'],
      ['c', '3'],
    ].reduce((batch, [, typed], column) => correct(batch, 'a', column, typed), read);
    expect(describeRow(said.rows[0], RULES, ['Sum', 'Tip', 'Date'], null).corrections).toBe(
      'Sum: was 1, Tip: was blank, Date: checked',
    );
  });

  it('tells only what the reader tells of its progress', () => {
    const row = changeRow(batchOf({ a: null }), 'a', { status: 'reading' }).rows[0];
    expect(describeRow(row, RULES, ['Reading'], null).look).toBe('Reading…');
    expect(describeRow(row, RULES, ['Reading'], 0.4).look).toBe('Reading, 40%');
  });

  it('is described anew only when something about it is', () => {
    const describer = createRowDescriber();
    const views = (/** @type {typeof state} */ shown) => shown.batch.rows.map(describer(shown));
    const state = withBatch(startState(RULES), batchOf({ a: [cell('1')], b: null }), { isHeld: false });
    const before = views(state);
    const after = views({ ...state, batch: changeRow(state.batch, 'b', { status: 'reading' }) });
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe('the progress', () => {
  const { rows } = batchOf({ a: [cell('1', 0.4)], b: 'broken', c: null, d: null });
  const counts = countRows(rows, RULES);

  it('counts what is done, and says what goes on', () => {
    expect(progressWords(counts, { isPaused: false, current: 'c' })).toBe(
      '1 of 4 read · 1 failed · 2 need a look · reading c',
    );
    expect(progressWords(counts, { isPaused: true, current: '' })).toBe(
      '1 of 4 read · 1 failed · 2 need a look · stopped',
    );
  });

  it('is spoken at its quarters and at its end', () => {
    expect(spokenProgress({ ...counts, waiting: 4 }, false)).toBe('Reading 4 pictures');
    expect(spokenProgress(counts, false)).toBe('50% of 4 pictures done');
    expect(spokenProgress({ ...counts, read: 3, waiting: 0 }, false)).toBe(
      'All done: 3 pictures read, 1 failed, 2 need a look',
    );
  });
});

describe("a picture's reading", () => {
  const found = cellOfReading({
    text: '12 3\n4',
    numbers: ['12', '3', '4'].map((text, index) => ({ text, confidence: 0.9 - index / 10, box: { ...box, x: index } })),
    skipped: [{ box }],
  });

  it('is one cell: numbers side by side, lines below each other, as sure as its least sure number', () => {
    expect([found.text, found.confidence]).toEqual(['12 3\n4', 0.7]);
  });

  it('says in which cell of a table each number is, counted from 0', () => {
    const numbers = ['7', '12', '3'].map((text) => ({ text, confidence: 0.9, box }));
    const cells = [null, 1, 2, null].map((number, place) => ({ row: place >> 1, column: place % 2, number, box }));
    const { marks } = cellOfReading({ text: '7\n12\n3', numbers, tables: [{ rows: 2, columns: 2, box, cells }] });
    expect(marks?.map(({ text, table, row, column }) => [text, table, row, column])).toEqual([
      ['7', undefined, undefined, undefined],
      ['12', 0, 0, 1],
      ['3', 0, 1, 0],
    ]);
  });

  it('is viewed from the side that it was read from, or that a person turned it to, its print and words told apart', () => {
    const lying = cellOfReading({
      text: '',
      numbers: [],
      skipped: [
        { box, kind: 'print' },
        { box, kind: 'word' },
      ],
      turned: 90,
    });
    const batch = batchOf({ a: [lying] });
    const viewed = (/** @type {typeof batch} */ of) =>
      describeViewed({ ...withBatch(startState(RULES), of, { isHeld: false }), selected: { id: 'a', column: 0 } });
    expect(viewed(batch)?.turned).toBe(90);
    expect(viewed(batch)?.marks.map(({ mark }) => mark)).toEqual(['print', 'word']);
    const marked = { area: null, turned: 180, corrections: [] };
    expect(viewed({ ...batch, rows: [{ ...batch.rows[0], marked }] })?.turned).toBe(180);
  });

  it('shows where its numbers are, which of them needs a look most, and what is none', () => {
    const batch = batchOf({ a: [found] });
    const state = { ...withBatch(startState(RULES), batch, { isHeld: false }), selected: { id: 'a', column: 0 } };
    const viewed = describeViewed(state);
    expect(viewed?.marks.map(({ kind, mark, text, isSelected }) => [kind, mark, text, isSelected])).toEqual([
      ['skipped', 'word', '', false],
      ['number', 'sure', '12', false],
      ['number', 'sure', '3', false],
      ['number', 'unsure', '4', true],
    ]);
    expect(viewed?.area).toEqual({ ...box, x: 2 });
  });

  it('keeps nothing of the images it was read from', () => {
    const numbers = [{ text: '1', confidence: 1, box, digits: [{ confidence: 1, image: new Float32Array(784) }] }];
    expect(JSON.stringify(cellOfReading({ text: '1', numbers })).length).toBeLessThan(300);
  });
});

it('an export of a part of the rows says so', () => {
  const state = withBatch(startState(RULES), batchOf({ a: [cell('1')], b: 'broken' }), { isHeld: false });
  expect(describeTools(state).exported).toBe('');
  expect(describeTools(withArrangement(state, { filter: 'failed' })).exported).toBe(
    'Exports hold the 1 row shown, of 2',
  );
});
