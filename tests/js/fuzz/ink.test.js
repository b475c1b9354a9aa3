import fc from 'fast-check';
import { beforeAll, describe, expect } from 'vitest';
import { createNodeNetworks } from '../../../tools/node-networks.js';
import { Reader } from '../../../web/inkdigit.js';
import { readInk } from '../../../web/reader/read-ink.js';
import { rasterize } from '../../../web/reader/ink/rasterize.js';
import { loadDrawing } from '../../../web/pad/stored-drawing.js';
import { placeInk } from '../../../web/pad/place-ink.js';
import { damaged, fuzz, resultOrProblem } from '../../support/fuzz.js';
import { at, SHAPES } from '../../support/hand.js';
import { storageOf } from '../../support/records-made.js';

/** @import { Stroke } from '../../../web/reader/ink/rasterize.js' */

/** @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
let networks;
beforeAll(async () => {
  networks = await createNodeNetworks();
});

const FARTHEST = 1e9;

/** @param {Stroke[]} ink */
async function read(ink) {
  /** @type {any} */
  const calls = {
    call: async (/** @type {string} */ _, /** @type {Stroke[]} */ given) => readInk(given, networks.judge),
  };
  const reader = new Reader(calls, /** @type {any} */ ({}));
  if (!ink.flat().every(({ x, y }) => Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
    await expect(reader.readInk(ink)).rejects.toThrow('x and y numbers up to 1e9');
    return;
  }
  const reading = await resultOrProblem(() => reader.readInk(ink));
  if (!reading) return;
  expect(reading.text).toMatch(/^[\d?\s.,:/\-+=×()%$€£]*$/);
  const boxes = [...reading.numbers, ...reading.numbers.flatMap(({ digits }) => digits), ...(reading.skipped ?? [])];
  for (const { box } of boxes) for (const side of Object.values(box)) expect(side).toSatisfy(Number.isFinite);
  for (const { confidence } of reading.numbers) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  // What has a point is read, or said to be passed over.
  if (ink.flat().length > 0) expect(reading.numbers.length + (reading.skipped?.length ?? 0)).toBeGreaterThan(0);
}

/** Of any size, and as large and as small as numbers get. */
const coordinate = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -2000, max: 2000 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(1.79e308, -1.79e308, 5e-324, 1e9, -0) },
);
const point = fc.record({ x: coordinate, y: coordinate, t: fc.double() }, { requiredKeys: ['x', 'y'] });
const ink = fc.array(fc.array(point, { maxLength: 12 }), { maxLength: 8 });

/** A number as people write it, of which some coordinates are others. */
const altered = fc
  .tuple(
    fc.constantFrom(7, 4, 5, '4 apart', ':'),
    fc.double({ min: -300, max: 300, noNaN: true }).map((power) => 10 ** power),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(/** @type {const} */ ('x'), 'y'), coordinate), { maxLength: 2 }),
  )
  .map(([name, size, changes]) => {
    const strokes = at(SHAPES[name], { size });
    const points = strokes.flat();
    for (const [place, axis, value] of changes) points[place % points.length][axis] = value;
    return strokes;
  });

describe('ink that nobody would write is read, or refused in words', () => {
  fuzz('with points anywhere', ink, read);
  fuzz('of any size, with points that lie elsewhere', altered, read);
  fuzz('as one image', fc.oneof(ink, altered), (strokes) => {
    for (const value of rasterize(strokes)) expect(value >= 0 && value <= 1).toBe(true);
  });
});

const DRAWING = {
  version: 1,
  strokes: at(SHAPES[4], { size: 0.5 }),
  corrections: [{ of: 'part', box: { x: 0, y: 0, width: 0.5, height: 0.5 }, ink: 30, text: '9' }],
  others: at(SHAPES[7]),
  past: [{ ink: [0], corrections: [] }],
  future: [{ ink: [0, 1, 2], corrections: [] }],
};

describe('a stored drawing', () => {
  fuzz('that was altered comes back as far as it can be read', damaged(DRAWING), (stored) => {
    const { storage } = storageOf({ 'inkdigit.drawing': JSON.stringify(stored) ?? '' });
    const history = loadDrawing(storage);
    for (const { ink: strokes, corrections } of [...history.past, history.now, ...history.future]) {
      for (const { x, y } of strokes.flat()) expect(Number.isFinite(x + y)).toBe(true);
      for (const { text, box } of corrections) expect([typeof text, typeof box.x]).toEqual(['string', 'number']);
      expect(placeInk(strokes, { width: 300, height: 200 }).scale).toBeGreaterThan(0);
    }
  });
});
