import { expect, test } from 'vitest';
import { toReading } from '../../web/read/reading.js';
import { softmax } from '../../web/read/softmax.js';

const image = new Float32Array(784);
const box = { x: 1, y: 2, width: 3, height: 4 };

/** @param {number} best @param {number} confidence */
function probabilities(best, confidence) {
  const values = new Float32Array(11).fill((1 - confidence) / 10);
  values[best] = confidence;
  return values;
}

test('the likeliest digit is the answer', () => {
  const reading = toReading(image, probabilities(7, 0.75), box);
  expect(reading.text).toBe('7');
  expect(reading.numbers[0].digits[0]).toMatchObject({ digit: 7, confidence: 0.75, box, image });
});

test('ink that is not a digit is a question mark and no digit', () => {
  const reading = toReading(image, probabilities(10, 0.9), box);
  expect(reading.text).toBe('?');
  expect(reading.numbers[0].digits[0].digit).toBeNull();
});

test('paper without ink has no numbers', () => {
  expect(toReading()).toEqual({ text: '', numbers: [] });
});

test('softmax makes each row sum to one, and less sure the higher the temperature', () => {
  const logits = Float32Array.from([...[1000, 999], ...new Array(9).fill(-1000), ...new Array(11).fill(3)]);
  const [cold, warm] = [0.5, 2].map((temperature) => softmax(logits, temperature));
  expect(cold[0]).toBeCloseTo(1 / (1 + Math.exp(-2)));
  expect(warm[0]).toBeCloseTo(1 / (1 + Math.exp(-0.5)));
  expect(warm[11]).toBeCloseTo(1 / 11);
});
