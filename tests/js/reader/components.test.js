import { expect, test } from 'vitest';
import { crop, findComponents } from '../../../web/reader/image/components.js';

/** Darkness by tenths: from 5 on it is ink. @param {string[]} rows */
const shaded = (rows) => {
  const [text, width, height] = [rows.join(''), rows[0].length, rows.length];
  const data = Uint8Array.from(text, (tenths) => Number(tenths >= '5'));
  const gray = Uint8ClampedArray.from(text, (tenths) => 25.5 * Number(tenths));
  return { ...findComponents({ data, width, height }), gray };
};

/** @param {{ data: Float32Array, width: number, height: number }} glyph */
const tenths = ({ data, width, height }) =>
  Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), (value) => Math.round(10 * value)).join(''),
  );

test('ink is as dark as it is, with its edges, and without what is further off', () => {
  const labeled = shaded(['000000000', '079200000', '058430300', '002695000', '000000000']);
  expect(tenths(crop(labeled, labeled.components))).toEqual(['79200', '58430', '02695']);
});

test('what is beside ink and is ink of another, or would be, stays below a half', () => {
  const labeled = shaded(['80090', '80090', '84490']);
  const [left, right] = labeled.components;
  expect(tenths(crop(labeled, [left]))).toEqual(['8', '8', '8']);
  expect(tenths(crop(labeled, [left, right]))).toEqual(['8009', '8009', '8449']);
  expect(
    Math.max(...crop({ ...labeled, gray: labeled.gray.map(() => 255) }, [left, right]).data.slice(1, 3)),
  ).toBeLessThan(0.5);
});
