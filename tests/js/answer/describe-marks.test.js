import { expect, it } from 'vitest';
import { padMarks, pictureMarks } from '../../../web/answer/describe-marks.js';
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

it('what is no number in a picture is told apart: words, and print', () => {
  const box = { x: 10, y: 20, width: 30, height: 10 };
  const skipped = /** @type {const} */ ([{ box, kind: 'print' }, { box, kind: 'word' }, { box }]);
  const shown = shownReading({ ...madeUpReading(), skipped: [...skipped] }, []);
  const marks = pictureMarks(shown, { width: 100, height: 200 }, { selected: null, unsureBelow: 0.8 });
  expect(marks.map(({ mark }) => mark)).toEqual(['print', 'word', 'word']);
});

it('marks of a picture that is turned to be read lie where it is shown', () => {
  const shown = shownReading({ ...madeUpReading('7'), turned: 90 }, []);
  const [number] = pictureMarks(shown, { width: 100, height: 200 }, { selected: null, unsureBelow: 0.8 });
  // The 7 lies in the upper left corner, 9 pixels wide and 20 high: then in the upper right one.
  expect(number.box).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.09 });
});
