import { expect, test } from 'vitest';
import { measureShape, preferDecimal, signsOf } from '../../../web/reader/ink/separators.js';

const PLACE = { top: 0, bottom: 100, before: 40, after: 70 };

/** A line of eleven points. @param {[number, number]} from @param {[number, number]} to */
const line = (from, to) =>
  measureShape(
    Array.from({ length: 11 }, (_, step) =>
      [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * step) / 10),
    ).flat(),
  );

/** @param {ReturnType<typeof line>[]} shapes @param {object} [place] */
const best = (shapes, place) => {
  const signs = signsOf(shapes, { ...PLACE, ...place }) ?? {};
  return Object.keys(signs).find((sign) => signs[sign] > 0.5);
};

test('a shape is measured along the direction that it lies in', () => {
  const { x, y, angle, length, thickness } = line([0, 30], [40, 0]);
  expect([x, y]).toEqual([expect.closeTo(20), expect.closeTo(15)]);
  expect(angle).toBeCloseTo((-Math.atan2(30, 40) * 180) / Math.PI);
  expect(length).toBeCloseTo(50);
  expect(thickness).toBeCloseTo(0);
});

test('a single point has no extent', () => {
  expect(measureShape([3, 4])).toMatchObject({ x: 3, y: 4, length: 0, thickness: 0 });
});

test('a dot on the baseline is a point, higher up it is nothing', () => {
  const dot = line([54, 97], [56, 99]);
  expect(best([dot])).toBe('.');
  expect(best([line([54, 40], [56, 42])])).toBeUndefined();
});

test('a tick through the baseline is a comma', () => {
  expect(best([line([56, 92], [50, 114])])).toBe(',');
});

test('a level line at half height is a dash, also before the first digit, but not along the baseline', () => {
  expect(best([line([43, 50], [67, 52])])).toBe('-');
  expect(best([line([43, 50], [67, 52])], { before: null })).toBe('-');
  expect(best([line([43, 99], [67, 99])])).toBeUndefined();
});

test('a level line across a digit is no dash', () => {
  expect(best([line([30, 50], [67, 52])], { before: 50 })).toBeUndefined();
});

test('a slash leans, is straight and as high as the digits; a 1 that leans a little is none', () => {
  expect(best([line([30, 108], [88, 0])], { before: 28, after: 90 })).toBe('/');
  expect(best([line([50, 100], [62, 0])])).toBeUndefined();
  expect(best([line([50, 100], [65, 60])])).toBeUndefined();
  expect(best([line([30, 0], [88, 108])], { before: 28, after: 90 })).toBeUndefined();
});

test('the width of the pen does not bend a slash', () => {
  const slash = { ...line([30, 108], [88, 0]), thickness: 9 };
  expect(best([slash], { before: 28, after: 90 })).toBeUndefined();
  expect(best([{ ...slash, pen: 8 }], { before: 28, after: 90 })).toBe('/');
});

test('two dots above one another are a colon, two beside one another are not', () => {
  const upper = line([54, 35], [56, 36]);
  expect(best([upper, line([54, 80], [56, 81])])).toBe(':');
  expect(best([line([44, 80], [45, 81]), line([64, 80], [65, 81])])).toBeUndefined();
});

test('without digits beside it nothing is a separator', () => {
  for (const shape of [line([54, 97], [56, 99]), line([43, 50], [67, 52]), line([30, 108], [88, 0])]) {
    expect(signsOf([shape], { ...PLACE, before: null, after: null })).toBeUndefined();
  }
});

test('probabilities of a shape that could be either sum to one at most', () => {
  for (let length = 4; length < 40; length += 2) {
    const signs = signsOf([line([55, 100 - length / 2], [54, 100 + length / 2])], PLACE) ?? {};
    expect(Object.values(signs).reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1);
  }
});

test('where it may be a point or a comma, it is mostly what the language has; where both are likely, both are', () => {
  expect(preferDecimal({ '.': 0.4, ',': 0.5 }, '.')?.['.']).toBeGreaterThan(0.8);
  expect(preferDecimal({ '.': 0.4, ',': 0.5 }, ',')?.[',']).toBeGreaterThan(0.8);
  expect(preferDecimal({ '.': 0.9, ',': 0.05 }, ',')?.['.']).toBeGreaterThan(0.4);
  expect(preferDecimal({ '.': 0.99 }, ',')).toEqual({ '.': 0.99 });
  expect(preferDecimal({ '.': 0.4, ',': 0.5 })).toEqual({ '.': 0.4, ',': 0.5 });
  expect(preferDecimal(undefined, '.')).toBeUndefined();
});
