import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../../web/writing/drawings.js';
import { wordsOfDigit, wordsOfNumber } from '../../../web/writing/words.js';
import english from '../../../web/texts/en.json' with { type: 'json' };
import { text } from '../../../web/texts/texts.js';

/** @typedef {import('../../../web/writing/describe-digit.js').DigitWriting} DigitWriting */
/** @typedef {import('../../../web/writing/describe-number.js').NumberWriting} NumberWriting */

/** @type {DigitWriting} */
const UNKNOWN = { slant: null, width: null, aspect: null, size: null, roundness: null, strokes: null, speed: null };

/** @type {NumberWriting} */
const UNKNOWN_NUMBER = {
  digits: [],
  slant: null,
  slantSpread: null,
  width: null,
  size: null,
  sizeSpread: null,
  spacing: null,
  spacingSpread: null,
  baseline: null,
  baselineSpread: null,
  strokes: null,
  speed: null,
};

/** What each measure can be, and the words that it is then told in. @type {Record<string, [number, string][]>} */
const TOLD = {
  slant: [[-12.4, 'left'], [4.9, 'upright'], [-4.9, 'upright'], [12, 'right']],
  slantSpread: [[2, 'steady'], [10, 'fair'], [20, 'unsteady']],
  width: [[0.05, 'fine'], [0.08, 'thin'], [0.12, 'medium'], [0.2, 'thick']],
  size: [[0.1, 'small'], [0.3, 'medium'], [0.8, 'large']],
  sizeSpread: [[0.02, 'even'], [0.12, 'fair'], [0.3, 'uneven']],
  spacing: [[-0.1, 'overlapping'], [0.05, 'close'], [0.3, 'medium'], [0.9, 'wide']],
  spacingSpread: [[0.02, 'even'], [0.12, 'fair'], [0.3, 'uneven']],
  baseline: [[-4, 'falls'], [0.5, 'level'], [4, 'climbs']],
  baselineSpread: [[0.01, 'steady'], [0.07, 'fair'], [0.2, 'unsteady']],
  strokes: [[1, 'count'], [3, 'count']],
  speed: [[1, 'slow'], [4, 'medium'], [9, 'fast']],
}; // prettier-ignore

/** @type {[string, number, string][]} */
const OF_NUMBER = Object.entries(TOLD).flatMap(([measure, all]) =>
  all.map(([value, word]) => /** @type {[string, number, string]} */ ([measure, value, word])),
);

/** Of a digit, where the words go by what is usual for it. @type {[string, number, number, string][]} */
const OF_DIGIT = [
  ['aspect', 0, 0.5, 'narrow'],
  ['aspect', 0, 0.85, 'medium'],
  ['aspect', 0, 1.2, 'wide'],
  ['aspect', 1, 0.5, 'wide'],
  ['roundness', 2, 0.7, 'angular'],
  ['roundness', 2, 0.85, 'medium'],
  ['roundness', 2, 0.95, 'round'],
];

describe('a measure is told in words', () => {
  test.each(OF_NUMBER)('%s of %d: %s', (measure, value, word) => {
    const messages = wordsOfNumber({ ...UNKNOWN_NUMBER, [measure]: value });
    expect(messages).toMatchObject([{ measure, key: `writing.${measure}.${word}` }]);
  });

  test.each(OF_DIGIT)('%s of a %d, of %d: %s', (measure, digit, value, word) => {
    const messages = wordsOfDigit({ ...UNKNOWN, [measure]: value }, digit);
    expect(messages).toMatchObject([{ measure, key: `writing.${measure}.${word}`, values: { digit } }]);
  });

  test('with figures that a person reads easily', () => {
    expect(wordsOfDigit({ ...UNKNOWN, slant: -12.4, width: 0.124, speed: 3.456, strokes: 2 }, 7)).toEqual([
      { measure: 'slant', key: 'writing.slant.left', values: { degrees: 12 } },
      { measure: 'width', key: 'writing.width.medium', values: { percent: 12 } },
      { measure: 'strokes', key: 'writing.strokes.count', values: { count: 2 } },
      { measure: 'speed', key: 'writing.speed.medium', values: { speed: 3.5 } },
    ]);
  });

  test('and not at all where it is not known, or nothing is usual', () => {
    expect(wordsOfDigit(UNKNOWN, 3)).toEqual([]);
    expect(wordsOfNumber(UNKNOWN_NUMBER)).toEqual([]);
    expect(wordsOfDigit({ ...UNKNOWN, aspect: 0.7, roundness: 0.9 }, null)).toEqual([]);
    expect(wordsOfDigit({ ...UNKNOWN, roundness: 0.9 }, 1)).toEqual([]);
  });
});

describe('the English texts', () => {
  const messages = [
    ...OF_NUMBER.flatMap(([measure, value]) => wordsOfNumber({ ...UNKNOWN_NUMBER, [measure]: value })),
    ...OF_DIGIT.flatMap(([measure, digit, value]) => wordsOfDigit({ ...UNKNOWN, [measure]: value }, digit)),
  ];

  const measures = [...new Set(messages.map(({ measure }) => measure))];

  test('are there for every word, and no others', () => {
    const ofMeasures = Object.keys(english.writing).filter((name) => measures.includes(name.split('.')[0]));
    const asked = new Set(messages.map(({ key }) => key.replace('writing.', '')));
    expect(ofMeasures.filter((name) => name.includes('.')).sort()).toEqual([...asked].sort());
  });

  test('ask for no figure that their words do not have', () => {
    const texts = /** @type {import('../../../web/texts/texts.js').Catalogue} */ (english).writing;
    for (const { key, values } of messages) {
      const found = texts[key.replace('writing.', '')];
      const asked = Object.values(typeof found === 'string' ? [found] : found).flatMap(
        (each) => each.match(/\w+(?=\})/g) ?? [],
      );
      expect(Object.keys(values), key).toEqual(expect.arrayContaining(asked));
    }
  });

  test('tell one stroke from several', () => {
    expect(text('writing.strokes.count', { count: 1 })).toBe('Written in one stroke');
    expect(text('writing.strokes.count', { count: 3 })).toBe('Written in 3 strokes');
  });
});

describe('every measure has a small picture', () => {
  const all = [
    ...OF_NUMBER.map(([measure, value]) => [measure, value]),
    ...OF_DIGIT.map(([measure, , value]) => [measure, value]),
  ];

  test.each(/** @type {[string, number][]} */ (all))('of %s, %d', (measure, value) => {
    const drawing = drawingOf(measure, value);
    expect(drawing?.viewBox).toBe('0 0 64 48');
    expect(drawing?.paths.some(({ role }) => role === 'ink')).toBe(true);
    for (const { d, width } of drawing?.paths ?? []) {
      expect(d).toMatch(/^M[-\d. MLCZhv]+$/);
      expect(d).not.toContain('NaN');
      expect(width).toBeGreaterThan(0);
    }
  });

  test.each(Object.keys(TOLD).concat('aspect', 'roundness'))(
    'that stays in its frame, however much %s is',
    (measure) => {
      for (const value of [-1000, -1, 0, 0.5, 1, 1000]) {
        for (const { d } of drawingOf(measure, value)?.paths ?? []) {
          const places = [...d.matchAll(/(?<=[MLC ])(-?[\d.]+) (-?[\d.]+)/g)];
          expect(places.length).toBeGreaterThan(0);
          for (const [, x, y] of places) {
            expect(Number(x), `${value}: ${d}`).toBeGreaterThanOrEqual(0);
            expect(Number(x), `${value}: ${d}`).toBeLessThanOrEqual(64);
            expect(Number(y), `${value}: ${d}`).toBeGreaterThanOrEqual(0);
            expect(Number(y), `${value}: ${d}`).toBeLessThanOrEqual(48);
          }
        }
      }
    },
  );

  test('which shows how much: a line leans as far as the digit does', () => {
    const [, { d }] = drawingOf('slant', 20)?.paths ?? [];
    const [bottomX, bottomY, topX, topY] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    expect((Math.atan2(topX - bottomX, bottomY - topY) * 180) / Math.PI).toBeCloseTo(20, 0);
  });

  test('but for what is no measure', () => {
    expect(drawingOf('constructor', 1)).toBeNull();
    expect(drawingOf('slant', NaN)).toBeNull();
  });
});
