import { describe, expect, it } from 'vitest';
import { selectPart } from '../../../web/answer/select-part.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

const shown = shownReading(madeUpReading(madeUpNumber('204.7', { sure: [0.99, 0.98, 0.7, 0.99] })), []);
const [two, , four, point, seven] = shown.numbers[0].parts;
/** @param {number} x of a stroke in the digit there */
const stroke = (x) => [
  { x, y: 2 },
  { x: x + 4, y: 18 },
];

describe('the digit that the chart is about', () => {
  it('is the one that was picked, also a separator, as long as its ink is there', () => {
    expect(selectPart(shown, { picked: { ...two }, ink: [stroke(42)] })).toBe(two);
    expect(selectPart(shown, { picked: { ...point }, ink: [] })).toBe(point);
    const gone = { ...two, box: { x: 300, y: 0, width: 9, height: 20 } };
    expect(selectPart(shown, { picked: gone, ink: [stroke(42)] })).toBe(seven);
  });

  it('is else the one that was written last', () => {
    expect(selectPart(shown, { picked: null, ink: [stroke(42), stroke(2)] })).toBe(two);
    expect(selectPart(shown, { picked: null, ink: [stroke(2), stroke(42)] })).toBe(seven);
  });

  it('is else the least sure', () => {
    expect(selectPart(shown, { picked: null, ink: [] })).toBe(four);
  });

  it('is none where there is none', () => {
    expect(selectPart(shownReading(madeUpReading(), []), { picked: null, ink: [] })).toBe(null);
  });
});
