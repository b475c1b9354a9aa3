import { expect, test } from 'vitest';
import { toWords } from '../../../web/reader/image/find-lines.js';

/** @param {number} x @param {number} width @param {number} y @param {number} height */
const ink = (x, width = 10, y = 0, height = 20) => ({ label: x, area: width * height, box: { x, y, width, height } });

/** @param {import('../../../web/reader/image/components.js').Component[][]} words */
const places = (words) => words.map((word) => word.map(({ box }) => box.x));

test('a wide gap parts what is read by itself', () => {
  expect(places(toWords([ink(0), ink(14), ink(60), ink(74)]))).toEqual([
    [0, 14],
    [60, 74],
  ]);
});

test('a mark goes with the ink before it, unless what follows is much nearer', () => {
  const [point, minus] = [ink(28, 3, 17, 3), ink(50, 8, 9, 3)];
  expect(places(toWords([ink(0), ink(14), point, minus, ink(60)]))).toEqual([
    [0, 14, 28],
    [60, 50],
  ]);
});

test('ink beside ink that reaches over it is not parted from it', () => {
  expect(places(toWords([ink(0, 40), ink(5), ink(44)]))).toEqual([[0, 5, 44]]);
});

test('a line of one mark is a word', () => {
  expect(places(toWords([ink(7, 20, 0, 3)]))).toEqual([[7]]);
});
