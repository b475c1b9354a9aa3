import { describe, expect, it } from 'vitest';
import { createPalmWatch, PEN_FOLLOWS, PEN_STAYS, WIDEST_FINGER } from '../../../web/pad/palm.js';

/** @param {number} timeStamp @param {number} [size] */
const touch = (timeStamp, size = 40) => ({ pointerType: 'touch', timeStamp, width: size, height: size / 2 });
/** @param {number} timeStamp */
const pen = (timeStamp) => ({ pointerType: 'pen', timeStamp, width: 1, height: 1 });
const HAND = WIDEST_FINGER + 1;

describe('palm', () => {
  it('is no touch of a person who has no pen, however large the touch is', () => {
    const palms = createPalmWatch();
    palms.notice(touch(900));
    expect(palms.isPalm(touch(1000, HAND))).toBe(false);
    expect(palms.becomesPalm(touch(1000, HAND))).toBe(false);
  });

  it('is every touch while the pen is at hand, and no mouse', () => {
    const palms = createPalmWatch();
    palms.notice(pen(1000));
    palms.notice(touch(1500));
    expect(palms.isPalm(touch(1000 + PEN_STAYS))).toBe(true);
    expect(palms.isPalm({ ...touch(1001), pointerType: 'mouse' })).toBe(false);
    expect(palms.isPalm(pen(1001))).toBe(false);
  });

  it('is no finger once the pen has been put away', () => {
    const palms = createPalmWatch();
    palms.notice(pen(1000));
    expect(palms.isPalm(touch(1001 + PEN_STAYS))).toBe(false);
  });

  it('is what touches along more than a finger can, also long after the pen was felt, and also where it only grows', () => {
    const palms = createPalmWatch();
    palms.notice(pen(1000));
    expect(palms.isPalm(touch(60_000, HAND))).toBe(true);
    expect(palms.becomesPalm(touch(60_000, WIDEST_FINGER))).toBe(false);
    expect(palms.becomesPalm(touch(60_000, HAND))).toBe(true);
  });

  it('is found out by the pen that comes down after it', () => {
    /** @type {string[]} */
    const takenBack = [];
    /** @param {string} name @param {number} began @param {number} ended */
    const written = (name, began, ended, isLarge = false) => ({
      began,
      ended,
      isLarge,
      takeBack: () => takenBack.push(name),
    });
    const palms = createPalmWatch();
    const now = 10_000;
    palms.remember(written('a finger, a while ago', now - PEN_FOLLOWS - 1, now - 400));
    palms.remember(written('a hand that lay there for long', now - 5000, now - 300, true));
    palms.remember(written('its edge', now - 200, now - 150));
    palms.remember(written('its edge again', now - 100, now - 50));
    palms.penDown(pen(now));
    expect(takenBack).toEqual(['its edge again', 'its edge', 'a hand that lay there for long']);
    palms.penDown(pen(now + 1));
    expect(takenBack).toHaveLength(3);
  });
});
