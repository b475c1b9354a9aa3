import { selectPart } from '../answer/select-part.js';
import { shownReading } from '../shared/reading/shown-reading.js';
import { memo } from '../shared/memo.js';
import { currentLanguage } from '../texts/texts.js';
import { padMarks, pictureMarks } from '../answer/describe-marks.js';
import { inkOf, unsureBelowOf } from './state.js';

/**
 * @import { Part, Shown } from '../shared/reading/shown-reading.js'
 * @import { State } from './state.js'
 * @import { Mark } from '../shared/marks/marks.js'
 * @typedef {{ shown: Shown | null, selected: Part | null, marks: ReadonlyArray<Mark>, unsureBelow: number,
 *   chart: { shown: Shown | null, selected: Part | null } }} ShownState
 *   shown is null before the first reading, selected the digit that the chart is about, unsureBelow the confidence below which
 *   a sign is marked as unsure, chart what the chart shows: while one writes, that is ahead of the answer
 */

/** @type {ReadonlyArray<Mark>} */
const NO_MARKS = [];
/** @type {import('../shared/strokes.js').Ink} */
const NO_INK = [];
/** So doubtful is nothing, as long as doubts are not told. */
const UNTOLD = -1;
const NOTHING = { shown: null, selected: null, marks: NO_MARKS };

/**
 * The reading that is shown is the picture's while one is open, else the pad's.
 * @returns {(state: State) => ShownState} works out only what has changed since it was last called
 */
export function createShownOf() {
  const [correct, correctLive] = [memo(shownReading), memo(shownReading)];
  const [select, selectLive] = [memo(selectPart), memo(selectPart)];
  const [onPad, onPicture] = [padMarks, pictureMarks].map((marksOf) =>
    memo(
      (
        /** @type {Shown} */ shown,
        /** @type {Part | null} */ selected,
        /** @type {number} */ unsureBelow,
        /** @type {any} */ size,
      ) => marksOf(shown, size, { selected, unsureBelow }),
      currentLanguage,
    ),
  );
  /** @type {(state: State) => Omit<ShownState, 'chart'>} */
  const answered = (state) => {
    const unsureBelow = unsureBelowOf(state);
    const { picture, picked, calm } = state;
    if (state.view === 'picture' && picture) {
      const shown = correct(picture.reading, picture.history.now);
      const selected = select(shown, picked, NO_INK, unsureBelow);
      return { shown, selected, marks: onPicture(shown, selected, unsureBelow, picture.size), unsureBelow };
    }
    // An erased pad has no answer, though its last reading is still on its way.
    if (state.view === 'camera' || inkOf(state).length === 0 || !calm.reading) return { ...NOTHING, unsureBelow };
    const shown = correct(calm.reading, state.history.now.corrections);
    const markedBelow = calm.tellsDoubt ? unsureBelow : UNTOLD;
    const selected = select(shown, picked, calm.ink, markedBelow);
    return { shown, selected, marks: onPad(shown, selected, markedBelow, state.placement), unsureBelow: markedBelow };
  };
  return (state) => {
    const answer = answered(state);
    const { view, calm, reading, readInk, history } = state;
    if (view !== 'pad' || !calm.isWriting || !reading || !readInk) return { ...answer, chart: answer };
    const shown = correctLive(reading, history.now.corrections);
    return { ...answer, chart: { shown, selected: selectLive(shown, null, readInk, UNTOLD) } };
  };
}
