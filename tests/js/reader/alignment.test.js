import { describe, expect, it } from 'vitest';
import { align, cornersIn } from '../../../web/reader/alignment/align.js';
import { flatten } from '../../../web/reader/alignment/flatten.js';
import { alignForm, findLandmarks } from '../../../web/reader/alignment/forms.js';
import { after, between, cornersOf, inverse, scaling, seen, shift } from '../../../web/reader/alignment/homography.js';
import { pack, unpack } from '../../../web/reader/alignment/landmarks.js';
import { printMap } from '../../../web/reader/alignment/print-map.js';

/** @import { Plane } from '../../../web/reader/image/planes.js' */

const SIZE = { width: 180, height: 250 };

/** Numbers that come again by their seed, 0 to 1. @param {number} seed */
const random = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

/** A made-up form: labels of some letters, and boxes beside them. @param {number} seed @returns {Plane} */
function madeForm(seed) {
  const next = random(seed);
  const map = { data: new Float32Array(SIZE.width * SIZE.height), ...SIZE };
  const put = (/** @type {number} */ x, /** @type {number} */ y) => {
    map.data[Math.round(y) * SIZE.width + Math.round(x)] = 1;
  };
  for (let y = 20; y < 225; y += 14 + 8 * next()) {
    const start = 14 + 20 * next();
    const end = start + 15 + 40 * next();
    for (let x = start; x < end; x += 1) for (let row = 0; row < 3; row++) if (next() < 0.6) put(x, y + row);
    const right = Math.min(165, end + 15 + 60 * next());
    for (let x = end + 6; x <= right; x++) [y - 3, y + 6].forEach((row) => put(x, row));
    for (let row = y - 3; row <= y + 6; row++) [end + 6, right].forEach((x) => put(x, row));
  }
  return map;
}

/** What a camera sees of a map. @param {Plane} map @param {import('../../../web/reader/alignment/homography.js').Homography} view from the map's pixels @param {{ width: number, height: number }} size */
function photographed({ data, width, height }, view, size) {
  const back = inverse(view);
  const result = { data: new Float32Array(size.width * size.height), ...size };
  for (let at = 0; at < result.data.length; at++) {
    for (const [right, down] of [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]]) {
      const { x, y } = seen(back, { x: (at % size.width) + right, y: Math.floor(at / size.width) + down });
      if (x >= 0 && y >= 0 && x < width && y < height) result.data[at] += data[(y | 0) * width + (x | 0)] / 4;
    }
  }
  return result;
} // prettier-ignore

/** @param {number} degrees @param {number} scale */
function turned(degrees, scale) {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => scale * of((degrees * Math.PI) / 180));
  const middle = shift({ x: SIZE.width / 2, y: SIZE.height / 2 });
  return after(middle, after([cos, -sin, 0, sin, cos, 0, 0, 0, 1], inverse(middle)));
}

const aslant = between(cornersOf(SIZE), [
  { x: 14, y: 22 },
  { x: 160, y: 12 },
  { x: 172, y: 238 },
  { x: 6, y: 226 },
]);

describe('a form in another picture', () => {
  it.each([
    ['as it is', turned(0, 1)],
    ['moved by a few pixels', shift({ x: 5, y: -7 })],
    ['turned by five degrees', turned(5, 0.9)],
    ['smaller', turned(-2, 0.8)],
    ['larger, some of it outside', turned(3, 1.2)],
    ['from a side', aslant],
    ['on its head', turned(183, 0.95)],
    ['on its side', after(shift({ x: 0, y: 0 }), turned(90, 0.7))],
    ['on its other side, from far', turned(266, 0.66)],
  ])('is found %s, within a third of a pixel', (_how, view) => {
    const sample = madeForm(7);
    const found = align(sample, photographed(sample, view, SIZE));
    expect(found.likeness).toBeGreaterThan(0.75);
    for (const corner of cornersOf(SIZE)) {
      const [is, was] = [seen(found.view, corner), seen(view, corner)];
      expect(Math.hypot(is.x - was.x, is.y - was.y)).toBeLessThan(0.34);
    }
  });

  it.each([3, 92, 179, 271])('is found where only a part of the sample has print, turned by %d degrees', (degrees) => {
    const sample = madeForm(7);
    sample.data.fill(0, 130 * SIZE.width);
    const landmarks = pack(sample, SIZE);
    if (!landmarks) throw new Error('There are some.');
    const view = turned(degrees, 0.68);
    const found = align(unpack(landmarks), photographed(sample, view, SIZE), landmarks.area);
    for (const corner of cornersOf(landmarks)) {
      const { x, y } = landmarks.area;
      const was = seen(view, { x: corner.x + x * SIZE.width, y: corner.y + y * SIZE.height });
      const is = seen(found.view, corner);
      expect(Math.hypot(is.x - was.x, is.y - was.y)).toBeLessThan(0.5);
    }
  });

  it('is found below what people wrote', () => {
    const sample = madeForm(7);
    const picture = photographed(sample, aslant, SIZE);
    const next = random(5);
    for (let count = 0; count < 400; count++) picture.data[Math.floor(next() * picture.data.length)] = 1;
    const { view } = align(sample, picture);
    for (const corner of cornersOf(SIZE)) {
      const [is, was] = [seen(view, corner), seen(aslant, corner)];
      expect(Math.hypot(is.x - was.x, is.y - was.y)).toBeLessThan(0.6);
    }
  });

  it.each([11, 23, 47])('is not taken for another form (%d)', (seed) => {
    const other = photographed(madeForm(seed), aslant, SIZE);
    expect(align(madeForm(7), other).likeness).toBeLessThan(0.5);
    expect(align(madeForm(7), { ...SIZE, data: new Float32Array(SIZE.width * SIZE.height) }).likeness).toBeLessThan(
      0.1,
    );
  });
});

describe('landmarks', () => {
  it('are a few kilobytes, and come back as they were, but for what is around', () => {
    const map = madeForm(3);
    const landmarks = pack(map, SIZE);
    if (!landmarks) throw new Error('There are some.');
    expect(landmarks.marks.length).toBeLessThan(8000);
    const { data, width, height } = unpack(JSON.parse(JSON.stringify(landmarks)));
    const [left, top] = [landmarks.area.x * SIZE.width, landmarks.area.y * SIZE.height].map(Math.round);
    expect([width, height]).toEqual([landmarks.width, landmarks.height]);
    for (let at = 0; at < data.length; at++) {
      const [x, y] = [left + (at % width), top + Math.floor(at / width)];
      if (data[at] !== map.data[y * SIZE.width + x]) throw new Error(`Another value at ${x}, ${y}`);
    }
    expect(data.filter((value) => value > 0)).toHaveLength(map.data.filter((value) => value > 0).length);
  });

  it('are none where there is too little to go by', () => {
    const data = new Float32Array(SIZE.width * SIZE.height);
    expect(pack({ ...SIZE, data }, SIZE)).toBeNull();
    data.fill(1, 60 * SIZE.width + 40, 60 * SIZE.width + 80);
    expect(pack({ ...SIZE, data }, SIZE)).toBeNull();
  });

  it('tell where the corners of the sample are, also when only a part of it has marks', () => {
    const area = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
    const corners = cornersIn(shift({ x: 10, y: 20 }), area, { width: 100, height: 50 });
    expect(corners).toEqual([
      { x: -40, y: -80 },
      { x: 160, y: -80 },
      { x: 160, y: 120 },
      { x: -40, y: 120 },
    ]);
  });
});

/** Labels that say of dark pixels that they are print. @param {import('../../../web/reader/image/file/decode.js').Picture} picture */
function labelsOf({ colors, width, height }) {
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const blank = () => new Float32Array(size.width * size.height);
  const print = blank();
  for (let at = 0; at < print.length; at++) {
    const [x, y] = [2 * (at % size.width), 2 * Math.floor(at / size.width)];
    print[at] = 1 - colors[4 * (y * width + x)] / 255;
  }
  return { pen: blank(), print, rule: blank(), other: blank(), ...size };
}

/** @param {Plane} map @param {number} scale pixels of the whole picture for each of the picture's are one divided by this */
function pictureOf({ data, width, height }, scale) {
  const colors = new Uint8ClampedArray(4 * data.length).fill(255);
  data.forEach((value, at) => colors.fill(255 * (1 - value), 4 * at, 4 * at + 3));
  return { colors, width, height, scale };
}

describe('a picture of a form', () => {
  it('has the corners of the sample in its own pixels', () => {
    const large = { width: 4 * SIZE.width, height: 4 * SIZE.height };
    const sample = photographed(madeForm(7), scaling(4), large);
    const landmarks = findLandmarks(pictureOf(sample, 1), labelsOf);
    if (!landmarks) throw new Error('There are some.');
    const view = after(scaling(2), after(aslant, scaling(0.25)));
    const size = { width: 2 * SIZE.width, height: 2 * SIZE.height };
    const found = alignForm(pictureOf(photographed(sample, view, size), 0.5), landmarks, labelsOf);
    cornersOf(large).forEach((corner, at) => {
      const is = found?.corners[at] ?? { x: NaN, y: NaN };
      const was = seen(view, corner);
      expect(Math.hypot(is.x / 2 - was.x, is.y / 2 - was.y)).toBeLessThan(1);
    });
    const other = photographed(madeForm(11), after(scaling(2), aslant), size);
    expect(alignForm(pictureOf(other, 0.5), landmarks, labelsOf)).toBeNull();
  });

  it('is seen without what lies around the sheet', () => {
    const size = { width: 400, height: 560 };
    const planes = () => new Float32Array(size.width * size.height);
    const labels = { pen: planes(), print: planes(), rule: planes(), other: planes(), ...size };
    for (let y = 0; y < size.height; y++) {
      // Stripes of a cloth on the left; a frame that reaches the picture's border on the right.
      for (let x = 0; x < 60; x++) labels[y % 8 < 5 ? 'rule' : 'other'][y * size.width + x] = 1;
      labels.rule[y * size.width + 300] = 1;
    }
    for (let x = 300; x < size.width; x++) labels.rule[200 * size.width + x] = 1;
    const map = printMap(labels);
    const at = (/** @type {number} */ x, /** @type {number} */ y) => map.data[y * map.width + x];
    expect(at(10, 100)).toBe(0);
    expect(at(150, 100)).toBeGreaterThan(0.3);
    expect(at(190, 100)).toBeGreaterThan(0.3);
  });

  it('is laid flat, and what is found on it is told where it is in the picture', () => {
    const size = { width: 100, height: 80 };
    const picture = { ...pictureOf({ data: new Float32Array(8000), ...size }, 2), x: 10, y: 20 };
    // A dark place around (60, 40) of the picture's own pixels, which is (40, 40) of the whole picture's.
    for (let y = 38; y < 42; y++) picture.colors.fill(0, 4 * (y * 100 + 58), 4 * (y * 100 + 62));
    const corners = [
      { x: 50, y: 25 },
      { x: 50, y: 55 },
      { x: 20, y: 55 },
      { x: 20, y: 25 },
    ];
    const flat = flatten(picture, corners);
    expect([flat.picture.width, flat.picture.height]).toEqual([60, 60]);
    const dark = Array.from({ length: 3600 }, (_, at) => at).filter((at) => flat.picture.colors[4 * at] < 100);
    const middle = dark.reduce((sum, at) => ({ x: sum.x + (at % 60), y: sum.y + Math.floor(at / 60) }), { x: 0, y: 0 });
    const box = { x: middle.x / dark.length - 1.5, y: middle.y / dark.length - 1.5, width: 4, height: 4 };
    const placed = flat.place(box);
    expect(placed.x + placed.width / 2).toBeCloseTo(40, 0);
    expect(placed.y + placed.height / 2).toBeCloseTo(40, 0);
  });
});
