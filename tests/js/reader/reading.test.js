import { expect, test } from 'vitest';
import { toLatticeLine } from '../../../web/reader/read-ink.js';
import { toReading } from '../../../web/reader/reading.js';
import { softmax } from '../../../web/reader/network/classifier.js';

/**
 * A line of digits, each 10 wide and one atom, of which the network is sure.
 *
 * @param {string} text '?' is not a digit
 * @param {number[]} places the left side of each
 * @param {number} [y]
 * @param {number} [height]
 */
function line(text, places, y = 0, height = 20) {
  const boxes = places.map((x) => ({ x, y, width: 10, height }));
  const nothing = { ink: [], image: new Float32Array(784), features: [] };
  const segments = boxes.map((box, at) => ({ from: at, to: at + 1, box, ...nothing }));
  const judged = [...text].map((name) => ({
    probabilities: [...'0123456789?'].map((other) => Number(other === name)),
    weight: 0,
    labels: [{ text: name, probability: 1 }],
  }));
  return toLatticeLine({ atoms: boxes, segments }, judged);
}

test('paper without ink has no numbers', () => {
  expect(toReading([])).toEqual({ text: '', numbers: [], skipped: [] });
});

test('digits near each other are one number, with a box around it', () => {
  const { text, numbers } = toReading([line('2047', [0, 15, 30, 45])]);
  expect(text).toBe('2047');
  expect(numbers).toMatchObject([{ text: '2047', line: 0, box: { x: 0, y: 0, width: 55, height: 20 } }]);
  expect(numbers[0].digits.map(({ digit }) => digit)).toEqual([2, 0, 4, 7]);
  expect(numbers[0].digits[1].probabilities).toHaveLength(11);
});

test('a wide gap parts two numbers, and lines are lines', () => {
  const { text, numbers } = toReading([line('1234', [0, 12, 60, 72]), line('5', [0], 40)]);
  expect(text).toBe('12 34\n5');
  expect(numbers.map((number) => number.line)).toEqual([0, 0, 1]);
});

test('digits that are spaced evenly are one number', () => {
  expect(toReading([line('20478', [0, 25, 50, 75, 100])]).text).toBe('20478');
});

test('ink that is not a digit is a question mark and no digit', () => {
  const { text, numbers } = toReading([line('?', [0])]);
  expect(text).toBe('?');
  expect(numbers[0].digits[0].digit).toBeNull();
});

test('a word is one question mark, with a box around all of it', () => {
  const { text, numbers } = toReading([line('???', [0, 12, 24])]);
  expect(text).toBe('?');
  expect(numbers).toMatchObject([{ digits: [{ digit: null, box: { x: 0, y: 0, width: 34, height: 20 } }] }]);
});

test('words of a picture are skipped and shown', () => {
  const page = [line('???', [0, 12, 24]), line('12', [0, 12], 40)];
  expect(toReading(page, { skipWords: true })).toMatchObject({
    text: '12',
    numbers: [{ line: 0 }],
    skipped: [{ box: { x: 0, y: 0, width: 34, height: 20 } }],
  });
  expect(toReading(page).text).toBe('?\n12');
});

test('where there is nothing but a word, it is not a digit', () => {
  expect(toReading([line('??', [0, 12])], { skipWords: true }).text).toBe('?');
});

test('what is tiny beside the numbers of a sheet is grain or fine print, but few digits do not tell', () => {
  const rows = ['1234', '5678'].map((text, at) => line(text, [0, 12, 24, 36], 40 * at));
  const tiny = line('8', [80], 100, 8);
  expect(toReading([...rows, tiny], { skipWords: true })).toMatchObject({
    text: '1234\n5678',
    skipped: [{ kind: 'word', box: { x: 80, height: 8 } }],
  });
  expect(toReading([...rows, tiny]).text).toBe('1234\n5678\n8');
  expect(toReading([rows[0], tiny], { skipWords: true }).text).toBe('1234\n8');
  expect(toReading([...rows, line('8', [80], 100, 12)], { skipWords: true }).text).toBe('1234\n5678\n8');
});

test('a mask is for one number, whatever its gaps', () => {
  const apart = line('1234', [0, 12, 60, 72]);
  expect(toReading([apart], { masks: ['####'] }).text).toBe('1234');
  expect(toReading([apart], { masks: ['##/##'] }).text).toBe('12/34');
  expect(toReading([apart], { masks: ['######'] }).text).toBe('12 34');
});

test('softmax makes each row sum to one, and less sure the higher the temperature', () => {
  const logits = Float32Array.from([...[1000, 999], ...new Array(9).fill(-1000), ...new Array(11).fill(3)]);
  const [cold, warm] = [0.5, 2].map((temperature) => softmax(logits, temperature));
  expect(cold[0]).toBeCloseTo(1 / (1 + Math.exp(-2)));
  expect(warm[0]).toBeCloseTo(1 / (1 + Math.exp(-0.5)));
  expect(warm[11]).toBeCloseTo(1 / 11);
});

test('in a column of letters what looks like a number is one of them', () => {
  const rows = ['?', '13', '?', '?', '2'].map((text, at) =>
    line(
      text,
      Array.from(text, (_, index) => 12 * index),
      40 * at,
    ),
  );
  const beside = line('47', [100, 112], 0);
  const columnOf = (/** @type {{ x: number }} */ { x }) => (x < 50 ? 'grades' : 'marks');
  expect(toReading([...rows, beside], { skipWords: true, columnOf })).toMatchObject({
    text: '47',
    skipped: [{ kind: 'word' }, { kind: 'word' }, { kind: 'word' }, { kind: 'word' }, { kind: 'word' }],
  });
  expect(toReading([...rows, beside], { skipWords: true }).text).toBe('13\n2\n47');
});
