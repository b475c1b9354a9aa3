import { describe, expect, it } from 'vitest';
import { axisOf, barsOf, placeOn } from '../../../web/shared/measured/chart.js';
import { frequentMistakes } from '../../../web/card/confusion.js';
import card from '../../../web/model/card.json' with { type: 'json' };

/** @param {number} low @returns {import('../../../web/shared/measured/chart.js').Measured} */
const measured = (low) => ({ n: 100, accuracy: (low + 1) / 2, interval: [low, 1] });

describe('the axis of a chart', () => {
  it.each([
    [0.9869, [0.985, 0.99, 0.995, 1]],
    [0.818, [0.8, 0.85, 0.9, 0.95, 1]],
    [0.9144, [0.9, 0.95, 1]],
    [0.9995, [0.998, 1]],
    [0.3, [0.2, 0.4, 0.6, 0.8, 1]],
    [0.1, [0, 0.25, 0.5, 0.75, 1]],
  ])('holds an interval that begins at %d, with few round figures', (low, ticks) => {
    const axis = axisOf([measured(low), measured(1)]);
    expect(axis.begin).toBeLessThanOrEqual(low);
    expect(axis.ticks[0]).toBe(axis.begin);
    expect(axis.ticks).toEqual(ticks);
  });

  it('places shares from its beginning to its end', () => {
    const axis = axisOf([measured(0.8)]);
    expect(placeOn(axis, axis.begin)).toBe(0);
    expect(placeOn(axis, 1)).toBe(1);
    expect(placeOn(axis, (axis.begin + 1) / 2)).toBeCloseTo(0.5);
  });
});

describe('the bars', () => {
  it('are of every test set of the card, digits apart from what is none, the best first', () => {
    const { digits, noDigits } = barsOf(/** @type {any} */ (card.evaluation));
    expect([...digits, ...noDigits].map(({ name }) => name).sort()).toEqual(Object.keys(card.evaluation).sort());
    expect(digits.map(({ name }) => name)).toContain('MNIST, test');
    expect(noDigits.map(({ name }) => name)).toContain('scribbles, held-out kinds');
    expect(noDigits.map(({ name }) => name)).toContain('UNIPEN letters, held-out people');
    for (const bars of [digits, noDigits]) {
      const shares = bars.map(({ accuracy }) => accuracy);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }
  });

  it('are digits for a set that the card has of one’s own', () => {
    expect(barsOf({ 'own data': measured(0.5) }).digits).toHaveLength(1);
  });
});

it('tells the most frequent mistakes, and none that happened once', () => {
  const confusion = [
    [90, 1, 2],
    [5, 80, 0],
    [0, 3, 70],
  ];
  expect(frequentMistakes(confusion, 2)).toEqual([
    { truth: 1, read: 0, count: 5 },
    { truth: 2, read: 1, count: 3 },
  ]);
  expect(frequentMistakes(confusion, 9)).toHaveLength(3);
});
