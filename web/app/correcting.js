import { createCorrectionDialog } from '../answer/correction-dialog.js';
import { asRead, correctNumber, correctPart } from '../shared/reading/correct.js';
import { record } from '../shared/undo.js';
import { unsureBelowOf } from './state.js';

/**
 * A person says what a digit of the answer is, on the pad as in a picture.
 *
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { Part, Pick } from '../shared/reading/shown-reading.js'
 * @import { History } from '../shared/undo.js'
 * @import { State } from './state.js'
 * @typedef {{
 *   now: () => State,
 *   select: (part: Part) => void,
 *   onPad: (step: (corrections: Corrections) => Corrections) => void,
 *   onPicture: (step: (history: History<Corrections>) => History<Corrections>) => void,
 * }} Page
 */

/**
 * @param {Page} page
 * @returns {(pick: Pick) => void} asks what it is
 */
export function createCorrecting({ now, select, onPad, onPicture }) {
  /** @param {(corrections: Corrections) => Corrections} step */
  function keep(step) {
    if (now().view === 'picture') return onPicture((history) => record(history, step(history.now)));
    onPad(step);
  }

  const dialog = createCorrectionDialog({
    onPart: (part, text) => keep((all) => correctPart(all, part, text)),
    onNumber: (number, text) => keep((all) => correctNumber(all, number, text)),
    onAsRead: (number) => keep((all) => asRead(all, number)),
    onSelect: select,
  });
  return (pick) => dialog.open(pick, unsureBelowOf(now()));
}
