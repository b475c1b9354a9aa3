/**
 * Keeps a dialog off the ink that it asks about: it stands beside it where the window is wide enough, else at the lower
 * edge, and the sheet slides up so far that the ink stays in sight above it.
 *
 * @typedef {Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width' | 'height'>} Rect in pixels of the window
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ left: number, top: number, width: number } | { highest: number, slide: number }} Stand beside the ink; or at the
 *   lower edge, at most so high, with the sheet that many pixels further up
 */

const GAP = 12;
/** As wide as it likes to be, and at least where it stands beside. */
const WIDTH = { most: 416, least: 272 };
/** At the lower edge it is at least so high, and scrolls; and at most such a share of the window, so that lines around are seen. */
const LEAST_HEIGHT = 176;
const MOST_SHARE = 0.8;

/**
 * @param {Rect} ink
 * @param {Size} dialog as it would like to be
 * @param {Size} window
 * @returns {Stand}
 */
export function standFor(ink, dialog, window) {
  const [right, left] = [window.width - ink.right, ink.left].map((room) => room - 2 * GAP);
  const beside = Math.max(right, left);
  if (beside >= WIDTH.least) {
    const width = Math.min(WIDTH.most, beside);
    const middle = (ink.top + ink.bottom - dialog.height) / 2;
    const top = Math.max(GAP, Math.min(window.height - dialog.height - GAP, middle));
    return { left: right >= left ? ink.right + GAP : ink.left - GAP - width, top, width };
  }
  const room = Math.min(MOST_SHARE * window.height, window.height - ink.height - 2 * GAP);
  const highest = Math.max(LEAST_HEIGHT, room);
  const top = window.height - Math.min(dialog.height, highest) - GAP - ink.height;
  // No further up than needed, and down where it is cut off.
  return { highest, slide: ink.top - Math.max(GAP, Math.min(ink.top, top)) };
}

/**
 * @param {Rect | null} digit
 * @param {Rect | null} number that it is part of
 * @param {Size} window
 * @returns {Rect | null} what is to stay in sight: the whole number, where that is no more than half of the window
 */
export function toBeSeen(digit, number, { width, height }) {
  if (!digit || !number) return digit;
  const isWithin = number.left >= 0 && number.right <= width && number.height <= height / 2;
  return isWithin ? number : digit;
}

/**
 * @param {HTMLDialogElement} dialog that is open
 * @param {HTMLElement} sheet that holds the ink
 * @param {() => Rect | null} inkNow where it is in the window; null where it is not on the page
 * @returns {() => void} ends it: the sheet is where it was
 */
export function standBesideInk(dialog, sheet, inkNow) {
  function place() {
    sheet.style.translate = '';
    dialog.removeAttribute('style');
    dialog.toggleAttribute('data-beside', false);
    const ink = inkNow();
    if (!ink) return;
    const stand = () => standFor(ink, dialog.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
    const first = stand();
    if ('left' in first) {
      // As narrow as that it may be higher.
      dialog.toggleAttribute('data-beside', true);
      dialog.style.inlineSize = `${first.width}px`;
      const { top, left } = { ...first, ...stand() };
      dialog.style.inset = `${top}px auto auto ${left}px`;
    } else {
      dialog.style.maxBlockSize = `${first.highest}px`;
      dialog.style.marginBlock = 'auto 0';
      sheet.style.translate = `0 ${-first.slide}px`;
    }
  }
  place();
  window.addEventListener('resize', place);
  return () => {
    window.removeEventListener('resize', place);
    sheet.style.translate = '';
  };
}
