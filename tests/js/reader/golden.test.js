import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalize, toStrip } from '../../../web/reader/image/normalize.js';
import preprocessing from '../../../web/reader/preprocessing.json' with { type: 'json' };
import { rasterize } from '../../../web/reader/ink/rasterize.js';

/**
 * @typedef {{ name: string, ink: (number | null)[][][], image: string }} InkCase
 * @typedef {{ name: string, mask: number[][], image: string }} MaskCase
 */

// Written by `python -m training fixtures`: what the references in training/ make of the same inputs.
/** @type {{ preprocessing: object, rasterize: InkCase[], normalize: MaskCase[], strip: MaskCase[] }} */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/ink.json', import.meta.url), 'utf8'));

/** Both compute in float64 and keep float32; sums may be taken in another order. */
const TOLERANCE = 1e-6;

/** @param {string} text base64 of little-endian float32 */
const unpack = (text) => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

/** @param {Float32Array} found @param {string} image */
function expectEqual(found, image) {
  const expected = unpack(image);
  expect(found).toHaveLength(expected.length);
  const differences = expected.map((value, index) => Math.abs(value - found[index]));
  expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
}

test('the golden vectors were made with the constants that the browser reads', () => {
  expect(golden.preprocessing).toEqual(preprocessing);
});

describe('rasterize draws what Python draws', () => {
  test.each(golden.rasterize)('$name', ({ ink, image }) => {
    const strokes = ink.map((stroke) => stroke.map(([x, y]) => ({ x: x ?? NaN, y: y ?? NaN })));
    expectEqual(rasterize(strokes), image);
  });
});

describe('normalize makes what Python makes', () => {
  test.each(golden.normalize)('$name', ({ mask, image }) => {
    expectEqual(normalize({ data: mask.flat(), width: mask[0].length, height: mask.length }), image);
  });
});

describe('toStrip makes what Python makes', () => {
  test.each(golden.strip)('$name', ({ mask, image }) => {
    const { data, width } = toStrip({ data: mask.flat(), width: mask[0].length, height: mask.length });
    expect(data).toHaveLength(32 * width);
    expectEqual(data, image);
  });
});
