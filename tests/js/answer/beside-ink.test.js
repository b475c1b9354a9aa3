import { describe, expect, it } from 'vitest';
import { standFor, toBeSeen } from '../../../web/answer/beside-ink.js';

/** @param {number} left @param {number} top @param {number} [side] */
const ink = (left, top, side = 40) => ({
  left,
  top,
  right: left + side,
  bottom: top + side,
  width: side,
  height: side,
});
const dialog = { width: 416, height: 500 };

describe('a dialog about some ink', () => {
  it('stands beside it, at the side with more room, as high as the ink', () => {
    expect(standFor(ink(300, 300), dialog, { width: 1440, height: 900 })).toEqual({ left: 352, top: 70, width: 416 });
    expect(standFor(ink(1200, 880), dialog, { width: 1440, height: 900 })).toEqual({ left: 772, top: 388, width: 416 });
  });

  it('is narrower beside it where that is all the room', () => {
    expect(standFor(ink(20, 20), dialog, { width: 400, height: 900 })).toMatchObject({ left: 72, width: 316 });
  });

  it('stands below it where nothing is free beside it, and the sheet slides up as far as needed', () => {
    const phone = { width: 360, height: 740 };
    expect(standFor(ink(160, 100), dialog, phone)).toEqual({ highest: 592, slide: 0 });
    expect(standFor(ink(160, 400), dialog, phone)).toEqual({ highest: 592, slide: 212 });
    expect(standFor(ink(160, -50), dialog, phone)).toMatchObject({ slide: -62 });
  });

  it('scrolls rather than covers large ink', () => {
    expect(standFor(ink(20, 200, 300), dialog, { width: 320, height: 568 })).toEqual({ highest: 244, slide: 188 });
  });

  it('leaves the whole number in sight, but for one that fills the window', () => {
    const window = { width: 360, height: 740 };
    const [digit, number] = [ink(100, 100), { ...ink(60, 100), right: 300, width: 240 }];
    expect(toBeSeen(digit, number, window)).toBe(number);
    expect(toBeSeen(digit, { ...number, left: -20 }, window)).toBe(digit);
    expect(toBeSeen(digit, { ...number, height: 400 }, window)).toBe(digit);
    expect(toBeSeen(null, number, window)).toBe(null);
  });
});
