import { describe, expect, test } from 'vitest';
import { align, likeliestTexts, scoreOf, SYMBOLS } from '../../../web/reader/lines/ctc.js';

/**
 * Frames that say so much of some symbols, and next to nothing of the others.
 *
 * @param {...Record<string, number>} frames
 */
function framesOf(...frames) {
  const rows = frames.map((known) => SYMBOLS.map((symbol) => Math.log(known[symbol] ?? 1e-12)));
  return Float32Array.from(rows.flat());
}

/** What a path reads as: repeats taken together, blanks left out. @param {string[]} path */
const textOf = (path) => path.filter((symbol, at) => symbol !== path[at - 1]).join('');

/** Every text's probability, by going along every path. @param {Record<string, number>[]} frames */
function summedUp(frames) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  const go = (/** @type {string[]} */ path, /** @type {number} */ probability) => {
    if (path.length === frames.length) {
      sums.set(textOf(path), (sums.get(textOf(path)) ?? 0) + probability);
      return;
    }
    for (const [symbol, share] of Object.entries(frames[path.length])) go([...path, symbol], probability * share);
  };
  go([], 1);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

const FRAMES = [
  { '': 0.5, 1: 0.3, 7: 0.2 },
  { '': 0.2, 1: 0.5, 7: 0.3 },
  { '': 0.6, 1: 0.3, 7: 0.1 },
  { '': 0.3, 1: 0.6, 7: 0.1 },
];

describe('the likeliest texts', () => {
  test('are those of all paths together', () => {
    const found = likeliestTexts(framesOf(...FRAMES));
    const expected = summedUp(FRAMES);
    expect(found.slice(0, expected.length).map(({ text }) => text)).toEqual(expected.map(([text]) => text));
    expected.forEach(([, probability], at) => expect(Math.exp(found[at].score)).toBeCloseTo(probability, 5));
  });

  test('are as likely as each is by itself', () => {
    const frames = framesOf(...FRAMES);
    for (const [text, probability] of summedUp(FRAMES))
      expect(Math.exp(scoreOf(frames, text))).toBeCloseTo(probability, 5);
  });

  test('have a digit twice only where there is a blank between', () => {
    expect(likeliestTexts(framesOf({ 1: 1 }, { 1: 1 }, { 1: 1 }))[0].text).toBe('1');
    expect(likeliestTexts(framesOf({ 1: 1 }, { '': 1 }, { 1: 1 }))[0].text).toBe('11');
  });

  test('are only those that are wanted', () => {
    const found = likeliestTexts(framesOf(...FRAMES), (text) => /^7?7?$/.test(text));
    expect(found.every(({ text }) => /^7*$/.test(text))).toBe(true);
    expect(found.some(({ text }) => text === '7')).toBe(true);
  });

  test('are none but nothing where there are no frames', () => {
    expect(likeliestTexts(new Float32Array(0))).toEqual([{ text: '', score: 0 }]);
  });
});

describe('characters are found in the frames', () => {
  test('in which they are likeliest', () => {
    const frames = framesOf({ '': 1 }, { 2: 1 }, { 2: 1 }, { '': 1 }, { 0: 1 }, { '': 1 });
    expect(align(frames, '20')).toEqual([
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ]);
  });

  test('also where two alike follow each other', () => {
    const frames = framesOf({ 4: 1 }, { '': 1 }, { 4: 1 });
    expect(align(frames, '44')).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ]);
  });

  test('and in none where there are too few', () => {
    expect(align(framesOf({ 4: 1 }, { 4: 1 }), '44')).toBeNull();
  });
});
