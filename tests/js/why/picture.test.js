import { describe, expect, test } from 'vitest';
import { journey, mostActive } from '../../../web/why/journey.js';
import { makeOverlay } from '../../../web/why/overlay.js';
import { markOverlay, paintInk, paintMarks } from '../../../web/why/pixels.js';
import { evidence, seven } from '../../support/explain-made.js';

/**
 * An overlay that is drawn as it is.
 *
 * @param {(x: number, y: number) => number} value -1 to 1
 */
const drawn = (value) => ({
  ...makeOverlay(
    evidence(() => 0),
    seven,
    7,
  ),
  shown: Float32Array.from({ length: 784 }, (_, pixel) => value(pixel % 28, Math.floor(pixel / 28))),
  scale: 1,
});

/** @param {Uint8ClampedArray} mark */
const share = (mark) => mark.reduce((sum, value) => sum + value / 255, 0) / mark.length;

describe('the marks of an overlay', () => {
  test('are dots where it speaks for the digit and lines where against, nowhere both', () => {
    const marks = markOverlay(drawn((x) => (x < 14 ? 0.5 : -0.5)));
    expect(marks).toMatchObject({ width: 280, height: 280 });
    marks.for.forEach((dot, pixel) => {
      const isLeft = pixel % 280 < 140;
      if (isLeft ? marks.against[pixel] : dot) throw new Error(`the wrong mark at ${pixel}`);
    });
    // A dot has a middle and stands alone; a line crosses its cell from edge to edge.
    expect([marks.for[145 * 280 + 45], marks.for[140 * 280 + 40]]).toEqual([255, 0]);
    const slanting = [0, 2, 4, 6, 8].map((step) => marks.against[(144 - step) * 280 + 200 + step]);
    expect(slanting.every((value) => value === slanting[0] && value > 0)).toBe(true);
  });

  test.each([/** @type {const} */ (['for', 1]), /** @type {const} */ (['against', -1])])(
    'cover more the stronger it speaks %s',
    (side, sign) => {
      const shares = [0, 0.1, 0.3, 0.6, 1].map((strength) => share(markOverlay(drawn(() => sign * strength))[side]));
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares[0]).toBe(0);
      expect(shares[1]).toBeLessThan(0.12);
      expect(shares[4]).toBeGreaterThan(0.6);
    },
  );

  test('take the colors of the page and let the ink show through between them', () => {
    const { data, width, height } = paintMarks(
      markOverlay(
        drawn((x) => (x < 14 ? 0.5 : -0.5)),
        4,
      ),
      [1, 2, 3],
      [4, 5, 6],
    );
    expect([width, height, data.length]).toEqual([112, 112, 4 * 112 * 112]);
    for (let pixel = 0; pixel < width * height; pixel++) {
      const [red, , , alpha] = data.subarray(4 * pixel, 4 * pixel + 4);
      if (alpha) expect(red).toBe(pixel % 112 < 56 ? 1 : 4);
    }
    expect(share(data.filter((_, index) => index % 4 === 3))).toBeLessThan(0.6);
  });
});

/** Four channels of 14 x 14: blank, the paper's edge, a weak spot, a strong spot. */
const layer = {
  name: 'a layer',
  width: 14,
  height: 14,
  channels: 4,
  data: Float32Array.from({ length: 14 * 14 * 4 }, (_, index) => {
    const place = Math.floor(index / 4);
    const [x, y] = [place % 14, Math.floor(place / 14)];
    const spot = Number(x === 6 && y === 7);
    return [3, x === 0 ? 50 : 0, spot, 5 * spot][index % 4];
  }),
};

describe('what a layer sees', () => {
  test('is shown by the channels that answer to the ink, the most telling first', () => {
    expect(mostActive(layer, 8).map(({ channel }) => channel)).toEqual([3, 2]);
    expect(mostActive(layer, 1).map(({ channel }) => channel)).toEqual([3]);
  });

  test('is drawn from 0 to 1', () => {
    const [strong, weak] = mostActive(layer, 2);
    expect(strong).toMatchObject({ most: 5, width: 14, height: 14 });
    expect(weak.data).toEqual(strong.data);
    expect(strong.data[7 * 14 + 6]).toBe(1);
  });
});

test('ink is painted as dark as it is, on clear paper', () => {
  const painted = paintInk({ data: [0, 0.2, 1, 0.6], width: 2, height: 2 }, [9, 8, 7]);
  expect(painted).toMatchObject({ width: 2, height: 2 });
  expect([...painted.data]).toEqual([9, 8, 7, 0, 9, 8, 7, 51, 9, 8, 7, 255, 9, 8, 7, 153]);
});

describe('the journey', () => {
  const probabilities = new Float32Array(11);
  const explanation = { logits: probabilities, probabilities, evidence: evidence(() => 0), layers: [layer, layer] };
  const strokes = [[{ x: 1, y: 2 }]];

  test('leads from the strokes through 28 x 28 and every layer to the answer', () => {
    const steps = journey(explanation, seven, { strokes, tiles: 1 });
    expect(steps.map(({ kind }) => kind)).toEqual(['strokes', 'ink', 'layer', 'layer', 'answer']);
    expect(steps[1]).toEqual({ kind: 'ink', data: seven, width: 28, height: 28 });
    expect(steps[3]).toMatchObject({ number: 2, channels: 4, tiles: [{ channel: 3 }] });
    expect(steps[4]).toEqual({ kind: 'answer', probabilities });
  });

  test('of a digit in a picture begins at 28 x 28', () => {
    expect(journey(explanation, seven)[0].kind).toBe('ink');
  });
});
