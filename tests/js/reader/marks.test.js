import { describe, expect, test } from 'vitest';
import { takeFrames } from '../../../web/reader/image/frames.js';
import { settle } from '../../../web/reader/image/settle.js';
import { labelsOf } from '../../support/labels.js';

describe('what may be something beside the sheet', () => {
  /** How many strokes are written, where other things are so likely on the left and on the right. */
  const written = (/** @type {number} */ left, /** @type {number} */ right) => {
    const labels = labelsOf([
      '               ',
      '  #  #      #  ',
      '  #  #      #  ',
      '  #  #      #  ',
      '               ',
    ]);
    const { pen, other, width } = labels;
    for (let at = 0; at < pen.length; at++) {
      other[at] = at % width < width / 2 ? left : right;
      pen[at] = Math.min(pen[at], 1 - other[at] - 0.02);
    }
    settle(labels);
    return [10, 22, 50].filter((x) => pen[10 * width + x] > 0.4).length;
  };

  test('is the grain of a table, and no writing, beside what surely is none', () => {
    expect(written(0, 0.02)).toBe(3);
    expect(written(0, 0.4)).toBe(2);
  });

  test('is the pattern of the paper where all that is written looks so', () => {
    expect(written(0.1, 0.4)).toBe(3);
  });
});

describe('a frame that is taken for writing', () => {
  const boxed = [
    '         ',
    ' ####### ',
    ' #     # ',
    ' #  #  # ',
    ' #  #  # ',
    ' #     # ',
    ' ####### ',
    '         ',
  ];
  const penAt = (
    /** @type {ReturnType<typeof labelsOf>} */ { pen, width },
    /** @type {number} */ row,
    /** @type {number} */ column,
  ) => pen[(4 * row + 2) * width + 4 * column + 2] > 0.5;

  test('is a rule, and what is in it stays', () => {
    const labels = labelsOf(boxed);
    takeFrames(labels);
    expect([penAt(labels, 1, 4), penAt(labels, 4, 1), penAt(labels, 3, 4)]).toEqual([false, false, true]);
  });

  test('is writing where it does not go around', () => {
    const labels = labelsOf(boxed.map((row) => `${row.slice(0, 7)}  `));
    takeFrames(labels);
    expect(penAt(labels, 1, 4)).toBe(true);
  });
});

describe('an upright stroke', () => {
  /** Whether the stroke is written, where a rule leads to it from above and goes on below. */
  const isWritten = (/** @type {string} */ above, /** @type {string} */ below) => {
    const row = (/** @type {string} */ sign) => [...new Array(3).fill(` # #  ${sign}  `), `      ${sign}  `];
    const labels = labelsOf([
      ...row(above),
      ...row(above),
      ...row('#').with(3, ''.padEnd(9)),
      ...row(below),
      ...row(below),
    ]);
    settle(labels);
    return labels.pen[4 * 9 * labels.width + 4 * 6 + 2] > 0.4;
  };

  test('that is a piece of a rule is none', () => {
    expect(isWritten('|', '|')).toBe(false);
  });

  test('is written where no rule goes on behind it', () => {
    expect([isWritten(' ', ' '), isWritten('|', ' ')]).toEqual([true, true]);
  });

  test('is written where level rules cross its way, above and below', () => {
    const crossed = new Array(3).fill(['---------', '---------', ' # #     ']).flat();
    const labels = labelsOf([...crossed, ...new Array(4).fill(' # #  #  '), ...crossed]);
    settle(labels);
    expect(labels.pen[4 * 11 * labels.width + 4 * 6 + 2]).toBeGreaterThan(0.4);
  });

  test('is written where it leans, though rules are above and below', () => {
    const labels = labelsOf([
      ...new Array(6).fill('      ||||    '),
      ' #  #    #    ',
      ' #  #    #    ',
      ' #  #    #    ',
      ' #  #    #    ',
      ' #  #   #     ',
      ' #  #   #     ',
      ' #  #   #     ',
      ' #  #  #      ',
      ...new Array(6).fill('      ||||    '),
    ]);
    settle(labels);
    expect(labels.pen[4 * 8 * labels.width + 4 * 9 + 2]).toBeGreaterThan(0.4);
  });
});
