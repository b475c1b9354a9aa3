import { describe, expect, it } from 'vitest';
import { answersOf, digitsOf, measure, toSubmission, wilsonInterval } from '../../../web/testing/measures.js';

/** @param {Array<[sign: number, share: number]>} answers @returns {Float32Array} n * 11: the rest is shared by the others */
function probabilitiesOf(answers) {
  const rows = answers.map(([sign, share]) =>
    Array.from({ length: 11 }, (_, place) => (place === sign ? share : (1 - share) / 10)),
  );
  return Float32Array.from(rows.flat());
}

/** Four 7s, of which one is read as 1, surely, and one as none; and two 2s. */
const PROBABILITIES = probabilitiesOf([
  [7, 0.99],
  [7, 0.5],
  [1, 0.9],
  [10, 0.4],
  [2, 0.99],
  [2, 0.99],
]);
const LABELS = Uint8Array.from([7, 7, 7, 7, 2, 2]);
const found = measure(PROBABILITIES, LABELS, 0.93);

describe('the 95% interval of a share', () => {
  it('is the one of the card, which Python worked out', () => {
    const [low, high] = wilsonInterval(0.995, 10_000);
    expect(low).toBeCloseTo(0.99341, 5);
    expect(high).toBeCloseTo(0.99621, 5);
  });

  it('stays within 0 and 1', () => {
    expect(wilsonInterval(1, 5)[1]).toBe(1);
    expect(wilsonInterval(0, 5)[0]).toBeCloseTo(0);
    expect(wilsonInterval(1, 5)[0]).toBeLessThan(0.6);
  });
});

describe('a set that was read', () => {
  it('has a share that is right; what is refused is a mistake', () => {
    expect([found.n, found.right]).toEqual([6, 4]);
    expect(found.accuracy).toBeCloseTo(4 / 6);
  });

  it('has a table of what was read as what, the truth in rows', () => {
    expect(found.confusion[7]).toEqual([0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 1]);
    expect(found.confusion[2][2]).toBe(2);
    expect(found.confusion.flat().reduce((a, b) => a + b)).toBe(6);
  });

  it('lists its mistakes, the surest first', () => {
    expect(found.mistakes.map(({ index, read }) => [index, read])).toEqual([
      [2, 1],
      [3, 10],
    ]);
  });

  it('tells precision, recall and F1 of each class that is there or was read', () => {
    expect(found.classes.map(({ sign }) => sign)).toEqual([1, 2, 7, 10]);
    const [one, two, seven] = found.classes;
    expect(one).toEqual({ sign: 1, precision: 0, recall: null, f1: 0, support: 0 });
    expect(two).toEqual({ sign: 2, precision: 1, recall: 1, f1: 1, support: 2 });
    expect(seven).toMatchObject({ precision: 1, recall: 0.5, support: 4 });
    expect(seven.f1).toBeCloseTo(2 / 3);
  });

  it('counts as not sure the digits below the threshold, and not what is refused', () => {
    expect(found.notSure).toBeCloseTo(2 / 6);
  });

  it('is off by how much confidence and right answers differ, by the answers of each bin', () => {
    expect(found.bins.map(({ n }) => n)).toEqual([1, 1, 1, 3]);
    expect(found.bins[3]).toMatchObject({ accuracy: 1, n: 3 });
    // |.4 - 0| + |.5 - 1| + |.9 - 0| + 3 |.99 - 1|, of six answers
    expect(found.calibrationError).toBeCloseTo((0.4 + 0.5 + 0.9 + 0.03) / 6, 5);
  });
});

describe('digits without labels', () => {
  it('are the likeliest of ten, also where they look like none', () => {
    const probabilities = probabilitiesOf([
      [3, 0.9],
      [10, 0.9],
    ]);
    probabilities[11 + 6] += 0.01;
    expect([...answersOf(probabilities).read]).toEqual([3, 10]);
    expect([...digitsOf(probabilities)]).toEqual([3, 6]);
  });

  it('are saved as Kaggle takes them', () => {
    expect(toSubmission(Uint8Array.from([3, 0]))).toBe('ImageId,Label\n1,3\n2,0\n');
  });
});
