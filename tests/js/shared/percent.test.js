import { expect, it } from 'vitest';
import { percent } from '../../../web/shared/percent.js';

it.each([
  [0, 'under 1%'],
  [0.0049, 'under 1%'],
  [0.005, '1%'],
  [0.5, '50%'],
  [0.994, '99%'],
  [0.995, 'over 99%'],
  [1, 'over 99%'],
])('says %d as %s', (share, words) => {
  expect(percent(share)).toBe(words);
});
