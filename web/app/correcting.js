import { createCorrectionDialog } from '../answer/correction-dialog.js';
import { openCheck } from '../shared/check/check-dialog.js';
import { asRead, checkNumber, correctNumber, correctPart } from '../shared/reading/correct.js';
import { doubtfulNumbers } from '../shared/check/doubts-of-reading.js';
import { findElement } from '../shared/dom/elements.js';
import { shownReading } from '../shared/reading/shown-reading.js';
import { record } from '../shared/undo.js';
import { unsureBelowOf } from './state.js';

/**
 * A person says what a digit of the answer is, or goes from doubt to doubt, on the pad as in a picture.
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

/** @param {Page} page */
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

  /** With the last doubt the button goes that led to them, and with it the focus. */
  function refocus() {
    if (document.activeElement !== document.body) return;
    findElement(document, now().view === 'picture' ? '#back' : '#pad', HTMLElement).focus({ preventScroll: true });
  }

  return {
    /** @param {Pick} pick asks what it is */
    correct: (pick) => dialog.open(pick, unsureBelowOf(now())),

    /** Asks what each number is that is in doubt; nothing where none is. */
    check() {
      const { view, picture, calm, reader } = now();
      const reading = view === 'picture' ? picture?.reading : view === 'pad' && calm.reading;
      if (!reading || reader.status !== 'ready') return;
      const seen = picture && view === 'picture' ? { ...picture, turned: reading.turned ?? 0 } : { ink: calm.ink };
      const corrections = () => (view === 'picture' ? now().picture?.history.now : now().history.now.corrections) ?? [];
      const doubts = doubtfulNumbers(() => shownReading(reading, corrections()).numbers, {
        seen,
        unsureBelow: unsureBelowOf(now()),
        say: (number, text) => keep((all) => checkNumber(all, number, text)),
        select,
      });
      if (doubts.length > 0) openCheck(doubts, refocus);
    },
  };
}
