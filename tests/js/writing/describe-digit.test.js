import { describe, expect, test } from 'vitest';
import { describeDigit } from '../../../web/writing/describe-digit.js';
import { momentsOf, shearOf } from '../../../web/writing/shape.js';
import usualForm from '../../../web/writing/usual-form.json' with { type: 'json' };
import { binarize } from '../../../tools/binarize.js';
import { around } from '../../../web/reader/boxes.js';
import { crop } from '../../../web/reader/image/components.js';
import { findWriting } from '../../../web/reader/image/find-lines.js';
import { normalize } from '../../../web/reader/image/normalize.js';
import { inkBox, rasterize } from '../../../web/reader/ink/rasterize.js';
import { SHAPES, arc } from '../../support/hand.js';
import { draw, noise, toGray } from '../../support/paper.js';

/** @typedef {import('../../support/hand.js').Pair} Pair */

const NAMES = [...'0123456789', '1 plain', '4 apart', '7 crossed', '8 rings'];
const SLANTS = [-30, -15, 0, 15, 30];
const WIDTHS = [0.08, 0.11, 0.15, 0.2];

const tangent = (/** @type {number} */ degrees) => Math.tan((degrees * Math.PI) / 180);

/** Pushed over; y is down. @param {Pair[][]} shape @param {number} shear @returns {Pair[][]} */
const pushed = (shape, shear) => shape.map((stroke) => stroke.map(([x, y]) => [x - shear * (y - 0.5), y]));

/**
 * Ink on paper, how much of each pixel is covered.
 *
 * @param {Pair[][]} shape
 * @param {number} pixels of the longer side of its ink
 * @param {number} width of the pen, as a share of that
 */
function onPaper(shape, pixels, width) {
  const xs = shape.flat().map(([x]) => x);
  const ys = shape.flat().map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (pixels * (1 - width)) / Math.max(right - left, bottom - top);
  const side = 2 * pixels;
  const size = { width: side, height: side };
  const covered = new Float32Array(side * side);
  for (const stroke of shape) {
    // Not on the pixels' grid.
    const points = stroke.map(([x, y]) => [
      pixels + 0.37 + (x - (left + right) / 2) * scale,
      pixels + 0.21 + (y - (top + bottom) / 2) * scale,
    ]);
    draw(covered, size, points, (width * pixels) / 2);
  }
  return { size, covered };
}

/**
 * The shape pushed over until its ink leans as this digit's usual form does when it stands upright.
 *
 * @param {string} name
 * @param {number} pixels
 * @param {number} width
 */
function upright(name, pixels, width) {
  let shear = 0;
  for (let round = 0; round < 4; round++) {
    const { size, covered } = onPaper(pushed(SHAPES[name], shear), pixels, width);
    const moments = momentsOf({ data: covered, ...size });
    if (!moments) throw new Error('There is ink.');
    shear += usualForm[Number(name[0])].lean - shearOf(moments);
  }
  return pushed(SHAPES[name], shear);
}

/**
 * As the page does it with a picture.
 *
 * @param {{ size: { width: number, height: number }, covered: Float32Array }} paper
 * @param {number} digit
 * @param {(at: number) => number} [light] gray of the paper less what is seen
 */
function photographed({ size, covered }, digit, light = () => 0) {
  const picture = toGray(size, (_, __, at) => 225 - 175 * covered[at] + light(at));
  const { labeled, writing: parts } = findWriting(binarize(picture));
  return { digit, box: around(parts.map(({ box }) => box)), image: normalize(crop(labeled, parts)) };
}

describe('of a digit in a picture', () => {
  describe.each(NAMES)('a %s', (name) => {
    test.each(WIDTHS)('of pen width %d of its size: slant to 3 degrees, width to a tenth', (width) => {
      const shape = upright(name, 80, width);
      for (const slant of SLANTS) {
        const paper = onPaper(pushed(shape, tangent(slant)), 80, width);
        const found = describeDigit(photographed(paper, Number(name[0])));
        expect(Math.abs((found.slant ?? NaN) - slant), `slant at ${slant}`).toBeLessThan(3);
        if (name === '1 plain' && width < 0.1 && slant === 0) expect(found.width, 'of a thin, upright line').toBeNull();
        else expect(Math.abs((found.width ?? NaN) / width - 1), `width at ${slant}`).toBeLessThan(0.1);
      }
    });
  });

  test.each([
    [40, 0.11],
    [240, 0.08],
  ])('slant and width hold for one that is %d pixels high', (pixels, width) => {
    for (const name of NAMES) {
      const paper = onPaper(pushed(upright(name, pixels, width), tangent(15)), pixels, width);
      const found = describeDigit(photographed(paper, Number(name[0])));
      expect(Math.abs((found.slant ?? NaN) - 15), `slant of ${name}`).toBeLessThan(3);
      expect(Math.abs((found.width ?? NaN) / width - 1), `width of ${name}`).toBeLessThan(0.1);
    }
  });

  test('slant and width hold on grainy paper', () => {
    for (const name of NAMES) {
      const paper = onPaper(pushed(upright(name, 80, 0.12), tangent(-15)), 80, 0.12);
      const found = describeDigit(photographed(paper, Number(name[0]), (at) => 12 * noise(at)));
      expect(Math.abs((found.slant ?? NaN) + 15), `slant of ${name}`).toBeLessThan(3);
      expect(Math.abs((found.width ?? NaN) / 0.12 - 1), `width of ${name}`).toBeLessThan(0.1);
    }
  });

  test('how often and how fast the pen was put down is not known', () => {
    const found = describeDigit(photographed(onPaper(SHAPES[5], 80, 0.1), 5));
    expect(found).toMatchObject({ strokes: null, speed: null });
  });
});

/** @param {Pair[][]} shape @param {number} digit @param {number} [pause] milliseconds from point to point */
function penned(shape, digit, pause) {
  const strokes = shape.map((stroke) =>
    stroke.map(([x, y], index) => ({ x, y, ...(pause !== undefined && { t: index * pause }) })),
  );
  const box = inkBox(strokes) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { strokes, read: { digit, box, image: rasterize(strokes) } };
}

describe('of a digit written with a pen', () => {
  test.each(NAMES)('the slant of a %s is known to 3 degrees', (name) => {
    const shape = upright(name, 80, 0.13);
    for (const slant of SLANTS) {
      const { strokes, read } = penned(pushed(shape, tangent(slant)), Number(name[0]));
      const found = describeDigit(read, { strokes });
      expect(Math.abs((found.slant ?? NaN) - slant), `slant at ${slant}`).toBeLessThan(3);
    }
  });

  test('no width is made up for a pen that has none', () => {
    const { strokes, read } = penned(SHAPES[2], 2);
    expect(describeDigit(read, { strokes }).width).toBeNull();
    expect(describeDigit(read).width).toBeGreaterThan(0);
  });

  test('its strokes are counted, and those of others are not', () => {
    const { strokes, read } = penned(SHAPES[5], 5);
    const other = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x + 1.5, y })));
    expect(describeDigit(read, { strokes: [...strokes, ...other] }).strokes).toBe(2);
  });

  test('a stroke that goes on into the next digit counts for both', () => {
    const joined = [[...Array(21).keys()].map((step) => ({ x: step / 10, y: step % 2 }))];
    const box = { x: 0, y: 0, width: 1, height: 1 };
    expect(describeDigit({ digit: 1, box, image: rasterize(joined) }, { strokes: joined }).strokes).toBe(1);
    expect(
      describeDigit({ digit: 1, box: { ...box, x: 1 }, image: rasterize(joined) }, { strokes: joined }).strokes,
    ).toBe(1);
  });

  test('its speed is the way of the pen in sizes, by the time that it was down', () => {
    const line = /** @type {Pair[][]} */ ([[[0, 0], [0, 1]], [[0, 1], [0, 0]]]); // prettier-ignore
    const { strokes, read } = penned(line, 1, 250);
    expect(describeDigit(read, { strokes }).speed).toBeCloseTo(4);
    const untimed = penned(line, 1);
    expect(describeDigit(untimed.read, { strokes: untimed.strokes }).speed).toBeNull();
  });

  test('its size is its share of the pad', () => {
    const { strokes, read } = penned(SHAPES[8], 8);
    const high = read.box.height;
    expect(describeDigit(read, { strokes, page: { width: 4, height: 4 } }).size).toBeCloseTo(high / 4);
    expect(describeDigit(read, { strokes }).size).toBeNull();
  });
});

describe('the shape of a digit', () => {
  /** @param {Pair[]} outline @param {number} [slant] */
  const shaped = (outline, slant = 0) => describeDigit(penned(pushed([outline], tangent(slant)), 0).read);
  const ring = arc([0.5, 0.5], [0.5, 0.5], 0, 360);
  const slim = arc([0.5, 0.5], [0.25, 0.5], 0, 360);
  const square = /** @type {Pair[]} */ ([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]); // prettier-ignore
  const wedge = /** @type {Pair[]} */ ([[0, 1], [0.5, 0], [1, 1], [0, 1]]); // prettier-ignore

  test('is as wide as high, or half as wide, without its slant', () => {
    for (const slant of SLANTS) {
      expect(shaped(ring, slant).aspect ?? NaN).toBeGreaterThan(0.9);
      expect(shaped(ring, slant).aspect ?? NaN).toBeLessThan(1.15);
      // With a pen of 2.6 of 20 pixels: (8.7 + 2.6) / 20.
      expect(Math.abs((shaped(slim, slant).aspect ?? NaN) / 0.565 - 1)).toBeLessThan(0.15);
    }
  });

  test('is round for a ring, less for a box, least for a wedge, and not known for a line', () => {
    const roundness = [ring, square, wedge].map((outline) => shaped(outline).roundness ?? NaN);
    expect(roundness[0]).toBeGreaterThan(0.95);
    expect(shaped(slim).roundness).toBeGreaterThan(0.95);
    expect(roundness[1]).toBeLessThan(roundness[0] - 0.08);
    expect(roundness[2]).toBeLessThan(roundness[1] - 0.05);
    expect(describeDigit(penned(SHAPES['1 plain'], 1).read).roundness).toBeNull();
  });
});

describe('what cannot be known is left open', () => {
  test('for an image without ink', () => {
    const box = { x: 0, y: 0, width: 0, height: 0 };
    const found = describeDigit({ digit: 3, box, image: new Float32Array(784) }, { page: { width: 1, height: 0 } });
    expect(new Set(Object.values(found))).toEqual(new Set([null]));
  });

  test('for what is not a digit: nothing says how it stands upright', () => {
    const { read } = penned(SHAPES[4], 4);
    expect(describeDigit({ ...read, digit: null }).slant).toBeNull();
  });

  test('for a level line, which has no slant', () => {
    const { read } = penned([[[0, 0.5], [1, 0.5]]], 1); // prettier-ignore
    expect(describeDigit(read).slant).toBeNull();
  });
});
