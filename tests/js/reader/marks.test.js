import { describe, expect, test } from 'vitest';
import { takeFrames } from '../../../web/reader/image/frames.js';
import { settle } from '../../../web/reader/image/settle.js';
import { labelsOf } from '../../support/labels.js';

test('what may be the grain of a table beside the sheet is no writing', () => {
  const labels = labelsOf(['          ', '  #    #  ', '  #    #  ', '  #    #  ', '          ']);
  const { width } = labels;
  labels.other.forEach((_, at) => {
    if (at % width > width / 2) [labels.other[at], labels.pen[at]] = [0.4, Math.min(0.55, labels.pen[at])];
  });
  settle(labels);
  const written = Array.from(labels.pen).flatMap((value, at) => (value > 0.4 ? [at % width] : []));
  expect(written.length).toBeGreaterThan(0);
  expect(Math.max(...written)).toBeLessThan(width / 2);
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
