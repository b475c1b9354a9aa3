import { describe, expect, it } from 'vitest';
import { describeAnswer } from '../../../web/answer/describe-answer.js';
import { cellOfReading } from '../../../web/batch/read-row.js';
import { needsLook } from '../../../web/batch/rows/needs-look.js';
import { readForm } from '../../../web/shared/forms/read-form.js';
import { answerOf } from '../../../web/guide/answer.js';
import { contentOfDrawing, contentOfPicture } from '../../../web/history/records/kept-reading.js';
import { correctPart } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { doubtsOf, isSureNumber, mostDoubtful, thresholdOf } from '../../../web/shared/reading/sureness.js';
import { startHistory } from '../../../web/shared/undo.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';
import { batchOf, rowOf } from '../../support/batch-made.js';

/** @import { Reading } from '../../../web/reader/reading.js' */

const UNSURE_BELOW = 0.92;

/** @type {Record<string, { reading: Reading, isSure: boolean }>} */
const READINGS = {
  'a sure number': { reading: madeUpReading(madeUpNumber('2047', { confidence: 0.95 })), isSure: true },
  'digits at .96 and the whole at .85': {
    reading: madeUpReading(madeUpNumber('20', { confidence: 0.85, sure: [0.96, 0.96] })),
    isSure: false,
  },
  'one digit that is a guess': {
    reading: madeUpReading(madeUpNumber('20', { confidence: 0.95, sure: [0.99, 0.7] })),
    isSure: false,
  },
  'ink that is no digit': { reading: madeUpReading('2?7'), isSure: false },
  'one of two numbers that is a guess': {
    reading: madeUpReading('12', madeUpNumber('34', { confidence: 0.5, x: 200 })),
    isSure: false,
  },
};

/** What each place says of the same reading. @type {Record<string, (reading: Reading) => boolean | Promise<boolean>>} */
const PLACES = {
  pad(reading) {
    const context = { blank: '', waiting: '', hasInk: true, unsureBelow: UNSURE_BELOW };
    return describeAnswer(shownReading(reading, []), context).kind === 'sure';
  },
  guide: (reading) => answerOf(reading, UNSURE_BELOW).kind === 'sure',
  'what is kept of a drawing': (reading) =>
    !contentOfDrawing({ ink: [], corrections: [] }, reading, UNSURE_BELOW).isUnsure,
  'what is kept of a picture': (reading) =>
    !contentOfPicture(
      { name: '', size: { width: 1, height: 1 }, area: null, turned: null, reading, history: startHistory([]) },
      UNSURE_BELOW,
    ).isUnsure,
  'batch of pictures': (reading) => !needsALook(cellOfReading(reading)),
  async 'batch with a form'(reading) {
    const field = {
      name: '',
      area: { x: 0, y: 0, width: 1, height: 1 },
      pattern: { kind: /** @type {const} */ ('any') },
    };
    const picture = { blob: new Blob(['a picture']), size: { width: 1, height: 1 } };
    const [cell] = await readForm(async () => reading, picture, { name: '', fields: [field] });
    return !needsALook(cell);
  },
};

/** @param {import('../../../web/batch/rows/rows.js').Cell} cell */
const needsALook = (cell) =>
  needsLook(rowOf(batchOf({ one: [cell] }), 'one'), {
    unsureBelow: UNSURE_BELOW,
    problemOf: () => null,
    between: () => [],
  });

describe('the same reading', () => {
  for (const [name, { reading, isSure }] of Object.entries(READINGS)) {
    for (const [place, says] of Object.entries(PLACES)) {
      it(`with ${name} is ${isSure ? 'sure' : 'not sure'}: ${place}`, async () => {
        expect(await says(reading)).toBe(isSure);
      });
    }
  }
});

describe('a number', () => {
  it('is sure where a person said what it is, also that a sign is no digit', () => {
    const reading = madeUpReading(madeUpNumber('20', { confidence: 0.4, sure: [0.99, 0.4] }));
    const [number] = shownReading(reading, []).numbers;
    for (const text of ['1', '?']) {
      const corrections = correctPart([], number.parts[1], text);
      expect(isSureNumber(shownReading(reading, corrections).numbers[0], UNSURE_BELOW)).toBe(true);
    }
    const [other] = shownReading(reading, correctPart([], number.parts[0], '3')).numbers;
    expect(doubtsOf(other, UNSURE_BELOW)).toContain('sign');
  });

  it('tells first what a person should look at first', () => {
    const [number] = shownReading(
      madeUpReading(madeUpNumber('2?', { confidence: 0.5, sure: [0.6, 0.99] })),
      [],
    ).numbers;
    expect(doubtsOf(number, UNSURE_BELOW)).toEqual(['unknown', 'sign', 'whole']);
    const doubtful = { text: '7', confidence: 0.99, least: 0.3 };
    expect(mostDoubtful([{ text: '4', confidence: 0.5 }, doubtful])).toBe(doubtful);
    expect(mostDoubtful([])).toBeNull();
  });

  it('has the threshold of the model, and one of its own where the card names none', () => {
    expect(thresholdOf({ model: { thresholds: { unsure: 0 } } })).toBe(0);
    expect(thresholdOf({})).toBe(0.8);
  });
});
