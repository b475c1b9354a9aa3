import { BLANK } from '../shared/drawing.js';
import { readJson, write } from '../shared/storage/local.js';

/**
 * @import { Drawing } from '../shared/drawing.js'
 * @import { Correction } from '../shared/reading/correct.js'
 */

const KEY = 'inkdigit.drawing';

/** In sides of the pad: no window is so much longer than it is wide. */
const FARTHEST = 8;
const VERSION = 1;

/**
 * The drawing that was on the pad when the page was left.
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Drawing} blank where nothing readable is stored: a lost drawing must not cost the page
 */
export function loadDrawing(storage) {
  const stored = readJson(storage, KEY);
  if (stored?.version !== VERSION || !isInk(stored.strokes)) return BLANK;
  // Stored before there were corrections, or altered: the strokes are worth keeping without them.
  const { corrections } = stored;
  return { ink: stored.strokes, corrections: isCorrections(corrections) ? corrections : [] };
}

/**
 * @param {() => Pick<Storage, 'setItem'>} storage
 * @param {Drawing} drawing
 * @returns {boolean} false where the browser keeps nothing (blocked or full): drawing goes on, only a reload forgets
 */
export function saveDrawing(storage, { ink, corrections }) {
  return write(storage, KEY, JSON.stringify({ version: VERSION, strokes: ink, corrections }));
}

/**
 * @param {unknown} strokes
 * @returns {strokes is Drawing['ink']}
 */
function isInk(strokes) {
  return Array.isArray(strokes) && strokes.every((stroke) => isStroke(stroke));
}

/** @param {unknown} stroke */
function isStroke(stroke) {
  return Array.isArray(stroke) && stroke.length > 0 && stroke.every((point) => isOnPad(point?.x) && isOnPad(point?.y));
}

/** @param {unknown} value */
function isOnPad(value) {
  return typeof value === 'number' && value >= 0 && value <= FARTHEST;
}

/**
 * @param {unknown} corrections
 * @returns {corrections is Correction[]}
 */
function isCorrections(corrections) {
  return Array.isArray(corrections) && corrections.every((each) => isCorrection(each));
}

/** @param {any} value */
function isCorrection(value) {
  const { of, box, ink, text } = value ?? {};
  const isBox = ['x', 'y', 'width', 'height'].every((side) => typeof box?.[side] === 'number');
  return (of === 'part' || of === 'number') && isBox && typeof ink === 'number' && typeof text === 'string';
}
