import { expect, test } from 'vitest';
import { pageOf } from '../../web/ui/writing-panel-page.js';

/** @param {...[x: number, y: number]} points */
const stroke = (...points) => points.map(([x, y]) => ({ x, y }));

test('a size in a picture is told of the picture', () => {
  expect(pageOf({ ink: null, picture: { url: 'blob:1', width: 1200, height: 900 } })).toEqual({
    width: 1200,
    height: 900,
  });
});

test('a size on the pad is told of its shorter side, which is 1', () => {
  expect(pageOf({ ink: [stroke([0.2, 0.3], [0.4, 0.8])], picture: null })).toEqual({ width: 1, height: 1 });
  expect(pageOf({ ink: [], picture: null })).toEqual({ width: 1, height: 1 });
});

test('ink further away shows that the pad reaches so far', () => {
  const ink = [stroke([0.2, 0.3]), stroke([0.4, 1.6], [1.2, 0.1])];
  expect(pageOf({ ink, picture: null })).toEqual({ width: 1.2, height: 1.6 });
});
