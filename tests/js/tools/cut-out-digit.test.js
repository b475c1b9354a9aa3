import { describe, expect, test } from 'vitest';
import { cutOutDigit } from '../../../tools/cut-out-digit.js';

/** @param {string[]} rows '#' is ink */
const toMask = (rows) => ({
  data: Uint8Array.from(rows.join(''), (letter) => Number(letter === '#')),
  width: rows[0].length,
  height: rows.length,
});

describe('the digit of a picture', () => {
  test('takes a digit of two strokes whole, without specks and without what is far away', () => {
    const part = cutOutDigit(
      toMask([
        '....................',
        '.####............##.',
        '.................##.',
        '.####...............',
        '.#..#...............',
        '.####...............',
        '....................',
      ]),
    );
    expect(part?.box).toEqual({ x: 1, y: 1, width: 4, height: 5 });
    expect(Array.from(part?.mask.data ?? []).join('')).toBe('11110000111110011111');
  });

  test('leaves a frame out', () => {
    const part = cutOutDigit(toMask(['########', '#......#', '#..##..#', '#..##..#', '#......#', '########']));
    expect(part?.box).toEqual({ x: 3, y: 2, width: 2, height: 2 });
  });

  test('takes a digit that fills the picture', () => {
    expect(cutOutDigit(toMask(['####', '..##', '..##']))?.box).toEqual({ x: 0, y: 0, width: 4, height: 3 });
  });

  test('is nothing without ink', () => {
    expect(cutOutDigit(toMask(['....', '.#..']))).toBeNull();
  });
});
