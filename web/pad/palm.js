/**
 * Tells a palm from a finger. Touch screens do not say which it is: what tells them apart is the pen.
 *
 * @typedef {Pick<PointerEvent, 'pointerType' | 'timeStamp' | 'width' | 'height'>} Contact
 * @typedef {{ began: number, ended: number, isLarge: boolean, takeBack: () => void }} Written by a touch
 */

/**
 * So long after the pen was last felt, at the screen or above it, a touch is the hand that holds it: longer than it takes
 * to go on to the next digit or line, shorter than it takes to put the pen away and point a finger. Milliseconds.
 */
export const PEN_STAYS = 3000;

/** A palm lies down less long before the pen's tip than this; a person who changes from finger to pen takes longer. */
export const PEN_FOLLOWS = 500;

/**
 * A touch along more pixels is no finger's: the pad of a finger or a thumb touches along 10 to 14 mm (MIT Touch Lab),
 * which are 52 to 88 pixels on tablets of 132 to 160 pixels an inch.
 */
export const WIDEST_FINGER = 100;

export function createPalmWatch() {
  /** When the pen was last felt. */
  let penAt = -Infinity;
  /** @type {ReadonlyArray<Written>} */
  let written = [];

  return {
    /** @param {Contact} event of any pointer anywhere on the page */
    notice({ pointerType, timeStamp }) {
      if (pointerType === 'pen') penAt = timeStamp;
    },

    /** @param {Contact} touch that begins @returns {boolean} whether it is to be passed over */
    isPalm: (touch) => touch.pointerType === 'touch' && (touch.timeStamp - penAt <= PEN_STAYS || isPalmSized(touch)),

    /** @param {Contact} touch in progress @returns {boolean} whether it turns out to be a palm */
    becomesPalm: (touch) => touch.pointerType === 'touch' && isPalmSized(touch),

    /** @param {Written} touch that has ended, and left ink */
    remember(touch) {
      written = [...written.filter(({ ended }) => touch.ended - ended <= PEN_FOLLOWS), touch];
    },

    /** Takes back what the palm left before the pen came down, the newest first. @param {Contact} pen */
    penDown({ timeStamp }) {
      const isPalms = (/** @type {Written} */ { began, ended, isLarge }) =>
        timeStamp - (isLarge ? ended : began) <= PEN_FOLLOWS;
      for (const { takeBack } of written.filter(isPalms).reverse()) takeBack();
      written = [];
    },
  };

  /** A person without a pen may well write with the whole hand. @param {Contact} touch */
  function isPalmSized(touch) {
    return penAt > -Infinity && isLarge(touch);
  }
}

/** @param {Pick<Contact, 'width' | 'height'>} contact */
export const isLarge = ({ width, height }) => Math.max(width, height) > WIDEST_FINGER;
