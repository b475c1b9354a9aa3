import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../web/shared/marks/place-labels.js';

const SIZE = { width: 200, height: 200 };
const box = (x = 0, y = 0, width = 20, height = 30) => ({ x, y, width, height });

/** @param {ReturnType<typeof box>} of @param {{ isBeside?: boolean, sizes?: import('../../../web/shared/marks/place-labels.js').Wanted['sizes'] }} [how] */
const wanted = (of, { isBeside = false, sizes = [{ width: 30, height: 16, scale: 1 }] } = {}) => ({
  box: of,
  sizes,
  isBeside,
});

/** @param {ReadonlyArray<import('../../../web/shared/marks/place-labels.js').Wanted>} labels @param {ReturnType<typeof box>[]} ink */
const place = (labels, ink) => placeLabels(labels, { ink, size: SIZE, gap: 4 });

describe('a label', () => {
  it('of a digit stands below it, in its middle', () => {
    const digit = box(50, 50);
    expect(place([wanted(digit)], [digit])).toEqual([{ x: 45, y: 84, scale: 1, of: 0 }]);
  });

  it('of a number of a picture stands beside it', () => {
    const number = box(50, 50);
    expect(place([wanted(number, { isBeside: true })], [number])).toEqual([{ x: 74, y: 57, scale: 1, of: 0 }]);
  });

  it('stands above where the next line is close below', () => {
    const [digit, next] = [box(50, 50), box(40, 86, 60, 30)];
    expect(place([wanted(digit)], [digit, next])[0]).toMatchObject({ x: 45, y: 30 });
  });

  it('stays on the sheet', () => {
    const digit = box(0, 170);
    expect(place([wanted(digit)], [digit])[0]).toMatchObject({ x: 0, y: 150 });
  });

  it('is smaller where only that fits, and nowhere where nothing does', () => {
    const digit = box(50, 50);
    const around = [box(0, 0, 200, 48), box(0, 104, 200, 96), box(0, 48, 48, 56), box(72, 48, 128, 56)];
    const sizes = [
      { width: 30, height: 16, scale: 1 },
      { width: 20, height: 14, scale: 0.8 },
    ];
    expect(place([wanted(digit, { sizes })], [digit, ...around])).toEqual([{ x: 50, y: 84, scale: 0.8, of: 1 }]);
    expect(place([wanted(digit, { sizes: [sizes[0]] })], [digit, ...around])).toEqual([null]);
  });

  it('covers no other label', () => {
    const digits = [box(50, 50), box(74, 50)];
    const [one, other] = place(
      digits.map((digit) => wanted(digit)),
      digits,
    );
    expect(one).toMatchObject({ x: 45, y: 84 });
    expect(other).toMatchObject({ x: 69, y: 30 });
  });
});
