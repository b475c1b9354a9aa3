import { describe, expect, test } from 'vitest';
import { makeOverlay } from '../../../web/why/overlay.js';
import { REGIONS, summarize } from '../../../web/why/summarize.js';
import english from '../../../web/texts/en.json' with { type: 'json' };
import { text } from '../../../web/texts/texts.js';
import { chosenDigit } from '../../../web/shared/panel/digit-panel.js';
import { formatDifference } from '../../../web/why/figures.js';
import { formatConfidence } from '../../../web/shared/numbers.js';
import { nearAnswers, questionOf, sidesOf } from '../../../web/why/question.js';
import { captionOf } from '../../../web/why/journey-view.js';
import { evidence, seven } from '../../support/explain-made.js';

/** @param {Record<number, number>} shares of classes, 10 being "not a digit" */
const probabilities = (shares) => Float32Array.from({ length: 11 }, (_, index) => shares[index] ?? 0.0001);

/** A snapshot. @param {...string} texts of numbers, '?' for what is no digit @returns {any} */
const seen = (...texts) => ({
  reading: {
    numbers: texts.map((each) => ({
      text: each,
      digits: Array.from(each, (sign) => ({ digit: sign === '?' ? null : Number(sign) })),
    })),
  },
  corrected: null,
});

/** The same with what the answer says then. @param {string} read @param {string[]} shown of each digit @returns {any} */
const corrected = (read, shown) => ({
  ...seen(read),
  corrected: {
    numbers: [{ parts: shown.map((each, digit) => ({ text: each, image: [], isCorrected: each !== read[digit] })) }],
  },
});

describe('the digit that is explained', () => {
  test('is the one that is pointed at', () => {
    const chosen = chosenDigit({ ...seen('20', '47'), selected: { number: 1, digit: 1 } });
    expect(chosen).toMatchObject({ place: { number: 1, digit: 1 }, number: { text: '47' }, digit: { digit: 7 } });
  });

  test('is the first where none is pointed at, or that one is not there any more', () => {
    for (const selected of [null, { number: 0, digit: 5 }, { number: 3, digit: 0 }]) {
      expect(chosenDigit({ ...seen('47'), selected })?.digit.digit).toBe(4);
    }
  });

  test('is known for what a person corrected it to', () => {
    const selected = { number: 0, digit: 1 };
    expect(chosenDigit({ ...corrected('47', ['4', '1']), selected })).toMatchObject({ digit: { digit: 7 }, shown: 1 });
    expect(chosenDigit({ ...corrected('47', ['4', '7']), selected })).toMatchObject({ shown: 7 });
    expect(chosenDigit({ ...corrected('47', ['4', '']), selected })).toMatchObject({ shown: 7 });
    expect(chosenDigit({ ...seen('4?'), selected })).toMatchObject({ shown: null });
  });

  test('is none where nothing was read', () => {
    expect(chosenDigit({ reading: null, corrected: null, selected: null })).toBeNull();
    expect(chosenDigit({ ...seen(), selected: { number: 0, digit: 0 } })).toBeNull();
    expect(chosenDigit({ ...seen(''), selected: null })).toBeNull();
  });
});

describe('why 7, and not what?', () => {
  test('not 1, where 1 is the runner-up', () => {
    const question = questionOf(probabilities({ 7: 0.95, 1: 0.04 }), 7);
    expect(question).toMatchObject({ digit: 7, rival: 1, usual: 'rival', refused: null, likelier: null });
  });

  test('not any other, where none comes near', () => {
    expect(questionOf(probabilities({ 7: 0.99, 1: 0.005 }), 7).usual).toBe('others');
  });

  test('not 1, where the network by itself takes it for 1', () => {
    const question = questionOf(probabilities({ 1: 0.6, 7: 0.39 }), 7);
    expect(question).toMatchObject({ digit: 7, rival: 1, usual: 'rival', likelier: 1 });
  });

  test('not what a person corrected it to, however improbable that is', () => {
    const shares = probabilities({ 7: 0.99, 1: 0.005 });
    expect(questionOf(shares, 7, 4)).toMatchObject({ digit: 7, rival: 4, usual: 'rival', corrected: 4 });
    expect(questionOf(shares, 7, 7)).toMatchObject({ digit: 7, rival: 1, corrected: null });
  });

  test('what is no digit is explained by those that it is nearest to', () => {
    const question = questionOf(probabilities({ 10: 0.9, 4: 0.06, 9: 0.03 }), null);
    expect(question).toMatchObject({ digit: 4, rival: 9, likelier: null });
    expect(question.refused).toBeCloseTo(0.9);
    const shares = probabilities({ 10: 0.9, 4: 0.06, 9: 0.03 });
    expect(questionOf(shares, null, 6)).toMatchObject({ digit: 4, rival: 6, corrected: 6 });
    expect(questionOf(shares, null, 4)).toMatchObject({ digit: 4, rival: 9, corrected: null });
  });

  test('and the other way round, or against all others', () => {
    const question = { digit: 7, rival: 1 };
    expect(sidesOf(question, 'rival')).toEqual([7, 1]);
    expect(sidesOf(question, 'turned')).toEqual([1, 7]);
    expect(sidesOf(question, 'others')).toEqual([7, null]);
  });
});

describe('the end of the journey', () => {
  test('says both of two near answers', () => {
    const near = probabilities({ 7: 0.58, 1: 0.39 });
    expect(nearAnswers(near)).toEqual([7, 1]);
    expect(captionOf({ kind: 'answer', probabilities: near })).toMatch(/7 with 58%.*1 with 39%/);
  });

  test('says one where no other is near', () => {
    const sure = probabilities({ 7: 0.96, 1: 0.03 });
    expect(nearAnswers(sure)).toEqual([7]);
    expect(captionOf({ kind: 'answer', probabilities: sure })).toContain('7, with 96%');
  });

  test('says that it is no digit', () => {
    expect(captionOf({ kind: 'answer', probabilities: probabilities({ 10: 0.97 }) })).toContain('no digit, with 97%');
  });
});

describe('figures', () => {
  test.each([
    [0.9999, 'over 99%', '>99%'],
    [0.994, '99%', '99%'],
    [0.5, '50%', '50%'],
    [0.004, 'under 1%', '<1%'],
    [0, 'under 1%', '<1%'],
  ])('a probability of %d is %s, or %s', (share, words, short) => {
    expect(formatConfidence(share)).toBe(words);
    expect(formatConfidence(share, 'short')).toBe(short);
  });

  test('a difference says which way it goes', () => {
    expect([2.34567, -2, 0].map(formatDifference)).toEqual(['+2.346', '-2.000', '0.000']);
  });
});

describe('the sentences about evidence', () => {
  test('are in the catalogue, all that there can be and no others', () => {
    const sides = ['for', 'against'].flatMap((side) =>
      ['ink', 'paper'].flatMap((what) => ['rival', 'others'].map((than) => `${side}.${what}.${than}`)),
    );
    const all = [...sides, 'against.little.rival', 'against.little.others', ...REGIONS.map((name) => `region.${name}`)];
    expect(Object.keys(english.explain).sort()).toEqual(all.sort());
  });

  test('ask for nothing that is not known', () => {
    for (const [name, words] of Object.entries(english.explain)) {
      const known = ['region', 'digit', 'share', ...(name.endsWith('.rival') ? ['rival'] : [])];
      expect(known, name).toEqual(expect.arrayContaining(words.match(/\w+(?=\})/g) ?? []));
    }
  });

  test('tell where the ink speaks for 7', () => {
    const maps = evidence((row, _, digit) => (digit === 7 && row < 2 ? 5 : 0));
    const [{ key, params }] = summarize(makeOverlay(maps, seven, 7, 1), seven);
    const told = text(key, { ...params, region: text(String(params.region)), share: '50%' });
    expect(told).toMatch(/^The ink around the (top|upper left|upper right) speaks for 7 and against 1 \(50%\)\.$/);
  });
});
