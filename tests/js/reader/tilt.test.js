import { describe, expect, test } from 'vitest';
import { tiltOf } from '../../../web/reader/image/tilt.js';
import { write } from '../../support/paper.js';

describe('how far a sheet is tilted', () => {
  /** @param {number} degrees @param {string} plane */
  function ruled(degrees, plane) {
    const [width, height] = [400, 300];
    const none = new Float32Array(width * height);
    const slope = Math.tan((degrees * Math.PI) / 180);
    const rules = none.map((_, at) => {
      const level = Math.floor(at / width) - slope * (at % width);
      return Number(((level % 40) + 40) % 40 < 2);
    });
    return { pen: none, print: none, rule: none, other: none, width, height, [plane]: rules };
  }

  test.each([-20, -7.5, 0, 3, 12, 20])('is told by its rules: %d degrees', (degrees) => {
    expect(Math.abs(tiltOf(ruled(degrees, 'rule')) - degrees)).toBeLessThan(0.6);
  });

  test('is told by its lines of print where it has no rules', () => {
    expect(Math.abs(tiltOf(ruled(9, 'print')) - 9)).toBeLessThan(0.6);
  });

  /** @param {string} text @param {number} degrees */
  function written(text, degrees) {
    const [width, height] = [400, 300];
    const pen = write({ width, height }, [
      { text, x: 60, y: 120, height: 50, slope: Math.tan((degrees * Math.PI) / 180) },
    ]);
    const none = new Float32Array(width * height);
    return { pen, print: none, rule: none, other: none, width, height };
  }

  test.each([-18, -6, 0, 11, 19])('is told by a number alone, where there is nothing else: %d degrees', (degrees) => {
    expect(Math.abs(tiltOf(written('204785', degrees)) - degrees)).toBeLessThan(2);
  });

  test.each(['7', '1', '47'])('is not told by %s, which may lean', (text) => {
    expect(tiltOf(written(text, 12))).toBe(0);
  });

  test('is nothing where nothing tells', () => {
    expect(tiltOf(ruled(9, 'other'))).toBe(0);
  });
});
