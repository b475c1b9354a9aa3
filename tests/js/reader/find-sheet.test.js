import { describe, expect, it } from 'vitest';
import { between, cornersOf, seen } from '../../../web/reader/alignment/homography.js';
import { findSheet, QUICK_SIDE, sheetIn } from '../../../web/reader/find-sheet/find-sheet.js';

/**
 * @typedef {import('../../../web/reader/ink/rasterize.js').Point} Point
 * @typedef {number[]} Color
 * @typedef {(x: number, y: number) => Color} Surface by pixels
 */

const SIZE = { width: 256, height: 171 };

/** Of a sheet seen aslant, in shares. */
const ASLANT = [
  { x: 0.15, y: 0.1 },
  { x: 0.85, y: 0.2 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.85 },
];

/** @type {Record<string, Surface>} */
const TABLES = {
  'a dark table': () => [60, 55, 50],
  'a white and red checked cloth': (x, y) =>
    [(x % 18 < 9 ? 0 : 1) + (y % 18 < 9 ? 0 : 1)].map((red) => [235 - 20 * red, 225 - 80 * red, 220 - 85 * red])[0],
  'a table with a grain': (x, y) =>
    [0.5, 0.32, 0.2].map((share) => 255 * share + 30 * Math.sin(y / 2 + Math.sin(x / 40))),
  'a stone that is as bright as the paper, and veined': (x, y) =>
    [0, 1, 2].map(() => 225 - 60 * Math.abs(Math.sin(x / 9 + 2 * Math.sin(y / 13)))),
};

/** Paper with lines of writing, by shares of the sheet. @type {(x: number, y: number) => Color} */
const written = (x, y) => (x > 0.1 && x < 0.8 && (y * 8) % 1 < 0.15 ? [70, 70, 90] : [215, 210, 200]);

/**
 * @param {Surface} table
 * @param {{ corners?: Point[], paper?: (x: number, y: number) => Color, size?: { width: number, height: number } }} [how]
 */
function photograph(table, { corners = ASLANT, paper = written, size = SIZE } = {}) {
  const toSheet = between(corners, cornersOf({ width: 1, height: 1 }));
  const colors = new Uint8ClampedArray(4 * size.width * size.height);
  for (let at = 0; at < size.width * size.height; at++) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    const place = seen(toSheet, { x: (x + 0.5) / size.width, y: (y + 0.5) / size.height });
    const isOnSheet = place.x >= 0 && place.x <= 1 && place.y >= 0 && place.y <= 1;
    const color = isOnSheet ? paper(place.x, place.y) : table(x, y);
    color.forEach((value, channel) => (colors[4 * at + channel] = value + ((at * 7919) % 9) - 4));
    colors[4 * at + 3] = 255;
  }
  return { colors, ...size };
}

describe('a sheet that lies on a table', () => {
  it.each(Object.entries(TABLES))('is found by its corners on %s', (_, table) => {
    const found = findSheet(photograph(table));
    found?.forEach(({ x, y }, at) => {
      expect(Math.abs(x - ASLANT[at].x)).toBeLessThan(0.015);
      expect(Math.abs(y - ASLANT[at].y)).toBeLessThan(0.015);
    });
    expect(found).toHaveLength(4);
  });

  it('is found in a smaller copy, as the camera and the crop look for it', () => {
    const found = findSheet(photograph(TABLES['a dark table']), QUICK_SIDE);
    found?.forEach(({ x, y }, at) => expect(Math.hypot(x - ASLANT[at].x, y - ASLANT[at].y)).toBeLessThan(0.02));
    expect(found).toHaveLength(4);
  });

  it('is found whole where a shadow lies over half of it', () => {
    const shaded = (/** @type {number} */ x, /** @type {number} */ y) =>
      written(x, y).map((value) => value * (1 - 0.5 / (1 + Math.exp(-(x - 0.6) * 25))));
    const found = findSheet(photograph(TABLES['a dark table'], { paper: shaded }));
    expect(found?.map(({ x }) => Math.round(20 * x) / 20)).toEqual([0.15, 0.85, 0.9, 0.1]);
  });

  it('is read a little within its sides, in pixels of the picture that a reduced one was made from', () => {
    const picture = { ...photograph(TABLES['a dark table']), scale: 0.25, x: 100, y: 40 };
    const [first, , third] = sheetIn(picture) ?? [];
    const [across, down] = [4 * SIZE.width, 4 * SIZE.height];
    expect(first.x).toBeGreaterThan(100 + 0.15 * across - 5);
    expect(first.x).toBeLessThan(100 + 0.17 * across);
    expect(third.y).toBeGreaterThan(40 + 0.88 * down);
    expect(third.y).toBeLessThan(40 + 0.9 * down + 5);
  });
});

describe('no sheet is found', () => {
  /** @param {Parameters<typeof photograph>} how */
  const found = (...how) => findSheet(photograph(...how));
  const white = () => [215, 210, 200];

  it('that goes on beyond the picture, or is small', () => {
    const table = TABLES['a dark table'];
    expect(found(table, { corners: ASLANT.map(({ x, y }) => ({ x: x - 0.15, y })) })).toBeNull();
    expect(found(table, { corners: ASLANT.map(({ x, y }) => ({ x: 0.4 + x / 4, y: 0.4 + y / 4 })) })).toBeNull();
  });

  it('on a table that looks like it, or where there is none', () => {
    expect(found(white)).toBeNull();
    const away = cornersOf({ width: 1, height: 1 }).map(({ x, y }) => ({ x: x - 3, y }));
    for (const table of Object.values(TABLES)) expect(found(table, { corners: away })).toBeNull();
    expect(findSheet({ colors: new Uint8ClampedArray(36).fill(200), width: 3, height: 3 })).toBeNull();
  });

  it('in frames and boxes that are printed on the paper', () => {
    const boxes = (/** @type {number} */ x, /** @type {number} */ y) =>
      Math.min(x * 4 - Math.floor(x * 4), y) < 0.03 || Math.max(x, y) > 0.98 ? [90, 90, 90] : white();
    expect(found(white, { paper: boxes })).toBeNull();
  });

  it('in a line that was cut out of a page', () => {
    expect(found(TABLES['a dark table'], { size: { width: 256, height: 90 } })).toBeNull();
  });
});
