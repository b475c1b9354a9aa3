/** @import { Ink } from './strokes.js' */

const KEY = 'inkdigit.drawing';
const VERSION = 1;

/**
 * The drawing that was on the pad when the page was left.
 * @param {() => Pick<Storage, 'getItem'>} storage a function, since reading `localStorage` already throws where it is blocked
 * @returns {Ink} empty where nothing readable is stored: a lost drawing must not cost the page
 */
export function loadInk(storage) {
  try {
    const stored = JSON.parse(storage().getItem(KEY) ?? 'null');
    return stored?.version === VERSION && isInk(stored.strokes) ? stored.strokes : [];
  } catch {
    return [];
  }
}

/**
 * @param {() => Pick<Storage, 'setItem'>} storage
 * @param {Ink} ink
 * @returns {boolean} false where the browser keeps nothing (blocked or full): drawing goes on, only a reload forgets
 */
export function saveInk(storage, ink) {
  try {
    storage().setItem(KEY, JSON.stringify({ version: VERSION, strokes: ink }));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {unknown} strokes
 * @returns {strokes is Ink}
 */
function isInk(strokes) {
  return Array.isArray(strokes) && strokes.every((stroke) => isStroke(stroke));
}

/** @param {unknown} stroke */
function isStroke(stroke) {
  return Array.isArray(stroke) && stroke.length > 0 && stroke.every((point) => isShare(point?.x) && isShare(point?.y));
}

/** @param {unknown} value */
function isShare(value) {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
