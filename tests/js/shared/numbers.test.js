import { afterEach, describe, expect, it } from 'vitest';
import {
  formatConfidence,
  formatConfidenceFigure,
  formatConfidenceShort,
  formatNumber,
  formatShare,
} from '../../../web/shared/numbers.js';
import { useLanguage } from '../../../web/texts/texts.js';

afterEach(() => useLanguage('en'));

describe('a confidence', () => {
  it.each([
    [0, 'under 1%'],
    [0.0049, 'under 1%'],
    [0.005, '1%'],
    [0.5, '50%'],
    [0.994, '99%'],
    [0.995, 'over 99%'],
    [1, 'over 99%'],
  ])('of %d is said as %s: the reader is never certain', (confidence, words) => {
    expect(formatConfidence(confidence)).toBe(words);
  });

  it('is short where there is room for a few signs only, and has no sign where there is none', () => {
    expect([0.001, 0.42, 0.999].map(formatConfidenceShort)).toEqual(['<1%', '42%', '>99%']);
    expect([0.001, 0.42, 0.999].map(formatConfidenceFigure)).toEqual(['0', '42', '>99']);
  });
});

describe('a share that was measured', () => {
  it('may be all or nothing, with as many places as are asked for', () => {
    expect([0, 0.5, 1].map((share) => formatShare(share))).toEqual(['0%', '50%', '100%']);
    expect(formatShare(0.123, 1)).toBe('12.3%');
    expect(formatShare(0.5, 1)).toBe('50%');
    expect(formatShare(0.5, 2, 2)).toBe('50.00%');
  });
});

it('numbers are written as the language of the page does, also when it has changed', async () => {
  expect(formatNumber(12345.5)).toBe('12,345.5');
  await useLanguage('es');
  expect(formatNumber(12345.5)).toBe('12.345,5');
  expect(formatShare(0.123, 1)).toMatch(/^12,3\s%$/);
  await useLanguage('en');
  expect(formatShare(0.123, 1)).toBe('12.3%');
});
