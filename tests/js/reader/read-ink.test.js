import { beforeAll, describe, expect, test } from 'vitest';
import { createNodeNetworks } from '../../../tools/node-networks.js';
import { refine } from '../../../web/reader/ink/cuts.js';
import { readInk } from '../../../web/reader/read-ink.js';
import { at, SCRIBBLE, SHAPES, write } from '../../support/hand.js';

/** @import { Stroke } from '../../support/hand.js' */

/** @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
let networks;
beforeAll(async () => {
  networks = await createNodeNetworks();
});

/** @param {Stroke[]} ink */
const read = (ink) => readInk(ink, networks.judge);

/** @param {Stroke[]} ink */
const textOf = (ink) => read(ink).text;

/** The strokes of a number, digit by digit. @param {string} text @param {Parameters<typeof write>[1]} [how] */
const number = (text, how) => write([...text], how).flat();

/** All first strokes, and only then the others. @param {Stroke[][]} digits */
const lateStrokes = (digits) => [...digits.map(([first]) => first), ...digits.flatMap(([, ...others]) => others)];

/** Written without lifting the pen. @param {string} text @param {number} gap */
const connected = (text, gap) => [write([...text], { gap }).flatMap(([stroke]) => stroke)];

describe('a number', () => {
  test.each(['2047', '10', '100', '111', '1234567890', '4575'])('%s is read', (text) => {
    expect(textOf(number(text))).toBe(text);
  });

  test('is read where its digits touch or reach over each other', () => {
    expect(textOf(number('2047', { gap: -0.05 }))).toBe('2047');
    expect(textOf(number('88', { gap: -0.05 }))).toBe('88');
  });

  test('is one number where its digits stand wide apart', () => {
    expect(textOf(number('123', { gap: 0.8 }))).toBe('123');
  });

  test('is read while it shrinks, grows, climbs or sinks', () => {
    expect(textOf(number('20473', { grow: 0.82 }))).toBe('20473');
    expect(textOf(number('20473', { grow: 1.2 }))).toBe('20473');
    expect(textOf(number('20473', { climb: 0.3 }))).toBe('20473');
    expect(textOf(number('20473', { climb: -0.2 }))).toBe('20473');
  });

  test('is read in whichever order it was written', () => {
    expect(
      textOf(
        write([...'2047'])
          .reverse()
          .flat(),
      ),
    ).toBe('2047');
    expect(textOf(lateStrokes(write([...'4575'])))).toBe('4575');
    expect(textOf(lateStrokes(write(['7 crossed', '7 crossed', '1', '7 crossed'])))).toBe('7717');
  });

  test('is read where the bar of a 5 reaches over the next digit', () => {
    const [five, three] = write(['5', '3'], { gap: 0.1 });
    five[1][1].x += 0.45;
    expect(textOf([...five, ...three])).toBe('53');
    expect(textOf([five[0], ...three, five[1]])).toBe('53');
  });

  test('is read where the bar of a 7 touches the digit before', () => {
    expect(textOf(write(['1', '7 crossed'], { gap: 0.02 }).flat())).toBe('17');
  });

  test('is read with a 4 whose stem stands apart and an 8 of two rings', () => {
    expect(textOf(write(['1', '4 apart', '8 rings', '0']).flat())).toBe('1480');
  });

  test('of plain or slanted lines is ones', () => {
    expect(textOf(write(['1 plain', '1 plain', '1 plain'], { gap: 0.25 }).flat())).toBe('111');
    expect(textOf(write(['2', '1 slanted', '3']).flat())).toBe('213');
  });
});

describe('digits written without lifting the pen', () => {
  test.each([
    ['00', 0.25],
    ['12', 0.3],
    ['10', 0.3],
    ['20', 0.2],
    ['63', 0.2],
  ])('%s is read', (text, gap) => {
    expect(textOf(connected(text, gap))).toBe(text);
  });

  test('are read amid others', () => {
    const [one, first, second, five] = write(['1', '0', '0', '5']);
    expect(textOf([...one, [...first[0], ...second[0]], ...five])).toBe('1005');
  });
});

describe('lines', () => {
  test('below each other are told apart, whichever is written first', () => {
    const [upper, lower] = [number('2047'), number('3815', { y: 1.15 })];
    expect(textOf([...upper, ...lower])).toBe('2047\n3815');
    expect(textOf([...lower, ...upper])).toBe('2047\n3815');
  });

  test('are one where the rings of an 8 by itself stand apart, and two where zeros are below each other', () => {
    const [ring, other] = [0, 1.4].map((y) => at(SHAPES['0'], { y }).flat());
    const wide = (/** @type {Stroke} */ stroke) => stroke.map(({ x, y }) => ({ x: 1.6 * x, y }));
    expect(textOf([wide(ring), wide(other)])).toBe('8');
    expect(textOf([ring, other])).toBe('0\n0');
  });

  test('are one where digits are drawn in an upper and a lower half', () => {
    expect(textOf(write(['8 rings', '8 rings']).flat())).toBe('88');
    expect(textOf(write(['1', '8 rings']).flat())).toBe('18');
  });

  test('may climb', () => {
    expect(textOf([...number('2047', { climb: 0.1 }), ...number('3815', { y: 1.4, climb: 0.1 })])).toBe('2047\n3815');
  });

  test('hold several numbers where the gap is wide', () => {
    expect(textOf([...number('12'), ...number('34', { x: 3.2 })])).toBe('12 34');
  });
});

describe('separators', () => {
  test.each(['12.50', '1,5', '3/4', '10:45', '-7', '-12.5', '24/12/2026'])('%s is read', (text) => {
    expect(textOf(number(text))).toBe(text);
  });

  test('have a box, and say after how many digits they stand', () => {
    const [{ separators, digits }] = read(number('12.50')).numbers;
    expect(digits.map(({ digit }) => digit)).toEqual([1, 2, 5, 0]);
    expect(separators).toMatchObject([{ text: '.', after: 2 }]);
    expect(separators[0].box.y).toBeCloseTo(0.97);
  });

  /** A point of 12.50 made by a finger that trembles by 3 of the digits' 70 pixels. @param {number} seed */
  function trembling(seed) {
    let state = seed * 7919;
    const random = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 30 - 1;
    const signs = write([...'12.50'], { size: 70 });
    const [[{ x, y }]] = signs[2];
    signs[2] = [Array.from({ length: 8 }, () => ({ x: x + 3 * random(), y: y + 3 * random() }))];
    return signs.flat();
  }

  test('a point by a finger that trembles is a point, and surely one', () => {
    const readings = Array.from({ length: 12 }, (_, seed) =>
      readInk(trembling(seed + 1), networks.judge, { decimal: '.' }),
    );
    expect(readings.map(({ text }) => text)).toEqual(Array(12).fill('12.50'));
    expect(Math.min(...readings.map(({ numbers: [{ confidence }] }) => confidence))).toBeGreaterThan(0.92);
  });

  test('the language decides between point and comma where the ink does not, and only there', () => {
    const [one, five, , ...rest] = write([...'12.50']);
    const tick = [
      { x: 1.14, y: 0.95 },
      { x: 1.08, y: 1.03 },
    ];
    const [left, right] = [one, five].map((strokes) => strokes.flat().map(({ x }) => x));
    expect(Math.max(...left)).toBeLessThan(Math.min(...right));
    const ink = [...one, ...five, tick.map(({ x, y }) => ({ x: x + Math.max(...right) - 1, y })), ...rest.flat()];
    const inLanguage = (/** @type {typeof ink} */ of, /** @type {'.' | ','} */ decimal) =>
      readInk(of, networks.judge, { decimal }).text;
    expect(inLanguage(ink, '.')).toBe('12.50');
    expect(inLanguage(ink, ',')).toBe('12,50');
    for (const decimal of /** @type {const} */ (['.', ','])) {
      expect(inLanguage(number('12.50'), decimal)).toBe('12.50');
      expect(inLanguage(number('1,5'), decimal)).toBe('1,5');
    }
  });

  test('are none without digits beside them', () => {
    expect(textOf(at(SHAPES['-']))).toBe('?');
    expect(textOf(at(SHAPES['/']))).toBe('1');
  });
});

describe('a single digit', () => {
  test.each([...'0123456789', '8 rings', '4 apart', '7 crossed'])('%s is read, large or tiny', (name) => {
    expect(textOf(at(SHAPES[name]))).toBe(name[0]);
    expect(textOf(at(SHAPES[name], { x: 0.9, y: 0.03, size: 0.03 }))).toBe(name[0]);
  });
});

describe('what is not a digit', () => {
  test('is a question mark, alone and amid digits', () => {
    expect(textOf(at(SCRIBBLE))).toBe('?');
    const amid = [...number('2'), ...at(SCRIBBLE, { x: 1 }), ...number('0', { x: 2.2 })];
    expect(textOf(amid)).toBe('2?0');
  });

  test('may be points that are no numbers, or no points at all', () => {
    expect(read([])).toEqual({ text: '', numbers: [], skipped: [] });
    expect(read([[], [{ x: NaN, y: 1 }]]).text).toBe('');
    expect(textOf([...number('20'), [{ x: Infinity, y: 0 }]])).toBe('20');
  });
});

test('lines drawn with a ruler, which have no height to speak of, get no millions of points', () => {
  const ruled = [0, 0.2].map((y) => [
    { x: 0, y },
    { x: 1, y: y + 1e-9 },
  ]);
  expect(refine(ruled[0], 1e-9).length).toBeLessThan(1100);
  expect(textOf(ruled)).toBe(textOf(ruled.map(([from, to]) => [from, { ...to, y: from.y }])));
});

test('boxes are in the units of the ink', () => {
  const [{ digits, box }] = read(number('10', { x: 100, y: 50, size: 200 })).numbers;
  expect(box).toMatchObject({ x: 100, y: expect.closeTo(52) });
  expect(digits[1].box.height).toBeCloseTo(196, 0);
});

test('a mask decides between a slash and a 1', () => {
  const ink = number('3/4');
  expect(readInk(ink, networks.judge, { masks: ['#/#'] }).text).toBe('3/4');
  expect(readInk(ink, networks.judge, { masks: ['###'] }).text).toBe('314');
});

test('few images are classified for a number of digits well apart', () => {
  let images = 0;
  readInk(number('2047'), (segments) => {
    images += segments.length;
    return networks.judge(segments);
  });
  expect(images).toBeLessThanOrEqual(9);
});

test('a stray tap above a number is no part of it, and is told', () => {
  const { text, skipped } = read([...number('12.50'), [{ x: 1.2, y: -0.9 }]]);
  expect(text).toBe('12.50');
  expect(skipped).toEqual([{ box: { x: 1.2, y: -0.9, width: 0, height: 0 } }]);
});

test('more ink than can be read in time is refused in words', () => {
  const dots = Array.from({ length: 301 }, (_, index) => [{ x: index, y: index }]);
  expect(() => read(dots)).toThrow('Ink of more than 300 strokes is not read: take some away.');
});
