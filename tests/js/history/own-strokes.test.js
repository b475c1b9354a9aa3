import { beforeAll, expect, test } from 'vitest';
import { createNodeNetworks } from '../../../tools/node-networks.js';
import { refine } from '../../../web/reader/ink/cuts.js';
import { readInk } from '../../../web/reader/read-ink.js';
import { contentOfDrawing } from '../../../web/history/records/kept-reading.js';
import { write } from '../../support/hand.js';

/** @import { Stroke } from '../../support/hand.js' */

/** @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
let networks;
beforeAll(async () => {
  networks = await createNodeNetworks();
});

/** As the network that ships reads them. @param {Stroke[]} ink */
const digitsOf = (ink) => contentOfDrawing({ ink, corrections: [] }, readInk(ink, networks.judge), 0.5).digits;

test.each([['2047'], ['4575'], ['1234567890']])(
  'every digit of %s has the strokes that it was written with',
  (text) => {
    const glyphs = write([...text]);
    const digits = digitsOf(glyphs.flat());
    expect(digits.map((digit) => digit.text).join('')).toBe(text);
    expect(digits.map((digit) => digit.strokes)).toEqual(glyphs);
  },
);

test('the bar of a 5 that reaches over the next digit stays its own', () => {
  const [five, three] = write(['5', '3'], { gap: 0.1 });
  five[1][1].x += 0.45;
  expect(digitsOf([five[0], ...three, five[1]]).map((digit) => digit.strokes)).toEqual([five, three]);
});

/** With as many points as a pen gives. @param {Stroke[][]} glyphs @returns {Stroke} */
const joined = (glyphs) => [...refine(glyphs.flatMap(([stroke]) => stroke), 0.4)]; // prettier-ignore

test.each([
  ['00', 0.25],
  ['12', 0.3],
  ['63', 0.2],
])('%s, written without lifting the pen, has a piece of the stroke for each', (text, gap) => {
  const digits = digitsOf([joined(write([...text], { gap }))]);
  expect(digits.map((digit) => digit.text).join('')).toBe(text);
  const [left, right] = digits.map(({ strokes }) => middleOf(strokes?.flat() ?? []));
  expect(left).toBeLessThan(right);
});

/** @param {ReadonlyArray<{ x: number }>} points */
const middleOf = (points) => points.reduce((sum, { x }) => sum + x, 0) / points.length;

test('digits that were joined by too few points to be taken apart are not learned from', () => {
  const [two, zero] = write(['2', '0'], { gap: 0.2 });
  const digits = digitsOf([[...two[0], ...zero[0]]]);
  expect(digits.map(({ text, strokes }) => [text, strokes])).toEqual([['2', null], ['0', null]]); // prettier-ignore
});
