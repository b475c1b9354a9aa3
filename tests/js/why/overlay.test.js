import { describe, expect, test } from 'vitest';
import { compare, makeOverlay, spread } from '../../../web/why/overlay.js';
import { nearest } from '../../../web/why/question.js';
import { sumRegions, summarize } from '../../../web/why/summarize.js';
import { evidence, seven } from '../../support/explain-made.js';

/** @param {ArrayLike<number>} values */
const sum = (values) => Array.from(values).reduce((total, value) => total + value, 0);

/** A grid of one place. @param {number} place @param {number} side */
const onePlace = (place, side) => ({
  data: Float32Array.from({ length: side * side }, (_, index) => Number(index === place)),
  height: side,
  width: side,
});

const random = () => {
  let state = 1;
  return evidence((_row, _column, digit) => Math.sin((state = (state * 16807) % 2147483647)) + digit / 9);
};

describe('what speaks for a digit', () => {
  test('rather than for another is the difference of their logits, exactly', () => {
    const { data, ...size } = random();
    /** @param {number} digit */
    const logit = (digit) => sum(data.filter((_, index) => index % 10 === digit)) / 49;
    const { difference } = compare({ data, ...size }, 7, 1);
    expect(difference).toBeCloseTo(logit(7) - logit(1), 5);
  });

  test('rather than for the others is measured against the mean of the nine', () => {
    const maps = evidence((_row, _column, digit) => (digit === 7 ? 12 : digit));
    // 0 + 1 + ... + 9 without 7 is 38.
    expect(compare(maps, 7, null).difference).toBeCloseTo(12 - 38 / 9, 5);
  });

  test('is the opposite of what speaks for its rival', () => {
    const maps = random();
    const [one, other] = [compare(maps, 4, 9), compare(maps, 9, 4)];
    expect(one.data.every((value, place) => value === -other.data[place])).toBe(true);
  });

  test('what all digits have in common changes nothing', () => {
    const maps = evidence((row, column, digit) => Number(digit === 7 && row < 2) + row * column);
    const plain = evidence((row, _column, digit) => Number(digit === 7 && row < 2));
    expect(compare(maps, 7, 1)).toEqual(compare(plain, 7, 1));
  });

  test('the two nearest digits are compared, also where neither is read', () => {
    const probabilities = Float32Array.from([0, 0.1, 0, 0, 0, 0, 0, 0.2, 0, 0, 0.7]);
    expect(nearest(probabilities)).toEqual({ digit: 7, rival: 1 });
  });
});

describe('spread over the pixels', () => {
  test.each([7, 14, 28])('a grid of %i keeps its mean, wherever its evidence is', (side) => {
    for (const place of [0, side - 1, (side * side) >> 1, side * side - 1]) {
      expect(sum(spread(onePlace(place, side)))).toBeCloseTo((28 / side) ** 2, 4);
    }
  });

  test('a place lies around the ink that the network looked at for it', () => {
    // Two convolutions of stride 2: 4 * 3 + 3.
    const pixels = spread(onePlace(3 * 7 + 3, 7));
    expect(pixels.indexOf(Math.max(...pixels))).toBe(15 * 28 + 15);
    expect(pixels[15 * 28 + 14]).toBeCloseTo(pixels[15 * 28 + 16], 6);
  });

  test('a grid as fine as the image stays as it is', () => {
    expect(spread(onePlace(321, 28))).toEqual(onePlace(321, 28).data);
  });
});

describe('an overlay', () => {
  const overlay = makeOverlay(random(), seven, 7, 1);

  test('adds up to the difference of the logits, on ink and on paper together', () => {
    expect(sum(overlay.values) / 784).toBeCloseTo(overlay.difference, 5);
    expect(overlay.onInk + overlay.onPaper).toBeCloseTo(overlay.difference, 10);
  });

  test('shows ink at its full strength and paper fainter, with the same signs', () => {
    overlay.shown.forEach((value, pixel) => {
      expect(Math.sign(value)).toBe(Math.sign(overlay.values[pixel]));
      if (seven[pixel] === 1) expect(value).toBeCloseTo(overlay.values[pixel], 6);
      else expect(Math.abs(value)).toBeLessThanOrEqual(Math.abs(overlay.values[pixel]));
    });
  });

  test('weak evidence looks weak', () => {
    const weak = makeOverlay(
      evidence((_row, _column, digit) => Number(digit === 7) / 100),
      seven,
      7,
      1,
    );
    expect(Math.max(...weak.shown) / weak.scale).toBeLessThan(0.01);
  });
});

describe('in words', () => {
  test('what nine regions say adds up to the difference of the logits', () => {
    const { values, difference } = makeOverlay(random(), seven, 7, null);
    expect(sum(sumRegions(values, seven).map(({ contribution }) => contribution))).toBeCloseTo(difference, 5);
  });

  test('regions know where the digit has ink', () => {
    const inked = sumRegions(new Float32Array(784), seven).filter(({ hasInk }) => hasInk);
    expect(inked.map(({ name }) => name)).toEqual(['upper-left', 'upper', 'upper-right', 'right', 'lower-right']);
  });

  test('the upper left ink speaks for 7 and not 1, the empty lower left against it', () => {
    const maps = evidence((row, column, digit) => {
      if (digit === 7) return row === 1 && column === 1 ? 30 : 0;
      return digit === 1 && row === 5 && column === 1 ? 10 : 0;
    });
    const messages = summarize(makeOverlay(maps, seven, 7, 1), seven);
    const strongest = messages.filter(({ params }) => /upper-left|lower-left/.test(String(params.region)));
    expect(strongest).toMatchObject([
      { key: 'explain.for.ink.rival', params: { region: 'explain.region.upper-left', digit: 7, rival: 1 } },
      { key: 'explain.against.paper.rival', params: { region: 'explain.region.lower-left', digit: 7, rival: 1 } },
    ]);
    expect(messages[0]).toBe(strongest[0]);
    const [most, against] = strongest.map(({ params }) => Number(params.share));
    expect(most).toBeGreaterThan(against);
    expect(sum(messages.map(({ params }) => Number(params.share)))).toBeLessThanOrEqual(1.00001);
  });

  test('says where hardly anything speaks against it', () => {
    const maps = evidence((_row, _column, digit) => Number(digit === 7));
    const messages = summarize(makeOverlay(maps, seven, 7), seven);
    expect(messages.at(-1)).toEqual({ key: 'explain.against.little.others', params: { digit: 7 } });
    expect(messages.slice(0, -1).every(({ key }) => key.startsWith('explain.for.'))).toBe(true);
  });

  test('of paper without ink nothing is said for or against', () => {
    const blank = new Float32Array(784);
    const messages = summarize(makeOverlay(evidence(() => 0), blank, 7), blank); // prettier-ignore
    expect(messages.map(({ key }) => key)).toEqual(['explain.against.little.others']);
  });
});
