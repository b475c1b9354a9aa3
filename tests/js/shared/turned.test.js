import { expect, it } from 'vitest';
import { turnedArea, turnedBack, turnedBox, turnedSize } from '../../../web/shared/frame/turned.js';

const AREA = { x: 0.125, y: 0.25, width: 0.5, height: 0.0625 };

it.each([
  [0, AREA],
  [90, { x: 0.6875, y: 0.125, width: 0.0625, height: 0.5 }],
  [180, { x: 0.375, y: 0.6875, width: 0.5, height: 0.0625 }],
  [270, { x: 0.25, y: 0.375, width: 0.0625, height: 0.5 }],
])(
  'an area lies elsewhere once its picture is turned by %d degrees, and back there once that is taken back',
  (degrees, area) => {
    expect(turnedArea(AREA, degrees)).toEqual(area);
    expect(turnedArea(area, turnedBack(degrees))).toEqual(AREA);
  },
);

it.each([
  [90, { x: 490, y: 100, width: 120, height: 54 }],
  [180, { x: 746, y: 490, width: 54, height: 120 }],
  [270, { x: 90, y: 746, width: 120, height: 54 }],
])('a box of a picture of 900 x 700 pixels lies elsewhere once that is turned by %d degrees', (degrees, box) => {
  expect(turnedBox({ x: 100, y: 90, width: 54, height: 120 }, { width: 900, height: 700 }, degrees)).toEqual(box);
});

it('a picture that is turned by a quarter is as wide as it was high', () => {
  const size = { width: 900, height: 700 };
  expect([0, 90, 180, 270].map((degrees) => turnedSize(size, degrees).width)).toEqual([900, 700, 900, 700]);
});
