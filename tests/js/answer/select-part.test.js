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
    expect(selectPart(shown, { ...two }, [stroke(42)], 0.6)).toBe(two);
    expect(selectPart(shown, { ...point }, [], 0.6)).toBe(point);
    const gone = { ...two, box: { x: 300, y: 0, width: 9, height: 20 } };
    expect(selectPart(shown, gone, [stroke(42)], 0.6)).toBe(seven);
  });

  it('is else the one that needs a look first, what cannot be read before what is a guess', () => {
    expect(selectPart(shown, null, [stroke(42)], 0.9)).toBe(four);
    const unread = shownReading(madeUpReading(madeUpNumber('20?7', { sure: [0.5, 0.99, 0.97, 0.99] })), []);
    const [guess, , unknown, last] = unread.numbers[0].parts;
    expect(selectPart(unread, null, [stroke(32)], 0.9)).toBe(unknown);
    const corrected = [{ of: /** @type {const} */ ('part'), box: unknown.box, ink: unknown.ink, text: '?' }];
    const said = shownReading(
      madeUpReading(madeUpNumber('20?7', { sure: [0.5, 0.99, 0.97, 0.99] })),
      /** @type {any} */ (corrected),
    );
    expect(selectPart(said, null, [stroke(32)], 0.9)).toMatchObject({ text: guess.text, confidence: 0.5 });
    expect(selectPart(unread, { ...last }, [], 0.9)).toBe(last);
  });

  it('is else the one that was written last', () => {
    expect(selectPart(shown, null, [stroke(42), stroke(2)], 0.6)).toBe(two);
    expect(selectPart(shown, null, [stroke(2), stroke(42)], 0.6)).toBe(seven);
  });

  it('is else the least sure', () => {
    expect(selectPart(shown, null, [], 0.6)).toBe(four);
  });

  it('is none where there is none', () => {
    expect(selectPart(shownReading(madeUpReading(), []), null, [], 0.6)).toBe(null);
  });
});
