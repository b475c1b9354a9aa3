import { aroundPoints } from '../../reader/boxes.js';
import { between, cornersOf, seen } from '../../reader/alignment/homography.js';

/**
 * Where a form's fields are in a picture that may show it moved, turned, or from a side.
 *
 * @import { Area, Point, Size } from '../frame/area.js'
 * @typedef {{ area: Area, corners?: Point[], isCut: boolean, isBeyond?: boolean }} Part of the picture to be read, in its pixels: the box
 *   around, within the picture; its corners, where it lies aslant; and whether some of it is beyond the picture, or all
 * @typedef {{ size: Size, partOf: (area: Area) => Part }} Placement `size`: of the form in the picture, in its pixels;
 *   `partOf` is asked with pixels of the form
 */

/** So much of a part's shorter side may be beyond the picture: it is only the paper around. */
const MARGIN = 0.15;

/** @param {Size} size of a picture that shows the form as the sample does @returns {Placement} */
export function asSample(size) {
  return { size, partOf: (area) => ({ area, isCut: false }) };
}

/**
 * @param {ReadonlyArray<Point>} corners of the sample in the picture, clockwise from its left top
 * @param {Size} picture
 * @returns {Placement}
 */
export function byCorners(corners, picture) {
  const [top, right, bottom, left] = corners.map(({ x, y }, at) => {
    const next = corners[(at + 1) % 4];
    return Math.hypot(next.x - x, next.y - y);
  });
  const size = { width: (top + bottom) / 2, height: (left + right) / 2 };
  const view = between(cornersOf(size), corners);
  return {
    size,
    partOf({ x, y, width, height }) {
      const own = cornersOf({ width, height }).map((corner) => seen(view, { x: x + corner.x, y: y + corner.y }));
      const box = aroundPoints(own);
      const margin = MARGIN * Math.min(width, height);
      const isBeyond =
        box.x > picture.width - 1 || box.y > picture.height - 1 || box.x + box.width < 1 || box.y + box.height < 1;
      return { area: inside(box, picture), corners: own, isCut: isCut(own, margin, picture), isBeyond };
    },
  };
}

/** @param {Area} box @param {Size} picture @returns {Area} whole pixels of it, at least one */
function inside({ x, y, width, height }, picture) {
  const [left, right] = within(x, x + width, picture.width);
  const [top, bottom] = within(y, y + height, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {number} start @param {number} end @param {number} length */
function within(start, end, length) {
  const first = Math.min(length - 1, Math.max(0, Math.floor(start)));
  return [first, Math.max(first + 1, Math.min(length, Math.ceil(end)))];
}

/** @param {ReadonlyArray<Point>} corners @param {number} margin @param {Size} picture */
const isCut = (corners, margin, { width, height }) =>
  corners.some(({ x, y }) => x < -margin || y < -margin || x > width + margin || y > height + margin);
