import { expect, it } from 'vitest';
import { cutsThrough } from '../../../web/reader/image/cut-between.js';
import { toStrip } from '../../../web/reader/image/normalize.js';
import { SYMBOLS } from '../../../web/reader/lines/ctc.js';
import { toStripLine } from '../../../web/reader/lines/strip-line.js';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

const DASH = { x: 0, y: 18, width: 12, height: 4 };

/** A sign and four strokes, as a mask. @param {Box} sign @param {number[]} strokes */
function glyphOf(sign, strokes) {
  const glyph = { data: new Uint8Array(40 * 120), width: 120, height: 40 };
  for (const { x, y, width, height } of [sign, ...strokes.map((left) => ({ x: left, y: 0, width: 8, height: 40 }))]) {
    for (let row = y; row < y + height; row++) glyph.data.fill(1, row * 120 + x, row * 120 + x + width);
  }
  return glyph;
}

/**
 * What is read where the network for strings sees texts of equal length with these probabilities.
 *
 * @param {Record<string, number>} texts
 * @param {Box} [beside] the sign's ink
 * @param {number[]} [strokes]
 */
function read(texts, beside = DASH, strokes = [24, 48, 72, 96]) {
  const glyph = glyphOf(beside, strokes);
  const strip = toStrip(glyph);
  const frames = new Float32Array((strip.width / 2) * SYMBOLS.length).fill(Math.log(1e-6));
  for (let at = 0; at < frames.length; at += SYMBOLS.length) frames[at] = Math.log(0.999);
  Object.entries(texts).forEach(([text, probability]) =>
    Array.from(text, (sign, index) => {
      const frame = Math.round(((index + 0.5) * strip.width) / 2 / text.length);
      if (sign !== ' ') frames[frame * SYMBOLS.length + SYMBOLS.indexOf(sign)] = Math.log(probability);
      frames[frame * SYMBOLS.length] = Math.log(sign === '-' ? 1 - probability : 1e-3);
    }),
  );
  const word = {
    views: [frames],
    first: 0,
    strip,
    glyph,
    cut: cutsThrough(glyph),
    left: null,
    right: null,
    toPicture: (/** @type {Box} */ box) => box,
  };
  const classify = () => new Float32Array(11).fill(1 / 11);
  return toStripLine([word], { classify, signOf: () => null }).read()?.text;
}

it('reads a minus before a number', () => {
  expect(read({ '-5817': 0.9 })).toBe('-5817');
  expect(read({ '-0.17': 0.9 })).toBe('-0.17');
});

it('takes the rest of a line that fills a field for no minus: nobody writes -058', () => {
  expect(read({ '-0817': 0.9 })).toBe('0817');
});

it('takes ink much smaller than the digits for a point, not for a plus', () => {
  const strokes = [0, 24, 72, 96];
  const sees = { '58+17': 0.9, 58.17: 0.1 };
  expect(read(sees, { x: 48, y: 16, width: 8, height: 8 }, strokes)).toBe('58.17');
  expect(read(sees, { x: 44, y: 12, width: 16, height: 16 }, strokes)).toBe('58+17');
});

it('reads a bracket of a sum where its other one is, and takes it for a 1 where there is none', () => {
  const strokes = [0, 24, 72, 96];
  const plus = { x: 44, y: 12, width: 16, height: 16 };
  expect(read({ '(8+1)': 0.4, '18+1)': 0.4 }, plus, strokes)).toBe('(8+1)');
  expect(read({ '(8+17': 0.8, '18+17': 0.2 }, plus, strokes)).toBe('18+17');
  expect(read({ '(8617': 0.8, 18617: 0.2 }, plus, strokes)).toBe('18617');
});

it('takes no sign where it makes no sense: a plus before nothing, money or percent within a number', () => {
  expect(read({ '581+=': 0.85, '5817=': 0.15 })).toBe('5817=');
  expect(read({ '58$17': 0.85, 58417: 0.15 })).toBe('58417');
  expect(read({ '58%17': 0.85, 58417: 0.15 })).toBe('58417');
  expect(read({ $5817: 0.85, 45817: 0.15 })).toBe('$5817');
  expect(read({ '5817%': 0.85, 58177: 0.15 })).toBe('5817%');
});

it('takes a speck between digits for a comma, however much it looks like a 1', () => {
  const strokes = [0, 24, 72, 96];
  const sees = { 58117: 0.9, '58,17': 0.4 };
  expect(read(sees, { x: 48, y: 28, width: 8, height: 12 }, strokes)).toBe('58,17');
  expect(read(sees, { x: 48, y: 0, width: 8, height: 40 }, strokes)).toBe('58117');
});

it('doubts what is no digit within a number', () => {
  expect(read({ '58?17': 0.9, 58417: 0.01 })).toBe('58417');
});

it('reads the digits that are likeliest, however unclear it is what stands between them', () => {
  expect(read({ 5817: 0.45, 58.7: 0.12 })).toBe('5817');
  expect(read({ 5817: 0.45, 58.7: 0.12, '58,7': 0.3 })).toBe('58.7');
});

it('takes a stroke for a slash where it leans and stands apart in a sum, and else for a 1', () => {
  const strokes = [2, 58, 78, 100];
  const leaning = { x: 28, y: 0, width: 14, height: 40 };
  expect(read({ '8/1+7': 0.4, '811+7': 0.6 }, leaning, strokes)).toBe('8/1+7');
  expect(read({ '8/117': 0.4, 81117: 0.6 }, leaning, strokes)).toBe('81117');
});

it('takes a line that runs into the first digit for the rest of a rule, however much it looks like a minus', () => {
  const strokes = [30, 52, 74, 96];
  expect(read({ '-5817': 0.99 }, { x: 0, y: 18, width: 32, height: 4 }, strokes)).toBe('5817');
  expect(read({ '-5817': 0.99 }, { x: 0, y: 18, width: 20, height: 4 }, strokes)).toBe('-5817');
});
