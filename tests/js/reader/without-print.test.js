import { describe, expect, it } from 'vitest';
import { pack } from '../../../web/reader/alignment/landmarks.js';
import { withoutPrint } from '../../../web/reader/alignment/without-print.js';

/** A sheet's map, of which a pixel is as large as four of the picture of the field. */
const MAP = { width: 200, height: 120 };
const FIELD = { x: 40, y: 40, width: 80, height: 30 };
const CAPTION = { x: 46, y: 46, width: 14, height: 4 };
const SIZE = { width: 4 * FIELD.width, height: 4 * FIELD.height };

const [WHITE, BLACK, BLUE] = [
  [240, 240, 235],
  [40, 40, 40],
  [50, 70, 170],
];

/** @param {ReadonlyArray<{ x: number, y: number, width: number, height: number }>} printed in pixels of the map */
function landmarksOf(printed) {
  const data = new Float32Array(MAP.width * MAP.height);
  const heading = Array.from({ length: 20 }, (_, at) => ({ x: 5 + 9 * at, y: at % 2 ? 4 : 100, width: 6, height: 8 }));
  const all = [...printed, ...heading];
  for (const { x, y, width, height } of all) {
    for (let row = y; row < y + height; row++) data.fill(1, row * MAP.width + x, row * MAP.width + x + width);
  }
  const landmarks = pack({ data, ...MAP }, MAP);
  if (!landmarks) throw new Error('too little print');
  return landmarks;
}

/** @param {ReadonlyArray<{ x: number, y: number, width: number, height: number, color: number[] }>} drawn in pixels of the field's picture */
function pictureOf(drawn) {
  const colors = new Uint8ClampedArray(4 * SIZE.width * SIZE.height);
  for (let at = 0; at < colors.length; at += 4) colors.set([...WHITE, 255], at);
  for (const { x, y, width, height, color } of drawn) {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) colors.set(color, 4 * (row * SIZE.width + column));
    }
  }
  return { colors, ...SIZE, scale: 1 };
}

/** @param {{ x: number, y: number }} place */
const inField = ({ x, y }) => ({ x: 4 * (x - FIELD.x), y: 4 * (y - FIELD.y) });

const AREA = {
  x: FIELD.x / MAP.width,
  y: FIELD.y / MAP.height,
  width: FIELD.width / MAP.width,
  height: FIELD.height / MAP.height,
};
const PRINT = { landmarks: landmarksOf([CAPTION]), area: AREA };
const caption = { ...inField(CAPTION), width: 4 * CAPTION.width, height: 4 * CAPTION.height, color: BLACK };
/** Through the caption, and far below it. */
const digit = { x: caption.x + 20, y: caption.y + 4, width: 8, height: 70 };

/** @param {import('../../../web/reader/image/file/decode.js').Picture | null} picture @param {{ x: number, y: number }} place */
const colorAt = (picture, { x, y }) => [...(picture?.colors ?? []).slice(4 * (y * SIZE.width + x))].slice(0, 3);

describe("what a form's sample has printed in a field", () => {
  it('is taken out of a picture of the field', () => {
    const bare = withoutPrint(pictureOf([caption]), PRINT);
    expect(colorAt(bare, { x: caption.x + 5, y: caption.y + 5 })).toEqual(WHITE);
    expect(colorAt(bare, { x: caption.x + 50, y: caption.y + 12 })).toEqual(WHITE);
  });

  it('is told from a pen of another color that crosses it', () => {
    const bare = withoutPrint(pictureOf([caption, { ...digit, color: BLUE }]), PRINT);
    expect(colorAt(bare, { x: caption.x + 5, y: caption.y + 5 })).toEqual(WHITE);
    expect(colorAt(bare, { x: digit.x + 4, y: digit.y + 6 })).toEqual(BLUE);
    expect(colorAt(bare, { x: digit.x + 4, y: digit.y + 60 })).toEqual(BLUE);
  });

  it('takes nothing of a digit in its own color along', () => {
    const beside = { ...digit, x: caption.x + 120, y: caption.y, color: BLACK };
    const both = withoutPrint(pictureOf([caption, beside]), PRINT);
    expect(colorAt(both, { x: caption.x + 5, y: caption.y + 5 })).toEqual(WHITE);
    expect(colorAt(both, { x: beside.x + 4, y: beside.y + 5 })).toEqual(BLACK);
    const crossing = withoutPrint(pictureOf([caption, { ...digit, height: 85, width: 30, color: BLACK }]), PRINT);
    expect(colorAt(crossing, { x: digit.x + 4, y: digit.y + 6 })).toEqual(BLACK);
  });

  it('leaves a field as it is where the sample has none', () => {
    expect(withoutPrint(pictureOf([caption]), { landmarks: landmarksOf([]), area: AREA })).toBeNull();
  });
});
