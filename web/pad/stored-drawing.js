import { BLANK } from '../shared/strokes.js';
import { FARTHEST } from './place-ink.js';
import { readJson, write } from '../shared/storage/local.js';
import { startHistory } from '../shared/undo.js';

/**
 * @import { Drawing, Stroke } from '../shared/strokes.js'
 * @import { Correction, Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @typedef {{ ink: number[], corrections: Corrections }} Step a drawing whose strokes are named by their place
 */

const KEY = 'inkdigit.drawing';

const VERSION = 1;

/** Letters of JSON for the steps to take back: a tenth of what a browser keeps for a whole site. */
const MOST_OF_STEPS = 500_000;

/**
 * The drawing that was on the pad when the page was left, with what can be taken back and done again.
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {History<Drawing>} blank where nothing readable is stored: a lost drawing must not cost the page
 */
export function loadDrawing(storage) {
  const stored = readJson(storage, KEY);
  if (stored?.version !== VERSION || !isInk(stored.strokes)) return startHistory(BLANK);
  // Stored before there were corrections, or altered: the strokes are worth keeping without them.
  const { strokes, corrections } = stored;
  const now = { ink: strokes, corrections: isCorrections(corrections) ? corrections : [] };
  const steps = readSteps(stored);
  return steps ? { ...steps, now } : startHistory(now);
}

/**
 * @param {() => Pick<Storage, 'setItem'>} storage
 * @param {History<Drawing>} history
 * @returns {boolean} false where the browser keeps nothing (blocked or full): drawing goes on, only a reload forgets
 */
export function saveDrawing(storage, { past, now, future }) {
  const drawing = { version: VERSION, strokes: now.ink, corrections: now.corrections };
  if (past.length + future.length === 0) return write(storage, KEY, JSON.stringify(drawing));
  const steps = writtenSteps({ past, now, future });
  // Where there is no room for the steps there may still be some for the drawing.
  return write(storage, KEY, JSON.stringify({ ...drawing, ...steps })) || write(storage, KEY, JSON.stringify(drawing));
}

/**
 * Each stroke once, though most steps share theirs: a step names them by their place, first those on the pad, then the
 * others. Where there is too much of it, the steps that are farthest from now are left out.
 * @param {History<Drawing>} history
 * @returns {{ others: Stroke[], past: Step[], future: Step[] }}
 */
function writtenSteps({ past, now, future }) {
  /** @type {Map<Stroke, number>} */
  const places = new Map(now.ink.map((stroke, place) => [stroke, place]));
  /** @type {Stroke[]} */
  const others = [];
  let room = MOST_OF_STEPS;

  /** @param {Drawing} drawing @returns {Step | null} null where there is no room for it */
  function written({ ink, corrections }) {
    const added = [...new Set(ink)].filter((stroke) => !places.has(stroke));
    const first = now.ink.length + others.length;
    const placeOf = (/** @type {Stroke} */ stroke) => places.get(stroke) ?? first + added.indexOf(stroke);
    const step = { ink: ink.map(placeOf), corrections };
    room -= JSON.stringify([step, ...added]).length;
    if (room < 0) return null;
    added.forEach((stroke, index) => places.set(stroke, first + index));
    others.push(...added);
    return step;
  }

  /** @param {ReadonlyArray<Drawing>} drawings the nearest first */
  function writtenUntilFull(drawings) {
    const steps = [];
    for (const drawing of drawings) {
      const step = written(drawing);
      if (!step) break;
      steps.push(step);
    }
    return steps;
  }

  return { past: writtenUntilFull(past.toReversed()).toReversed(), future: writtenUntilFull(future), others };
}

/**
 * @param {any} stored with strokes that can be read
 * @returns {{ past: Drawing[], future: Drawing[] } | null} null where there are none, or not all can be read
 */
function readSteps({ strokes, others, past, future }) {
  if (!isInk(others) || !Array.isArray(past) || !Array.isArray(future)) return null;
  const all = [...strokes, ...others];
  const isStep = (/** @type {any} */ step) =>
    Array.isArray(step?.ink) &&
    step.ink.every((/** @type {any} */ place) => Number.isInteger(place) && place in all) &&
    isCorrections(step.corrections);
  if (![...past, ...future].every(isStep)) return null;
  const drawingOf = (/** @type {Step} */ { ink, corrections }) => ({
    ink: ink.map((place) => all[place]),
    corrections,
  });
  return { past: past.map(drawingOf), future: future.map(drawingOf) };
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
  return /^(part|number|checked)$/.test(of) && isBox && typeof ink === 'number' && typeof text === 'string';
}
