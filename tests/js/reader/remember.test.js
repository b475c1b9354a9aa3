import { expect, test, vi } from 'vitest';
import { remember } from '../../../web/reader/network/classifier.js';

/** Images, each of one value. @param {number[]} values */
const images = (...values) => Float32Array.from(values.flatMap((value) => new Array(784).fill(value)));

const answers = () =>
  vi.fn((/** @type {Float32Array} */ batch) =>
    Float32Array.from(
      { length: (batch.length / 784) * 20 },
      (_, index) => batch[Math.floor(index / 20) * 784] + (index % 20),
    ),
  );

test('only what is new is asked for, and every image gets its own answer', () => {
  const classify = answers();
  const remembered = remember(classify);
  remembered(images(0.25, 0.5));
  const rows = remembered(images(0.5, 0.75, 0.25));
  expect(classify).toHaveBeenCalledTimes(2);
  expect(classify.mock.calls[1][0]).toEqual(images(0.75));
  expect(rows).toEqual(answers()(images(0.5, 0.75, 0.25)));
});

test('nothing is asked for where all is known', () => {
  const classify = answers();
  const remembered = remember(classify);
  remembered(images(0.5));
  expect(remembered(images(0.5, 0.5))).toEqual(answers()(images(0.5, 0.5)));
  expect(classify).toHaveBeenCalledTimes(1);
});

test('an image that was changed afterwards is another', () => {
  const remembered = remember(answers());
  const batch = images(0.5);
  remembered(batch);
  batch.fill(0.25);
  expect(remembered(batch)).toEqual(answers()(images(0.25)));
});

test('what was used long ago is forgotten', () => {
  const classify = answers();
  const remembered = remember(classify);
  remembered(images(0.5));
  for (let index = 1; index <= 600; index++) remembered(images(index));
  remembered(images(0.5));
  expect(classify).toHaveBeenCalledTimes(602);
});
