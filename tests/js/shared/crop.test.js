import { describe, expect, it } from 'vitest';
import { cropFrom, enlarging, isConvex, shownCrop } from '../../../web/shared/frame/crop.js';
import { between, seen } from '../../../web/reader/alignment/homography.js';

/** @typedef {import('../../../web/shared/frame/area.js').Point} Point */

const SIZE = { width: 1200, height: 800 };
/** @type {Point[]} of a sheet seen aslant, in shares */
const ASLANT = [
  { x: 0.15, y: 0.1 },
  { x: 0.85, y: 0.2 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.85 },
];

/** @param {ReadonlyArray<Point>} points */
const rounded = (points) => points.map(({ x, y }) => [x, y].map((share) => Math.round(share * 1000) / 1000));

describe('a crop', () => {
  it('comes back as it was drawn, from whichever side the picture is shown', () => {
    for (const turned of [0, 90, 180, 270]) {
      const area = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };
      const crop = cropFrom({ area, corners: ASLANT }, SIZE, turned);
      expect(rounded(shownCrop(crop, SIZE, turned).corners ?? [])).toEqual(rounded(ASLANT));
      const straight = { area: { x: 0.25, y: 0.5, width: 0.5, height: 0.25 }, corners: null };
      expect(shownCrop(cropFrom(straight, SIZE, turned), SIZE, turned)).toEqual(straight);
    }
  });

  it('has its corners begin at the left top of the file, which is the right top of what is shown turned by a quarter', () => {
    const area = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };
    const crop = cropFrom({ area, corners: ASLANT }, SIZE, 90);
    expect(crop?.corners?.[0]).toEqual({ x: 0.2 * SIZE.width, y: 0.15 * SIZE.height });
  });

  it('is none where all of the picture is in it', () => {
    expect(cropFrom({ area: { x: 0, y: 0, width: 1, height: 1 }, corners: null }, SIZE, 90)).toBeNull();
  });

  it('is refused whose corners cross or lie in a row', () => {
    expect(isConvex(ASLANT)).toBe(true);
    const [first, second, third, fourth] = ASLANT;
    expect(isConvex([second, first, third, fourth])).toBe(false);
    expect(isConvex([first, second, { x: 0.5, y: 0.15 }, fourth])).toBe(false);
  });
});

describe('what is enlarged', () => {
  it('shows a rectangle from edge to edge', () => {
    const { place } = enlarging({ area: { x: 0.25, y: 0.5, width: 0.5, height: 0.25 }, corners: null });
    const box = place({ x: 0.5, y: 0.5, width: 0.25, height: 0.125 });
    for (const [side, share] of Object.entries({ x: 0.5, y: 0, width: 0.5, height: 0.5 })) {
      expect(box[/** @type {'x'} */ (side)]).toBeCloseTo(share);
    }
  });

  it('has boxes as tight as they were on the sheet, though the picture has larger ones around them', () => {
    const onSheet = { x: 0.3, y: 0.4, width: 0.2, height: 0.05 };
    const unit = [0, 1, 2, 3].map((at) => ({ x: Number(at === 1 || at === 2), y: Number(at > 1) }));
    const toPicture = between(unit, ASLANT);
    const corners = unit.map(({ x, y }) =>
      seen(toPicture, { x: onSheet.x + x * onSheet.width, y: onSheet.y + y * onSheet.height }),
    );
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const around = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    const area = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };
    const box = enlarging({ area, corners: ASLANT }).place(around);
    for (const side of /** @type {const} */ (['x', 'y', 'width', 'height'])) {
      expect(Math.abs(box[side] - onSheet[side]), side).toBeLessThan(0.01);
    }
  });
});
