import { describe, expect, it } from 'vitest';
import { SQUARE } from '../../../web/pad/place-ink.js';
import { keyed, pinched, wheeled, withRoom } from '../../../web/pad/zoom.js';

/** @param {number} x @param {number} y */
const at = (x, y) => ({ x, y });
const upright = { ...SQUARE, height: 1.5 };
const moved = { ...SQUARE, x: 1, y: 0.5, scale: 2, width: 0.5, height: 0.75, isMoved: true };

/** @param {typeof SQUARE} placement @param {{ x: number, y: number }} ink @returns {{ x: number, y: number }} its place */
const placeOf = ({ x, y, scale }, ink) => at((ink.x - x) * scale, (ink.y - y) * scale);

describe('two fingers', () => {
  it('take the sheet along', () => {
    const after = pinched(moved, [at(0.3, 0.3), at(0.7, 0.3)], [at(0.1, 0.2), at(0.5, 0.2)]);
    expect(after).toMatchObject({ x: expect.closeTo(1.1), y: expect.closeTo(0.55), scale: expect.closeTo(2) });
  });

  it('show it as much larger as they part, and what lay between them still does', () => {
    const after = pinched(upright, [at(0.4, 0.5), at(0.6, 0.5)], [at(0.3, 0.5), at(0.7, 0.5)]);
    expect(after).toMatchObject({ scale: expect.closeTo(2), width: expect.closeTo(0.5), height: expect.closeTo(0.75) });
    expect(placeOf(after, at(0.5, 0.5))).toEqual(at(expect.closeTo(0.5), expect.closeTo(0.5)));
  });

  it('show it half to four times as large, and from its beginning on', () => {
    const wide = pinched(upright, [at(0.5, 0.5), at(0.5, 0.5)], [at(0, 0), at(1, 1)]);
    expect(wide.scale).toBe(4);
    const small = pinched(upright, [at(0, 0), at(1, 1)], [at(0.5, 0.5), at(0.51, 0.5)]);
    expect(small).toMatchObject({ scale: 0.5, x: 0, y: 0, width: 2, height: 3 });
  });

  it('leave a drawing small that was shown smaller still, so that all of it is seen', () => {
    const tiny = { ...SQUARE, scale: 0.3, width: 1 / 0.3, height: 1 / 0.3 };
    expect(pinched(tiny, [at(0, 0), at(1, 1)], [at(0.4, 0.4), at(0.6, 0.6)]).scale).toBe(0.3);
  });
});

describe('a wheel', () => {
  const wheel = { deltaX: 0, deltaY: 0, ctrlKey: false, at: at(0.25, 0.5), side: 400 };

  it('with Ctrl zooms about the pointer', () => {
    const after = wheeled(upright, { ...wheel, deltaY: -100, ctrlKey: true });
    expect(after.scale).toBeCloseTo(1.25);
    expect(placeOf(after, at(0.25, 0.5))).toEqual(at(expect.closeTo(0.25), expect.closeTo(0.5)));
  });

  it('scrolls by its pixels', () => {
    expect(wheeled(moved, { ...wheel, deltaX: 80, deltaY: -40 })).toMatchObject({
      x: expect.closeTo(1.1),
      y: expect.closeTo(0.45),
    });
  });
});

it('a key zooms about the pen of the keyboard, else about the middle', () => {
  expect(placeOf(keyed(upright, true, null), at(0.5, 0.75))).toEqual(at(expect.closeTo(0.5), expect.closeTo(0.75)));
  expect(placeOf(keyed(upright, true, at(0.2, 0.9)), at(0.2, 0.9))).toEqual(
    at(expect.closeTo(0.2), expect.closeTo(0.9)),
  );
  expect(keyed(moved, false, null).scale).toBeCloseTo(1.6);
});

it('a long number that ends at the edge ends in the middle, as large as it was', () => {
  expect(withRoom(upright, 0.95)).toMatchObject({ x: expect.closeTo(0.45), y: 0, scale: 1, width: 1 });
  expect(withRoom(moved, 1.45)).toMatchObject({ x: expect.closeTo(1.2), y: 0.5, scale: 2 });
});
