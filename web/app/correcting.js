import { createCorrectionDialog } from '../answer/correction-dialog.js';
import { openCheck } from '../shared/check/check-dialog.js';
import { asRead, checkNumber, correctNumber, correctPart } from '../shared/reading/correct.js';
import { doubtfulNumbers } from '../shared/check/doubts-of-reading.js';
import { findElement } from '../shared/dom/elements.js';
import { areaInShares } from '../shared/frame/area.js';
import { enlarging, shownCrop } from '../shared/frame/crop.js';
import { turnedArea } from '../shared/frame/turned.js';
import { shownReading } from '../shared/reading/shown-reading.js';
import { record } from '../shared/undo.js';
import { createLearning } from './learning.js';
import { unsureBelowOf } from './state.js';

/**
 * A person says what a digit of the answer is, or goes from doubt to doubt, on the pad as in a picture.
 *
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { Part, Pick } from '../shared/reading/shown-reading.js'
 * @import { History } from '../shared/undo.js'
 * @import { State } from './state.js'
 * @typedef {{
 *   now: () => State,
 *   change: (changed: Partial<State>) => void,
 *   onPad: (step: (corrections: Corrections) => Corrections) => void,
 *   onPicture: (step: (history: History<Corrections>) => History<Corrections>) => void,
 * } & Omit<Parameters<typeof createLearning>[0], 'onNote' | 'now'>} Page
 */

/** @type {Corrections} */
const NOTHING = [];

/** @param {Page} page */
export function createCorrecting({ now, change, onPad, onPicture, ...learner }) {
  const learning = createLearning({ ...learner, now, onNote: (message) => change({ message }) });
  const select = (/** @type {Part} */ picked) => change({ picked });

  /** @param {(corrections: Corrections) => Corrections} step */
  function keep(step) {
    const state = now();
    if (state.view === 'picture') onPicture((history) => record(history, step(history.now)));
    else onPad(step);
    const [before, after] = [state, now()].map(said);
    const seen = state.view === 'picture' ? { ink: null, reading: state.picture?.reading ?? null } : state.calm;
    if (after !== before) learning.learn({ before, after }, seen);
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
    hands: learning.hands,
    weigh: learning.weigh,

    /** @param {Pick} pick asks what it is */
    async correct(pick) {
      // A finger sees at once what it chose: showing the dialog takes longer. Who works by keys may type ahead.
      if (!document.activeElement?.matches(':focus-visible')) await painted();
      const seen = sheetOf(now());
      dialog.open(pick, {
        unsureBelow: unsureBelowOf(now()),
        sheet: findElement(document, '#desk', HTMLElement),
        seen: (box) => ({ ...seen, box }),
        rectOf: (box, isRevealed) => rectOf(box, now(), isRevealed),
      });
    },

    /** Asks what each number is that is in doubt; nothing where none is. */
    check() {
      const { view, picture, calm, reader } = now();
      const reading = view === 'picture' ? picture?.reading : view === 'pad' && calm.reading;
      if (!reading || reader.status !== 'ready') return;
      const seen = sheetOf(now());
      const corrections = () => said(now());
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

/** @returns {Promise<void>} once what has changed is in sight */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** @param {State} state @returns {Corrections} */
const said = ({ view, picture, history }) =>
  (view === 'picture' ? picture?.history.now : history.now.corrections) ?? NOTHING;

/** @param {State} state @returns {import('../shared/check/doubts-of-reading.js').Sheet} */
const sheetOf = ({ view, picture, calm }) =>
  view === 'picture' && picture ? { ...picture, turned: picture.reading.turned ?? 0 } : { ink: calm.ink };

/**
 * @param {Box} box of some ink
 * @param {State} state
 * @param {boolean} isRevealed whether a picture scrolls to it
 * @returns {DOMRect | null} where it is in the window; null where the sheet shows another part of itself
 */
function rectOf(box, { view, picture, placement, isCropping }, isRevealed) {
  if (view === 'picture' && picture) {
    const frame = findElement(document, '.picture-frame', HTMLElement);
    const sheet = findElement(frame, '.picture-sheet', HTMLElement);
    const { area, size, reading } = picture;
    const onWhole = turnedArea(areaInShares(box, size), reading.turned ?? 0);
    const isWhole = area === null || isCropping;
    const share = isWhole ? onWhole : enlarging(shownCrop(area, size, reading.turned ?? 0)).place(onWhole);
    const inSheet = () => {
      const { left, top, width, height } = sheet.getBoundingClientRect();
      const [x, y] = [left + share.x * width, top + share.y * height];
      return new DOMRect(x, y, share.width * width, share.height * height);
    };
    return isRevealed ? intoSight(inSheet, frame) : inSheet();
  }
  const { left, top, width, height } = findElement(document, '#pad', HTMLElement).getBoundingClientRect();
  const unit = placement.scale * Math.min(width, height);
  const place = new DOMRect(
    left + (box.x - placement.x) * unit,
    top + (box.y - placement.y) * unit,
    box.width * unit,
    box.height * unit,
  );
  const isOff = place.right < left || place.bottom < top || place.left > left + width || place.top > top + height;
  return isOff ? null : place;
}

/** @param {() => DOMRect} rect of what is to be seen @param {HTMLElement} frame that scrolls */
function intoSight(rect, frame) {
  const [own, all] = [rect(), frame.getBoundingClientRect()];
  if (own.left < all.left || own.right > all.right || own.top < all.top || own.bottom > all.bottom)
    frame.scrollBy(
      own.left + own.width / 2 - all.left - all.width / 2,
      own.top + own.height / 2 - all.top - all.height / 2,
    );
  return rect();
}
