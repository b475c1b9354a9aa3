import { describe, expect, it } from 'vitest';
import { SQUARE } from '../../../web/pad/place-ink.js';
import { beginStroke, extendStroke } from '../../../web/shared/strokes.js';

/** @param {number} x @param {number} y */
const at = (x, y) => ({ x, y });

describe('strokes', () => {
  it('begins each stroke after those that are there', () => {
    const ink = beginStroke(beginStroke([], at(0.1, 0.2), SQUARE), at(0.3, 0.4), SQUARE);
    expect(ink).toEqual([[at(0.1, 0.2)], [at(0.3, 0.4)]]);
  });

  it('extends only the last stroke, and leaves the ink that it was given as it was', () => {
    const before = beginStroke(beginStroke([], at(0.1, 0.1), SQUARE), at(0.5, 0.5), SQUARE);
    const after = extendStroke(before, [at(0.6, 0.5), at(0.6, 0.6)], SQUARE);
    expect(after).toEqual([[at(0.1, 0.1)], [at(0.5, 0.5), at(0.6, 0.5), at(0.6, 0.6)]]);
    expect(before[1]).toEqual([at(0.5, 0.5)]);
    expect(after[0]).toBe(before[0]);
  });

  it('leaves out a point where the last one was', () => {
    expect(extendStroke([[at(0.5, 0.5)]], [at(0.5, 0.5), at(0.500001, 0.5)], SQUARE)).toEqual([[at(0.5, 0.5)]]);
  });

  it('stops at the edge where the pen leaves the pad, and goes on where it comes back', () => {
    const ink = extendStroke([[at(0.5, 0.9)]], [at(0.7, 1.1), at(0.1, 1.4), at(0.2, 1.2), at(0.3, 0.8)], SQUARE);
    expect(ink).toEqual([[at(0.5, 0.9), at(0.6, 1), at(0.3, 0.8)]]);
  });

  it('leaves through the nearer of two edges', () => {
    expect(extendStroke([[at(0.5, 0.8)]], [at(-0.5, 1.2)], SQUARE)).toEqual([[at(0.5, 0.8), at(0, 1)]]);
    expect(extendStroke([[at(0.5, 0.5)]], [at(2.5, -0.5)], SQUARE)).toEqual([[at(0.5, 0.5), at(1, 0.25)]]);
  });

  it('goes as far as the pad does where that is longer than it is wide', () => {
    const wide = { ...SQUARE, width: 1.6 };
    expect(extendStroke(beginStroke([], at(1.5, 0.5), wide), [at(1.7, 0.5)], wide)).toEqual([
      [at(1.5, 0.5), at(1.6, 0.5)],
    ]);
    expect(extendStroke([[at(0.5, 0.9)]], [at(0.5, 1.1), at(0.4, 1.2)], wide)).toEqual([[at(0.5, 0.9), at(0.5, 1)]]);
  });

  it('ends where the part of the sheet does that is in sight', () => {
    const moved = { ...SQUARE, x: 2, y: 1 };
    expect(beginStroke([], at(1.9, 1.5), moved)).toEqual([[at(2, 1.5)]]);
    expect(extendStroke([[at(2.5, 1.5)]], [at(3.5, 1.5), at(2.6, 1.2), at(2.6, 0.5)], moved)).toEqual([
      [at(2.5, 1.5), at(3, 1.5), at(2.6, 1.2), at(2.6, 1)],
    ]);
  });

  it('keeps when each point was drawn, where that is known', () => {
    const ink = extendStroke(beginStroke([], { ...at(0.5, 0.5), t: 7 }, SQUARE), [{ ...at(0.5, 1.5), t: 9 }], SQUARE);
    expect(ink).toEqual([
      [
        { ...at(0.5, 0.5), t: 7 },
        { ...at(0.5, 1), t: 9 },
      ],
    ]);
  });

  it('survives being written as text', () => {
    const ink = extendStroke(beginStroke([], at(1 / 3, 2 / 3), SQUARE), [at(Math.SQRT1_2, Math.E / 3)], SQUARE);
    expect(JSON.parse(JSON.stringify(ink))).toEqual(ink);
    expect(JSON.stringify(ink[0][0])).toBe('{"x":0.33333,"y":0.66667}');
  });
});
