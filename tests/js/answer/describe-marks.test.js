import { expect, it } from 'vitest';
import { padMarks } from '../../../web/answer/describe-marks.js';
import { correctNumber, correctPart } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { madeUpReading } from '../../support/made-up-reading.js';

const PAD = { x: 0, y: 0, width: 100, height: 100 };

/** @param {import('../../../web/shared/reading/shown-reading.js').Shown} shown */
const labelsOf = (shown) => padMarks(shown, PAD, { selected: null, unsureBelow: 0.8 }).map(({ label }) => label);

it('every sign has its own box and label on the pad', () => {
  expect(labelsOf(shownReading(madeUpReading('$(3×4)'), []))).toEqual(['$', '(', '3', '×', '4', ')']);
});

it('what was deleted is struck out, and looks like no sign', () => {
  const reading = madeUpReading('25');
  const [number] = shownReading(reading, []).numbers;
  expect(labelsOf(shownReading(reading, correctPart([], number.parts[0], '')))).toEqual(['2\u0336', '5']);
  expect(labelsOf(shownReading(reading, correctNumber([], number, '')))).toEqual(['2\u03365\u0336']);
});
