import { between, cornersOf, seen } from '../reader/alignment/homography.js';
import { findSheet, QUICK_SIDE } from '../reader/find-sheet/find-sheet.js';
import { named } from '../shared/dom/fill-texts.js';
import { setText } from '../shared/dom/elements.js';
import { smallCopy } from '../shared/pictures/small-copy.js';
import { text as textOf } from '../texts/texts.js';
import { grabFrame } from './frame.js';

/**
 * Sheets one after the other: tells when one is in sight, and whether it is the one that was taken last.
 *
 * @import { Corners } from '../shared/frame/crop.js'
 * @import { SmallCopy } from '../shared/pictures/small-copy.js'
 * @typedef {Float32Array} Look of a sheet, small and flat: how bright each part is beside the others
 */

/** Milliseconds between two looks for a sheet: one takes some 15. */
const EVERY = 250;

/** Pixels of the longer side of what sheets are compared by. */
const COMPARED = 256;

/** A sheet is compared by so many parts a side. */
const PARTS = 32;
/** A part of which the brightness differs by so much, of 255, has other ink. */
const OTHER_INK = 20;
/**
 * So many such parts are another sheet. One that stays in sight is the same, though the camera moves; once it was away, only
 * what hardly differs is: forms of one print with other digits in them must not be taken for each other.
 */
const OTHER_PARTS = { stayed: 40, wasAway: 3 };

/**
 * Sheets one after the other, each into the table.
 * @param {{
 *   root: HTMLElement,
 *   video: HTMLVideoElement,
 *   text: HTMLElement,
 *   table: HTMLElement,
 *   stack: HTMLElement,
 *   outline: Element,
 * }} view stack: the switch; table: the way to what was taken
 * @param {(photo: File) => void} onSheet
 */
export function createStack({ video, root, text, table, stack, outline }, onSheet) {
  let count = 0;
  /** Words about what was just done stay until the next sheet. */
  let isTold = false;
  const sheets = watchForSheets(video, (corners) => {
    const points = corners ?? cornersOf({ width: 1, height: 1 });
    outline.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
    outline.toggleAttribute('data-found', corners !== null);
    if (!corners) isTold = false;
    if (!isTold) named(text, { text: corners ? 'camera.sheet.found' : 'camera.sheet' });
  });

  /** @param {string} key */
  function tell(key) {
    isTold = true;
    delete text.dataset.text;
    setText(text, textOf(key, { count }));
  }

  return {
    start: sheets.start,
    stop: sheets.stop,
    isOn: () => stack.ariaPressed === 'true',
    turn() {
      const isOn = stack.ariaPressed !== 'true';
      stack.ariaPressed = String(isOn);
      root.toggleAttribute('data-stack', isOn);
      table.hidden = !isOn || count === 0;
      isTold = false;
    },
    async take() {
      if (!sheets.isNew()) {
        // Whoever knows better takes it again.
        sheets.forget();
        return tell('camera.sheet.again');
      }
      const photo = await grabFrame(video);
      count += 1;
      onSheet(photo);
      table.hidden = false;
      tell('camera.sheet.taken');
    },
  };
}

/**
 * Looks for sheets in what the camera sees.
 *
 * @param {HTMLVideoElement} video that plays
 * @param {(corners: Corners | null) => void} onLook two looks in a row that agree
 */
function watchForSheets(video, onLook) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  let wasThere = false;
  /** @type {{ look: Look, stayed: boolean } | null} */
  let taken = null;

  /** What there is now. */
  function see() {
    const copy = smallCopy(video, { width: video.videoWidth, height: video.videoHeight }, COMPARED);
    const corners = findSheet(copy, QUICK_SIDE);
    if (taken && !corners) taken.stayed = false;
    return { corners, look: () => lookOf(copy, corners) };
  }

  return {
    start() {
      clearInterval(timer);
      timer = setInterval(() => {
        const { corners } = see();
        // One that comes and goes with every look would be no help, and is read out each time.
        if ((corners !== null) === wasThere) onLook(corners);
        wasThere = corners !== null;
      }, EVERY);
    },
    stop: () => clearInterval(timer),
    /** @returns {boolean} whether it is another sheet than the last one; from then on this is the last */
    isNew() {
      const look = see().look();
      const isSame = taken !== null && isSameSheet(taken.look, look, taken.stayed);
      if (!isSame) taken = { look, stayed: true };
      return !isSame;
    },
    /** The last one may be taken once more. */
    forget: () => (taken = null),
  };
}

/**
 * @param {SmallCopy} copy
 * @param {Corners | null} corners of the sheet; null for all of the picture
 * @returns {Look}
 */
export function lookOf({ colors, width, height }, corners) {
  const unit = cornersOf({ width: 1, height: 1 });
  const toPicture = between(unit, corners ?? unit);
  const look = new Float32Array(PARTS * PARTS);
  // As many samples as there are pixels, so that thin lines count as much as they should.
  const fine = Math.ceil(COMPARED / PARTS);
  const side = PARTS * fine;
  for (let down = 0; down < side; down++) {
    for (let across = 0; across < side; across++) {
      const { x, y } = seen(toPicture, { x: (across + 0.5) / side, y: (down + 0.5) / side });
      const [column, row] = [Math.floor(x * width), Math.floor(y * height)];
      const at = Math.min(height - 1, Math.max(0, row)) * width + Math.min(width - 1, Math.max(0, column));
      const bright = (299 * colors[4 * at] + 587 * colors[4 * at + 1] + 114 * colors[4 * at + 2]) / 1000;
      look[PARTS * Math.floor(down / fine) + Math.floor(across / fine)] += bright / fine / fine;
    }
  }
  const mean = look.reduce((sum, value) => sum + value, 0) / look.length;
  return look.map((value) => value - mean);
}

/**
 * @param {Look} one
 * @param {Look} other
 * @param {boolean} stayed whether there was a sheet in sight all the time between them
 * @returns {boolean} whether both are of one sheet
 */
export function isSameSheet(one, other, stayed) {
  const others = one.filter((value, at) => Math.abs(value - other[at]) > OTHER_INK);
  return others.length < (stayed ? OTHER_PARTS.stayed : OTHER_PARTS.wasAway);
}
