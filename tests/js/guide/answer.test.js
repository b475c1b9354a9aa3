import { afterEach, expect, it } from 'vitest';
import { answerOf, sureWords } from '../../../web/guide/answer.js';
import { useLanguage } from '../../../web/texts/texts.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

afterEach(() => useLanguage('en'));

it('says what is sure', () => {
  expect(answerOf(madeUpReading(madeUpNumber('204', { confidence: 0.97 })), 0.9)).toEqual({
    kind: 'sure',
    text: '204',
    confidence: 0.97,
    second: '',
  });
});

it('is not sure as soon as one digit is not, and tells the second guess', () => {
  const alternatives = [
    { text: '20?', confidence: 0.2 },
    { text: '201', confidence: 0.1 },
  ];
  const number = madeUpNumber('207', { sure: [0.99, 0.99, 0.6], alternatives });
  expect(answerOf(madeUpReading(number), 0.9)).toMatchObject({ kind: 'unsure', text: '207', second: '201' });
});

it('is never sure of a number that it cannot read all of, and says which sign is missing', () => {
  const found = answerOf(madeUpReading(madeUpNumber('2?', { confidence: 0.96 })), 0.9);
  expect(found.kind).toBe('unsure');
  expect(sureWords(found)).toBe('Not sure: sign 2 cannot be read');
});

it('has no second guess of several numbers', () => {
  const doubtful = (/** @type {number} */ line) => madeUpNumber('4', { sure: [0.5], line });
  expect(answerOf(madeUpReading(doubtful(0), doubtful(1)), 0.9)).toMatchObject({ kind: 'unsure', second: '' });
});

it('tells what is no number from nothing', () => {
  expect(answerOf(madeUpReading('??'), 0.9)).toMatchObject({ kind: 'refused', text: '??' });
  expect(answerOf(madeUpReading(), 0.9)).toMatchObject({ kind: 'none', text: '' });
});

it('says numbers from left to right, in which no bracket turns around, also in Arabic', async () => {
  await useLanguage('ar');
  const alternatives = [{ text: '(12×3)', confidence: 0.3 }];
  const number = madeUpNumber('(12+3)', { sure: [0.5], alternatives });
  const words = sureWords(answerOf(madeUpReading(number), 0.9));
  expect(words).toContain('\u2066(12+3)\u2069');
  expect(words).toContain('\u2066(12×3)\u2069');
});
