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
 * @typedef {{ shown: Shown | null, selected: Part | null, marks: ReadonlyArray<Mark>, unsureBelow: number }} ShownState
 *   shown is null before the first reading, selected the digit that the chart is about
 */

/** @type {ReadonlyArray<Mark>} */
const NO_MARKS = [];

/**
 * The reading that is shown is the picture's while one is open, else the pad's.
 * @returns {(state: State) => ShownState} works out only what has changed since it was last called
 */
export function createShownOf() {
  const correct = memo(shownReading);
  const select = memo((/** @type {Shown} */ shown, /** @type {Part | null} */ picked, /** @type {any} */ ink) =>
    selectPart(shown, { picked, ink }),
  );
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
  return (state) => {
    const unsureBelow = unsureBelowOf(state);
    const { picture, picked } = state;
    if (state.view === 'picture' && picture) {
      const shown = correct(picture.reading, picture.history.now);
      const selected = select(shown, picked, []);
      return { shown, selected, marks: onPicture(shown, selected, unsureBelow, picture.size), unsureBelow };
    }
    if (state.view === 'camera') return { shown: null, selected: null, marks: NO_MARKS, unsureBelow };
    const ink = inkOf(state);
    // An erased pad has no answer, though its last reading is still on its way.
    if (ink.length === 0 || !state.reading) return { shown: null, selected: null, marks: NO_MARKS, unsureBelow };
    const shown = correct(state.reading, state.history.now.corrections);
    const selected = select(shown, picked, ink);
    return { shown, selected, marks: onPad(shown, selected, unsureBelow, state.placement), unsureBelow };
  };
}
