import { describe, expect, test } from 'vitest';
import { describeNumber } from '../../../web/writing/describe-number.js';
import { inkBox, rasterize } from '../../../web/reader/ink/rasterize.js';
import { write } from '../../support/hand.js';

/** @typedef {import('../../support/hand.js').Stroke} Stroke */

/**
 * A number as the reader gives it.
 *
 * @param {Stroke[][]} glyphs strokes of each digit
 * @param {string} digits
 */
const read = (glyphs, digits) => ({
  digits: glyphs.map((strokes, index) => ({
    digit: Number(digits[index]),
    box: inkBox(strokes) ?? { x: 0, y: 0, width: 0, height: 0 },
    image: rasterize(strokes),
  })),
});

/** Every point of every digit moved. @param {Stroke[][]} glyphs @param {(point: { x: number, y: number }, place: number) => object} move */
const moved = (glyphs, move) =>
  glyphs.map((strokes, place) => strokes.map((stroke) => stroke.map((point) => ({ ...point, ...move(point, place) }))));

const TEXT = '0180818010';
const LETTERS = [...'0180818010'].map((digit) => (digit === '1' ? '1 plain' : digit));
const even = write(LETTERS, { size: 10, gap: 0.3 });

describe('a number that is written evenly', () => {
  test('stands upright on a level line, its digits alike', () => {
    const found = describeNumber(read(even, TEXT), { strokes: even.flat(), page: { width: 200, height: 40 } });
    expect(Math.abs(found.slant ?? NaN)).toBeLessThan(2);
    expect(found.slantSpread).toBeLessThan(2);
    expect(Math.abs(found.baseline ?? NaN)).toBeLessThan(0.3);
    expect(found.baselineSpread).toBeLessThan(0.02);
    expect(found.sizeSpread).toBeLessThan(0.02);
    expect(found.spacingSpread).toBeLessThan(0.03);
    // Gaps of 3 between digits that are 9.7 high.
    expect(Math.abs((found.spacing ?? NaN) - 0.31)).toBeLessThan(0.03);
    expect(Math.abs((found.size ?? NaN) - 10 / 40)).toBeLessThan(0.02);
    expect(found.strokes).toBe(10);
    expect(found.digits).toHaveLength(10);
  });

  test.each([-25, -10, 10, 25])('and pushed over by %d degrees leans by so much, its gaps as wide', (degrees) => {
    const upright = describeNumber(read(even, TEXT));
    const shear = Math.tan((degrees * Math.PI) / 180);
    const leaning = moved(even, ({ x, y }) => ({ x: x - shear * y }));
    const found = describeNumber(read(leaning, TEXT));
    expect(Math.abs((found.slant ?? NaN) - degrees)).toBeLessThan(2);
    expect(found.slantSpread).toBeLessThan(3);
    expect(Math.abs((found.spacing ?? NaN) - (upright.spacing ?? NaN))).toBeLessThan(0.04);
  });

  test.each([-12, 7])('and climbing by %d degrees has such a baseline, and digits that stand on it', (degrees) => {
    const rise = Math.tan((degrees * Math.PI) / 180);
    const climbing = moved(even, ({ x, y }, place) => ({ y: y - rise * (even[place][0][0].x - x) - rise * x }));
    const found = describeNumber(read(climbing, TEXT));
    expect(Math.abs((found.baseline ?? NaN) - degrees)).toBeLessThan(1);
    expect(found.baselineSpread).toBeLessThan(0.05);
  });
});

describe('what is uneven is told', () => {
  test('digits that grow', () => {
    const growing = write(LETTERS, { size: 10, grow: 1.1 });
    expect(describeNumber(read(growing, TEXT)).sizeSpread).toBeGreaterThan(0.2);
  });

  test('digits that lean by turns', () => {
    const unsteady = moved(even, ({ x, y }, place) => ({ x: x - (place % 2 ? 0.4 : -0.4) * y }));
    const found = describeNumber(read(unsteady, TEXT));
    expect(Math.abs(found.slant ?? NaN)).toBeLessThan(3);
    expect(found.slantSpread).toBeGreaterThan(18);
  });

  test('digits that stand off the line, by a fifth of their height to either side', () => {
    const hopping = moved(even, ({ y }, place) => ({ y: y + (place % 2 ? 2 : -2) }));
    expect(Math.abs((describeNumber(read(hopping, TEXT)).baselineSpread ?? NaN) - 0.2)).toBeLessThan(0.04);
  });

  test('gaps of different widths', () => {
    const loose = moved(even, ({ x }, place) => ({ x: x + (place > 4 ? 8 : 0) }));
    expect(describeNumber(read(loose, TEXT)).spacingSpread).toBeGreaterThan(0.2);
  });
});

describe('of a number', () => {
  test('a gap with a separator in it is no gap between digits', () => {
    const apart = moved(even.slice(0, 3), ({ x }, place) => ({ x: x + (place > 1 ? 9 : 0) }));
    const number = read(apart, '018');
    const found = describeNumber({ ...number, separators: [{ after: 2 }] });
    expect(found.spacing ?? NaN).toBeLessThan(0.4);
    expect(describeNumber(number).spacing ?? NaN).toBeGreaterThan(0.5);
  });

  test('two digits have a slant, a gap and a line, but nothing that varies', () => {
    const found = describeNumber(read(even.slice(0, 2), '01'));
    expect(found).toMatchObject({ slantSpread: null, sizeSpread: null, spacingSpread: null, baselineSpread: null });
    for (const value of [found.slant, found.spacing, found.baseline]) expect(value).not.toBeNull();
  });

  test('one digit has neither gaps nor a line', () => {
    const found = describeNumber(read(even.slice(0, 1), '0'));
    expect(found).toMatchObject({ spacing: null, baseline: null, slantSpread: null });
    expect(found.slant).not.toBeNull();
  });

  test('no digit at all has no writing', () => {
    const { digits, ...rest } = describeNumber({ digits: [] }, { strokes: [], page: { width: 1, height: 1 } });
    expect(digits).toEqual([]);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  test('one stroke through all digits is one stroke', () => {
    const joined = [even.slice(0, 3).flat(2)];
    expect(describeNumber(read(even.slice(0, 3), '018'), { strokes: joined }).strokes).toBe(1);
  });

  test('the pen goes as fast as its strokes say', () => {
    const line = [0, 1].map((place) => [
      [
        { x: 3 * place, y: 0, t: 0 },
        { x: 3 * place, y: 2, t: 400 },
      ],
    ]);
    expect(describeNumber(read(line, '11'), { strokes: line.flat() }).speed).toBeCloseTo(2.5);
    expect(describeNumber(read(line, '11')).speed).toBeNull();
  });

  test('ten digits are described in 20 milliseconds', () => {
    const number = read(write([...'0123456789'], { size: 10 }), '0123456789');
    const strokes = write([...'0123456789'], { size: 10 }).flat();
    const times = Array.from({ length: 15 }, () => {
      const before = process.cpuUsage();
      describeNumber(number, { strokes });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    // Of the processor's time: others may be using the machine. The middle one: the first run is compiled.
    expect(times.sort((a, b) => a - b)[7]).toBeLessThan(20);
  });
});
