import { describe, expect, it } from 'vitest';
import { describeAnswer } from '../../web/ui/describe-answer.js';

const context = { blank: 'Draw', waiting: 'Reading…', hasInk: true, unsureBelow: 0.8 };
const BLANK = { text: '', numbers: [] };

/**
 * @param {number | null} digit
 * @param {Record<number, number>} shares of the classes; the rest have none
 */
function reading(digit, shares) {
  const probabilities = Array.from({ length: 11 }, (_, index) => shares[index] ?? 0);
  const confidence = probabilities[digit ?? 10];
  return { text: '', numbers: [{ digits: [{ digit, confidence, probabilities, image: [] }] }] };
}

describe('describeAnswer', () => {
  it('gives a digit and how sure it is', () => {
    const answer = describeAnswer(reading(7, { 7: 0.97, 1: 0.02 }), context);
    expect(answer).toMatchObject({ kind: 'digit', text: '7', other: '', words: '97% sure', spoken: '7, 97% sure' });
  });

  it('reads a zero as a digit, not as nothing', () => {
    expect(describeAnswer(reading(0, { 0: 0.9 }), context)).toMatchObject({ kind: 'digit', text: '0' });
  });

  it('never claims to be certain', () => {
    expect(describeAnswer(reading(7, { 7: 1 }), context).words).toBe('over 99% sure');
  });

  it('names the two nearest where it is not sure', () => {
    const answer = describeAnswer(reading(4, { 4: 0.55, 9: 0.38, 7: 0.05 }), context);
    expect(answer).toMatchObject({ kind: 'unsure', text: '4', other: '9', words: 'Not sure: 55% and 38%' });
    expect(answer.spoken).toBe('Not sure: 4 or 9, 55% and 38%');
  });

  it('says so where the second guess is that it is no digit', () => {
    const answer = describeAnswer(reading(1, { 1: 0.6, 10: 0.4 }), context);
    expect(answer).toMatchObject({ text: '1', other: '?', spoken: 'Not sure: 1 or not a digit, 60% and 40%' });
  });

  it('takes the threshold that it is given, and what reaches it as sure', () => {
    const guess = reading(4, { 4: 0.55, 9: 0.45 });
    expect(describeAnswer(guess, { ...context, unsureBelow: 0.55 }).kind).toBe('digit');
    expect(describeAnswer(guess, { ...context, unsureBelow: 0.56 }).kind).toBe('unsure');
  });

  it('says that a scribble is no digit', () => {
    const answer = describeAnswer(reading(null, { 10: 0.9, 8: 0.1 }), context);
    expect(answer).toMatchObject({ kind: 'none', text: '?', words: 'That does not look like a whole digit' });
  });

  it('has no answer for a blank pad, even while the last reading is still there', () => {
    const blank = { ...context, hasInk: false };
    for (const last of [null, BLANK, reading(7, { 7: 0.99 })]) {
      expect(describeAnswer(last, blank)).toMatchObject({ kind: 'blank', text: '', words: 'Draw', digit: null });
    }
  });

  it('says that it waits where ink has no reading yet', () => {
    expect(describeAnswer(null, context)).toMatchObject({ kind: 'waiting', text: '', words: 'Reading…' });
  });

  it('has no answer for a picture without ink', () => {
    expect(describeAnswer(BLANK, context)).toMatchObject({ kind: 'blank', words: 'Draw' });
  });
});
