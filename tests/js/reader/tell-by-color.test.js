import { expect, test } from 'vitest';
import { tellByColor } from '../../../web/reader/image/tell-by-color.js';

const WIDTH = 200;
const HEIGHT = 40;

const CREAM = [235, 225, 200];
const BLUE = [60, 70, 150];
const BLACK = [60, 60, 60];

/**
 * @typedef {{ color: number[], pen: number, print: number, covers?: number }} Mark `covers`: how much of the paper its line covers
 * @param {Mark[]} marks side by side, on cream paper
 */
function sheetOf(marks) {
  const plane = () => new Float32Array(WIDTH * HEIGHT);
  const labels = { pen: plane(), print: plane(), rule: plane(), other: plane(), width: WIDTH, height: HEIGHT };
  const picture = {
    width: 2 * WIDTH,
    height: 2 * HEIGHT,
    colors: new Uint8ClampedArray(16 * WIDTH * HEIGHT),
    scale: 1,
  };
  for (let pixel = 0; pixel < 4 * WIDTH * HEIGHT; pixel++) picture.colors.set([...CREAM, 255], 4 * pixel);
  marks.forEach(({ color, pen, print, covers = 1 }, number) => {
    const shown = CREAM.map((paper, channel) => paper + covers * (color[channel] - paper));
    for (let y = 10; y < 30; y++) {
      for (let x = 10 * number + 4; x < 10 * number + 8; x++) {
        [labels.pen[y * WIDTH + x], labels.print[y * WIDTH + x]] = [pen, print];
        for (const at of [0, 1, 2 * WIDTH, 2 * WIDTH + 1]) {
          picture.colors.set(shown, 4 * (2 * y * 2 * WIDTH + 2 * x + at));
        }
      }
    }
  });
  tellByColor(labels, picture);
  return marks.map((_, number) => labels.pen[20 * WIDTH + 10 * number + 5]);
}

/** @param {number} count @param {Mark} mark */
const several = (count, mark) => Array.from({ length: count }, () => mark);

const PRINT = { color: BLACK, pen: 0.05, print: 0.9 };

test('what is as blue as the pen was written, however pale its thin line, among black print', () => {
  const unclear = { color: BLUE, pen: 0.1, print: 0.8 };
  const told = sheetOf([
    ...several(5, { color: BLUE, pen: 0.9, print: 0.05 }),
    ...several(6, PRINT),
    unclear,
    { ...unclear, covers: 0.3 },
  ]);
  for (const pen of told.slice(5, 11)) expect(pen).toBeLessThan(0.02);
  for (const pen of told.slice(11)) expect(pen).toBeGreaterThan(0.7);
});

test('a color that print has as well tells nothing', () => {
  const told = sheetOf([
    ...several(5, { color: BLACK, pen: 0.9, print: 0.05 }),
    ...several(4, PRINT),
    ...several(5, { ...PRINT, color: BLUE }),
  ]);
  expect(told[0]).toBeCloseTo(0.9);
  for (const pen of told.slice(5)) expect(pen).toBeCloseTo(0.05);
});

test('pen and print in one color stay what the labels say', () => {
  const told = sheetOf([...several(5, { color: BLACK, pen: 0.9, print: 0.05 }), ...several(5, PRINT)]);
  expect(told[0]).toBeCloseTo(0.9);
  expect(told[9]).toBeCloseTo(0.05);
});
