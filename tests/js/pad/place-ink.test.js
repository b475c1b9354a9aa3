import { describe, expect, it } from 'vitest';
import { keepPlaced, placeInk, SQUARE } from '../../../web/pad/place-ink.js';

const upright = { width: 300, height: 450 };
const lying = { width: 900, height: 300 };
const short = [[{ x: 0.2, y: 0.9 }]];
const long = [[{ x: 0.1, y: 0.5 }], [{ x: 2, y: 0.5 }]];

describe('a drawing on the pad', () => {
  it('lies as it was written where it fits, whatever the shape of the pad', () => {
    expect(placeInk(short, { width: 300, height: 300 })).toEqual(SQUARE);
    expect(placeInk(short, upright)).toMatchObject({ scale: 1, width: 1, height: 1.5 });
    expect(placeInk(long, lying)).toMatchObject({ scale: 1, width: 3, height: 1 });
    expect(placeInk([], upright)).toMatchObject({ scale: 1, width: 1, height: 1.5 });
  });

  it('is smaller and whole on a pad that it does not fit', () => {
    expect(placeInk(long, upright)).toMatchObject({ scale: 0.5, width: 2, height: 3 });
    expect(placeInk([[{ x: 0.5, y: 1.4 }]], lying).height).toBeCloseTo(1.4);
  });

  it('fits a pad to whose edge it was written', () => {
    expect(placeInk([[{ x: 1, y: 1.33334 }]], { width: 300, height: 400 }).scale).toBe(1);
  });

  it('stays where it is while strokes come and go', () => {
    const small = placeInk(long, upright);
    expect(keepPlaced(small, [...long, [{ x: 1.9, y: 2.9 }]], upright)).toBe(small);
    expect(keepPlaced(small, short, upright)).toBe(small);
  });

  it('begins anew in its own size where it was cleared, or the pad has turned', () => {
    const small = placeInk(long, upright);
    expect(keepPlaced(small, [], upright)).toMatchObject({ scale: 1, width: 1, height: 1.5 });
    expect(keepPlaced(small, long, lying)).toMatchObject({ scale: 1, width: 3, height: 1 });
  });

  it('stays where it was moved to, until the pad is empty or has turned', () => {
    const moved = { ...SQUARE, x: 1.2, height: 1.5, isMoved: true };
    expect(keepPlaced(moved, short, upright)).toBe(moved);
    expect(keepPlaced(moved, [], upright)).toMatchObject({ x: 0, isMoved: false });
    expect(keepPlaced(moved, short, lying)).toMatchObject({ x: 0, isMoved: false });
  });

  it('is shown whole when it comes back where it does not fit', () => {
    expect(keepPlaced({ ...SQUARE, height: 1.5 }, long, upright).scale).toBe(0.5);
  });
});
