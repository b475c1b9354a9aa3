import { describe, expect, it } from 'vitest';
import { findStrays } from '../../../web/reader/ink/strays.js';
import { at, SHAPES, write } from '../../support/hand.js';

/** @import { Stroke } from '../../../web/reader/ink/rasterize.js' */

/** Strokes one after the other. @param {Stroke[]} ink @param {number} pause milliseconds between two @param {number} [from] */
function timed(ink, pause, from = 0) {
  let t = from - pause;
  return ink.map((stroke) => {
    t += pause;
    return stroke.map((point) => ({ ...point, t: (t += 10) }));
  });
}

/** In heights of a digit, whose foot is at 1. @param {string} text */
const number = (text) => write([...text]).flat();

/** @param {number} x @param {number} y */
const tap = (x, y) => [{ x, y }];

/** A tap whose finger slipped. @param {number} x @param {number} y */
const slip = (x, y) => [
  { x, y },
  { x: x + 0.05, y: y + 0.03 },
];

/** @param {{ left: number, right: number, y: number }} where */
const smear = ({ left, right, y }) => [
  { x: left, y },
  { x: (left + right) / 2, y: y + 0.1 },
  { x: right, y: y + 0.05 },
];

/** @param {Stroke[]} ink @returns {number[]} the places of what is left out */
const strays = (ink) => [...findStrays(ink)].map((stroke) => ink.indexOf(stroke)).sort((a, b) => a - b);

describe('a tap', () => {
  it.each([
    ['above the number', 1.5, -0.8],
    ['below it', 1.2, 1.8],
    ['far to the right of it', 5.5, 0.9],
    ['far to the left of it', -1.4, 0.9],
    ['beside it, where no point is written', 4.1, 0.4],
  ])('%s is left out, before and after writing', (_, x, y) => {
    const digits = number('2047');
    expect(strays([...digits, slip(x, y)])).toEqual([digits.length]);
    expect(strays([tap(x, y), ...digits])).toEqual([0]);
  });

  it('beside one digit is left out where it comes at another time', () => {
    const [seven] = timed(at(SHAPES[7]), 0);
    const dot = [{ x: 0.5, y: -0.7 }];
    expect(strays([seven, ...timed([dot], 0, 3000)])).toEqual([1]);
    expect(strays([seven, ...timed([dot], 0, 300)])).toEqual([]);
    expect(strays([at(SHAPES[7])[0], dot])).toEqual([]);
  });

  it('is ink like any other where nothing else was written', () => {
    expect(strays([tap(0.5, 0.5)])).toEqual([]);
    expect(strays([tap(0.5, 0.5), tap(3, 2), smear({ left: 0, right: 1, y: 1 })])).toEqual([]);
  });
});

describe('a mark of a number', () => {
  it.each(['12.50', '12,50', '2-7', '5/27', '10:45', '-3', '.5', '7.', '12:'])('%s stays', (text) => {
    const ink = number(text);
    expect(strays(ink)).toEqual([]);
    expect(strays(timed(ink, 2000))).toEqual([]);
  });

  it('stays where the finger slips, and where it is put in later', () => {
    const digits = timed(number('1250'), 300);
    const right = Math.max(...digits[1].map(({ x }) => x));
    expect(strays([...digits, ...timed([slip(right + 0.08, 1)], 0, 9000)])).toEqual([]);
  });

  it('stays where digits stand far apart', () => {
    const digits = write([...'1205'], { gap: 1.2 }).flat();
    const [one, two] = [digits[1], digits[2]].map((stroke) => stroke.map(({ x }) => x));
    expect(strays([...digits, tap((Math.max(...one) + Math.min(...two)) / 2, 0.5)])).toEqual([]);
    expect(strays([...digits, tap(Math.max(...digits.flat().map(({ x }) => x)) + 1.3, 1)])).toEqual([]);
  });

  it('stays over and under a bar: ÷', () => {
    const bar = [
      { x: 1.2, y: 0.5 },
      { x: 1.7, y: 0.5 },
    ];
    expect(strays([...number('8'), bar, tap(1.45, 0.25), tap(1.45, 0.75)])).toEqual([]);
  });

  it('stays on each of two lines', () => {
    const second = write([...'1.5'], { y: 1.6 }).flat();
    expect(strays([...number('12.50'), ...second])).toEqual([]);
  });
});

describe('a smear', () => {
  it('low on the sheet is left out, before and after writing', () => {
    const digits = number('2047');
    const low = smear({ left: 1, right: 3, y: 1.9 });
    expect(strays([...digits, low])).toEqual([digits.length]);
    expect(strays([low, ...digits])).toEqual([0]);
  });

  it('wider than a finger is left out wherever it is', () => {
    const palm = at(SHAPES[8], { x: 4, size: 0.9 }).map((stroke) => stroke.map((point) => ({ ...point, wide: true })));
    const digits = number('20');
    expect(strays([...digits, ...palm])).toEqual([digits.length]);
  });

  it('is how a person writes who uses the whole hand', () => {
    const digits = number('20').map((stroke) => stroke.map((point) => ({ ...point, wide: true })));
    expect(strays(digits)).toEqual([]);
  });

  it('is none where small digits stand below large ones', () => {
    const small = write([...'1947'], { y: 1.8, size: 0.4 }).flat();
    expect(strays([...number('20'), ...small])).toEqual([]);
  });
});

it('a stroke that was meant stays wherever it lies', () => {
  const [{ x, y }] = tap(1.5, -0.8);
  expect(strays([...number('2047'), [{ x, y, meant: true }]])).toEqual([]);
});
