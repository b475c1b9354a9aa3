import { expect, it } from 'vitest';
import { findComponents } from '../../../web/reader/image/components.js';
import { partHigh } from '../../../web/reader/image/part-high.js';

/** Ink of characters, x for ink. @param {string[]} rows */
function labeledOf(rows) {
  const data = Uint8Array.from(rows.join(''), (sign) => Number(sign === 'x'));
  return findComponents({ data, width: rows[0].length, height: rows.length });
}

/** @param {string[]} rows */
function partsOf(rows) {
  const labeled = labeledOf(rows);
  return partHigh(labeled, labeled.components, 1).map(({ box, label, area }) => {
    expect(labeled.labels.filter((each) => each === label)).toHaveLength(area);
    return box;
  });
}

const LINE = ['x....x..', 'x....x..', 'x....x..', 'x....x..', 'x....x..', 'xxxxxx..'];

/** Three digits beside each other, and three below them. @param {string} between the row that parts the lines, where the last are */
function lines(between) {
  const three = LINE.map((row) => row + row + row);
  return [...three, '.'.repeat(16) + between, ...three];
}

it('parts two digits that touch from line to line', () => {
  const boxes = partsOf(lines('x.......'));
  expect(boxes).toHaveLength(6);
  expect(boxes).toContainEqual({ x: 16, y: 0, width: 6, height: 6 });
  expect(boxes).toContainEqual({ x: 16, y: 6, width: 6, height: 7 });
});

it('leaves what is high where there are no two lines beside it', () => {
  expect(partsOf(lines('x.......').map((row) => row.slice(16)))).toHaveLength(1);
});

it('leaves a digit with a long tail between two lines', () => {
  const tailed = lines('.....x..').map((row, at) => row.slice(0, 16) + (at > 6 ? '.....x..' : row.slice(16)));
  expect(partsOf(tailed)).toContainEqual({ x: 16, y: 0, width: 6, height: 13 });
});
