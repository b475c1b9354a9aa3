import { describe, expect, it } from 'vitest';
import { correctPart } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { describeAnswer } from '../../../web/answer/describe-answer.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

const context = { blank: 'Write', waiting: 'Reading…', hasInk: true, unsureBelow: 0.8 };

/** @param {Parameters<typeof madeUpReading>} numbers */
const answerTo = (...numbers) => describeAnswer(shownReading(madeUpReading(...numbers), []), context);

describe('the answer', () => {
  it('gives a digit and how sure it is', () => {
    const answer = answerTo(madeUpNumber('7', { confidence: 0.97 }));
    expect(answer).toMatchObject({ kind: 'sure', text: '7', words: '97% sure', spoken: '7, 97% sure' });
  });

  it('gives a number and how sure the whole of it is', () => {
    const answer = answerTo(madeUpNumber('2047', { confidence: 0.996 }));
    expect(answer).toMatchObject({ text: '2047', words: 'over 99% sure', spoken: '2047, over 99% sure' });
  });

  it('reads a zero as a digit, not as nothing', () => {
    expect(answerTo('0')).toMatchObject({ kind: 'sure', text: '0' });
  });

  it('is spoken digit by digit where it is long, its signs in words', () => {
    expect(answerTo('20471').spoken).toBe('2 0 4 7 1, 97% sure');
    expect(answerTo('-12.5').spoken).toBe('minus 1 2 point 5, 97% sure');
    expect(answerTo('3/4').spoken).toBe('3 slash 4, 97% sure');
    expect(answerTo('20?7').spoken).toBe('2 0 not a digit 7, Not sure: sign 3 cannot be read');
  });

  it('names the second guess where it is not sure', () => {
    const alternatives = [
      { text: '?', confidence: 0.39 },
      { text: '9', confidence: 0.38 },
    ];
    const answer = answerTo(madeUpNumber('4', { confidence: 0.55, sure: [0.55], alternatives }));
    expect(answer).toMatchObject({ kind: 'unsure', text: '4', words: 'Not sure: 4 or ?, 55% and 39%' });
    expect(answer.spoken).toBe('Not sure: 4 or not a digit, 55% and 39%');
    const number = answerTo(
      madeUpNumber('2047', {
        confidence: 0.6,
        alternatives: [
          { text: '204?', confidence: 0.2 },
          { text: '2097', confidence: 0.1 },
        ],
      }),
    );
    expect(number).toMatchObject({ kind: 'unsure', words: 'Not sure: 2047 or 2097, 60% and 10%' });
  });

  it('finds the second guess of a single digit by its probabilities where there is no other', () => {
    const answer = answerTo(madeUpNumber('4', { confidence: 0.55, sure: [0.55] }));
    expect(answer.words).toBe('Not sure: 4 or 0, 55% and 5%');
  });

  it('is never sure of a number that it cannot read all of, and says what is missing', () => {
    expect(answerTo('30?47')).toMatchObject({ kind: 'unsure', words: 'Not sure: sign 3 cannot be read' });
    expect(answerTo('?0?').words).toBe('Not sure: signs 1, 3 cannot be read');
    expect(answerTo('12', '3?').words).toBe('Not sure: the ? in 3? cannot be read');
    const guess = madeUpNumber('2?', { confidence: 0.5, alternatives: [{ text: '27', confidence: 0.3 }] });
    expect(answerTo(guess).words).toBe('Not sure: 2? or 27, 50% and 30%, sign 2 cannot be read');
    const many = answerTo('1', madeUpNumber('2', { x: 200 }), madeUpNumber('3?', { x: 400 }));
    expect(many.words).toBe('3 numbers, 1 not sure, the ? in 3? cannot be read');
    const shown = shownReading(madeUpReading('30?'), []);
    const corrected = shownReading(madeUpReading('30?'), correctPart([], shown.numbers[0].parts[0], '8'));
    expect(describeAnswer(corrected, context).words).toBe('Not sure: sign 3 cannot be read, 1 corrected');
  });

  it('is unsure where one of its digits is, and where it is open how many there are', () => {
    expect(answerTo(madeUpNumber('20', { confidence: 0.9, sure: [0.99, 0.7] })).kind).toBe('unsure');
    expect(answerTo(madeUpNumber('20', { confidence: 0.6 })).kind).toBe('unsure');
    expect(answerTo(madeUpNumber('20', { confidence: 0.9 })).kind).toBe('sure');
  });

  it('takes what reaches the threshold as sure', () => {
    const guess = shownReading(madeUpReading(madeUpNumber('4', { confidence: 0.55, sure: [0.55] })), []);
    expect(describeAnswer(guess, { ...context, unsureBelow: 0.55 }).kind).toBe('sure');
    expect(describeAnswer(guess, { ...context, unsureBelow: 0.56 }).kind).toBe('unsure');
  });

  it('counts the numbers of a page, on which one digit is always doubtful', () => {
    const sure = madeUpNumber('12', { x: 200, confidence: 0.97 });
    const unsure = madeUpNumber('34', { x: 400, confidence: 0.5 });
    expect(answerTo('1', sure, madeUpNumber('2', { x: 600 })).words).toBe('3 numbers, each at least 97% sure');
    expect(answerTo('1', sure, unsure)).toMatchObject({ kind: 'unsure', words: '3 numbers, 1 not sure' });
  });

  it('tells what a person corrected', () => {
    const reading = madeUpReading(madeUpNumber('17', { sure: [0.5, 0.9], confidence: 0.45 }));
    const once = correctPart([], shownReading(reading, []).numbers[0].parts[0], '7');
    const shown = shownReading(reading, once);
    expect(describeAnswer(shown, context)).toMatchObject({ kind: 'sure', text: '77', words: '90% sure, 1 corrected' });
    const all = correctPart(once, shown.numbers[0].parts[1], '1');
    expect(describeAnswer(shownReading(reading, all), context).words).toBe('Corrected by you');
  });

  it('says that a scribble is no digit, and that several are no number', () => {
    expect(answerTo('?')).toMatchObject({ kind: 'none', text: '?', words: 'That does not look like a whole digit' });
    expect(answerTo('??').words).toBe('That does not look like a number');
  });

  it('has no answer for a blank pad, even while the last reading is still there', () => {
    const blank = { ...context, hasInk: false };
    for (const last of [null, shownReading(madeUpReading(), []), shownReading(madeUpReading('7'), [])]) {
      expect(describeAnswer(last, blank)).toMatchObject({ kind: 'blank', text: '', words: 'Write', spoken: '' });
    }
  });

  it('says that everything was deleted, where it was', () => {
    const [number] = shownReading(madeUpReading('7'), []).numbers;
    const shown = shownReading(madeUpReading('7'), correctPart([], number.parts[0], ''));
    expect(describeAnswer(shown, context)).toMatchObject({
      kind: 'deleted',
      text: '',
      words: 'Everything was deleted',
    });
  });

  it('says that it waits where ink has no reading yet', () => {
    expect(describeAnswer(null, context)).toMatchObject({ kind: 'waiting', text: '', words: 'Reading…' });
  });

  it('has no answer for a picture without ink', () => {
    expect(answerTo()).toMatchObject({ kind: 'blank', words: 'Write' });
  });
});
