import { describe, expect, it } from 'vitest';
import { areaInPixels, areaInShares, moveArea, resizeArea, WHOLE } from '../../../web/shared/frame/area.js';

const area = { x: 0.2, y: 0.3, width: 0.4, height: 0.5 };
const size = { width: 1000, height: 600 };

describe('a frame on a picture', () => {
  it('moves as far as the picture goes, and keeps its size', () => {
    expect(moveArea(area, { x: 0.1, y: -0.1 })).toMatchObject({ x: expect.closeTo(0.3), y: expect.closeTo(0.2) });
    expect(moveArea(area, { x: 5, y: -5 })).toEqual({ x: 0.6, y: 0, width: 0.4, height: 0.5 });
  });

  it('grows at one corner while the others stay', () => {
    const grown = resizeArea(area, 'se', { x: 0.1, y: 0.1 });
    expect(grown).toMatchObject({ x: 0.2, y: 0.3, width: expect.closeTo(0.5), height: expect.closeTo(0.6) });
    const shrunk = resizeArea(area, 'nw', { x: 0.1, y: 0.1 });
    expect(shrunk).toMatchObject({ x: expect.closeTo(0.3), y: expect.closeTo(0.4), width: expect.closeTo(0.3) });
    expect(shrunk.y + shrunk.height).toBeCloseTo(0.8);
  });

  it('never turns inside out nor leaves the picture', () => {
    const least = resizeArea(area, 'ne', { x: -5, y: 5 });
    expect(least.width).toBeGreaterThan(0);
    expect(least.height).toBeGreaterThan(0);
    const most = resizeArea(area, 'sw', { x: -5, y: 5 });
    expect(most).toMatchObject({ x: 0, width: expect.closeTo(0.6), height: expect.closeTo(0.7) });
  });

  it('is whole pixels for the reader, and nothing where it is all of the picture', () => {
    expect(areaInPixels(area, size)).toEqual({ x: 200, y: 180, width: 400, height: 300 });
    expect(areaInPixels(WHOLE, size)).toBe(null);
    expect(areaInPixels({ x: 0, y: 0, width: 0.0001, height: 0.0001 }, size)).toMatchObject({ width: 1, height: 1 });
  });

  it('comes back from pixels as it was', () => {
    expect(areaInShares(areaInPixels(area, size), size)).toEqual(area);
    expect(areaInShares(null, size)).toBe(WHOLE);
  });
});
