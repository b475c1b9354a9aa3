import { describe, expect, it } from 'vitest';
import { rasterize } from '../../../web/reader/ink/rasterize.js';
import { readStrokes } from '../../../web/testing/sets/strokes.js';
import { readTable } from '../../../web/testing/sets/table.js';
import { toStrokeLines } from '../../../web/history/records/export.js';
import { images, kaggle } from '../../support/data-sets.js';

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {() => unknown} read */
function problemOf(read) {
  try {
    read();
  } catch (error) {
    const { code, values } = /** @type {import('../../../web/reader/problem.js').Problem} */ (error);
    return { code: code.replace('testing.problem.', ''), ...values };
  }
  return null;
}

describe('a table of pixels', () => {
  const LABELS = [5, 0, 4];
  const TRAIN = kaggle(LABELS, 3);

  it("is Kaggle's train.csv", () => {
    const set = readTable(bytesOf(TRAIN), 'train.csv');
    expect([...(set.labels ?? [])]).toEqual(LABELS);
    expect(set.images).toEqual(images(3));
  });

  it("is Kaggle's test.csv, which has no labels", () => {
    const set = readTable(bytesOf(kaggle(null, 3)), 'test.csv');
    expect(set.labels).toBeNull();
    expect(set.images).toEqual(images(3));
  });

  it.each([
    ['without a header', (/** @type {string} */ text) => text.slice(text.indexOf('\n') + 1)],
    [
      'with lines as Windows ends them, and a byte order mark',
      (/** @type {string} */ text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
    ],
    ['between semicolons', (/** @type {string} */ text) => text.replaceAll(',', ';')],
    [
      'without a line end at its end, and with blank lines',
      (/** @type {string} */ text) => `${text.trim()}\n\n`.trim(),
    ],
    [
      'with the label in the last column',
      (/** @type {string} */ text) =>
        text
          .split('\n')
          .map((line) => line.replace(/^([^,]+),(.*)$/, '$2,$1').replace('label', 'class'))
          .join('\n'),
    ],
  ])('may be %s', (_, change) => {
    const set = readTable(bytesOf(change(TRAIN)), 'mnist.csv');
    expect([...(set.labels ?? [])]).toEqual(LABELS);
    expect(set.images).toEqual(images(3));
  });

  it('tells how far it is', () => {
    /** @type {number[]} */
    const shares = [];
    readTable(
      bytesOf(kaggle(null, 1).replace(/\n(.*)\n$/, (_, row) => `\n${`${row}\n`.repeat(4000)}`)),
      'long.csv',
      (share) => shares.push(share),
    );
    expect(shares).toEqual([0.5, 1]);
  });

  const lines = TRAIN.split('\n');
  /** @param {number} line from 1 @param {string} text */
  const withLine = (line, text) => [...lines.slice(0, line - 1), text, ...lines.slice(line)].join('\n');
  it.each([
    ['images of 27 × 27', Array.from({ length: 730 }, () => 0).join(','), { code: 'columns', columns: 730 }],
    [
      'a row that is too short',
      withLine(3, lines[2].slice(0, -2)),
      { code: 'row', line: 3, columns: 784, wanted: 785 },
    ],
    ['a row that is too long', withLine(4, `${lines[3]},7`), { code: 'row', line: 4, columns: 786 }],
    ['a pixel above 255', withLine(2, lines[1].replace(/,0$/, ',256')), { code: 'field', line: 2, column: 785 }],
    ['a word', withLine(2, lines[1].replace(',0,', ',white,')), { code: 'field', line: 2, column: 2 }],
    ['an empty field', withLine(2, lines[1].replace(',0,', ',,')), { code: 'field', line: 2, column: 2 }],
    [
      'a label that is no digit',
      withLine(3, lines[2].replace(/^0/, '10')),
      { code: 'lineLabel', line: 3, label: '10' },
    ],
    ['a header alone', lines[0], { code: 'none' }],
  ])('is refused for %s, with its line', (_, text, found) => {
    expect(problemOf(() => readTable(bytesOf(text), 'bad.csv'))).toMatchObject({ name: 'bad.csv', ...found });
  });
});

describe('strokes', () => {
  const STROKES = [
    [
      { x: 3, y: 4, t: 0 },
      { x: 9, y: 4, t: 8 },
      { x: 5, y: 20, t: 30 },
    ],
  ];

  it('are what the history saves', () => {
    const { text } = toStrokeLines(
      [{ digits: [{ text: '7', isTrusted: true, isCorrected: false, strokes: STROKES }] }],
      { writer: 'Ada' },
    );
    const set = readStrokes(bytesOf(text), 'inkdigit-strokes.jsonl');
    expect([...(set.labels ?? [])]).toEqual([7]);
    expect(set.images).toEqual(Uint8Array.from(rasterize(STROKES), (value) => Math.round(255 * value)));
  });

  it('may be of bare points, and of what is no digit', () => {
    const lines = ['{"strokes": [[[1, 2], [3, 4, 5]], []], "label": 7}', '', '{"strokes": [[[1, 2]]], "label": null}'];
    expect([...(readStrokes(bytesOf(lines.join('\n')), 's.jsonl').labels ?? [])]).toEqual([7, 10]);
  });

  it.each([
    ['no JSON', '{"strokes": ', 'json'],
    ['no label', '{"strokes": [[[1, 2]]]}', 'strokes'],
    ['no points', '{"strokes": [[]], "label": "1"}', 'strokes'],
    ['a point without y', '{"strokes": [[{"x": 1}]], "label": "1"}', 'strokes'],
    ['a coordinate that is none', '{"strokes": [[[1e300, 2]]], "label": "1"}', 'strokes'],
    ['a label of two digits', '{"strokes": [[[1, 2]]], "label": "12"}', 'lineLabel'],
    ['a list', '[1, 2]', 'strokes'],
  ])('are refused with their line for %s', (_, line, code) => {
    const text = `{"strokes": [[[1, 2]]], "label": "1"}\n${line}\n`;
    expect(problemOf(() => readStrokes(bytesOf(text), 's.jsonl'))).toMatchObject({ code, name: 's.jsonl', line: 2 });
  });
});
