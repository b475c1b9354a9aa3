import { shownReading } from '../shared/reading/shown-reading.js';
import { isSureNumber } from '../shared/reading/sureness.js';

/**
 * Holds the answer still while one writes: what is read of half a stroke, or of half a 4, is mostly wrong.
 *
 * - While the pen is on its way, the answer stays that of the ink before.
 * - What was written is shown once it seems finished: as soon as the pen begins its next stroke away from it, or when it is
 *   sure and the pen has been lifted for PAUSE, or has held still for HOLD. A stroke that completes an earlier digit changes
 *   it once.
 * - Doubt is told once the pen has been lifted for REST. From then on it is told as long as there is any.
 * - What no pen wrote, such as what Undo brings back, is shown at once.
 *
 * @import { Ink, Point } from '../shared/strokes.js'
 * @import { Reading } from '../reader/reading.js'
 * @import { State } from './state.js'
 * @typedef {{ ink: Ink, reading: Reading }} Read
 * @typedef {{ ink: Ink, reading: Reading | null, tellsDoubt: boolean, isWriting: boolean }} Calm the reading that is shown and
 *   the ink that it is of, whether its doubts are told, and whether the pen may go on
 * @typedef {{ ink: Ink, isDown: boolean, since: number, tip: Point | null, points: number }} Pen since when it stays where it
 *   is (-Infinity: no pen wrote this ink), and how many points its stroke had then
 */

/** Milliseconds; the strokes of one digit follow each other faster. */
const PAUSE = 300;
/** Milliseconds; a pen that turns a corner stops for less. */
const HOLD = 600;
/** Milliseconds; the digits of a number follow each other faster. */
const REST = 900;

/** In sides of the pad: a pen that moves less stays where it is. */
const STILL = 0.015;

/** In heights of a digit: so far from what is sure, or is not, begins what is no part of it. */
const AWAY = { sure: 0.1, unsure: 0.35 };

/** @type {Calm} */
export const AT_FIRST = { ink: [], reading: null, tellsDoubt: true, isWriting: false };

/**
 * @param {() => void} wake there may be something else to show, though nothing has happened
 * @returns {(state: State, unsureBelow: number) => Calm} to be asked at every change
 */
export function createCalm(wake) {
  /** @type {Pen | null} */
  let pen = null;
  /** The newest reading of whole strokes. @type {Read | null} */
  let whole = null;
  let calm = AT_FIRST;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (state, unsureBelow) => {
    if (state.gesture?.eraser) return calm;
    const { reading, readInk, history } = state;
    const now = performance.now();
    pen = followPen(pen, state, now);
    const quiet = now - pen.since;
    const isWriting = pen.isDown || quiet < REST;
    clearTimeout(timer);
    const due = (pen.isDown ? [HOLD] : [PAUSE, REST]).find((time) => time > quiet);
    if (due) timer = setTimeout(wake, due - quiet);

    const latest = reading && readInk ? { ink: readInk, reading } : null;
    if (latest?.ink === history.now.ink) whole = latest;
    const isSure = (/** @type {Reading} */ read) =>
      shownReading(read, history.now.corrections).numbers.every((number) => isSureNumber(number, unsureBelow));
    const found = isWriting
      ? finishedOf({ latest, whole: whole?.ink === history.now.ink ? whole : null }, { pen, quiet, calm, isSure })
      : latest?.ink === pen.ink && latest;
    const shown = latest ? found || calm : { ...AT_FIRST, ink: readInk ?? [] };
    const isTold = calm.tellsDoubt && calm.reading !== null && !isSure(calm.reading);
    const tellsDoubt = !isWriting || (shown === calm ? calm.tellsDoubt : isTold);
    if (calm.reading !== shown.reading || calm.tellsDoubt !== tellsDoubt || calm.isWriting !== isWriting)
      calm = { ink: shown.ink, reading: shown.reading, tellsDoubt, isWriting };
    return calm;
  };
}

/**
 * @param {{ latest: Read | null, whole: Read | null }} read
 * @param {{ pen: Pen, quiet: number, calm: Calm, isSure: (reading: Reading) => boolean }} now
 * @returns {Read | null} what seems finished; null where that is nothing new
 */
function finishedOf({ latest, whole }, { pen, quiet, calm, isSure }) {
  const isOther = (/** @type {Read | null} */ read) => read?.reading.text !== calm.reading?.text;
  const isQuiet = quiet >= (pen.isDown ? HOLD : PAUSE);
  if (latest && isQuiet && isOther(latest) && isUpTo(latest.ink, pen) && isSure(latest.reading)) return latest;
  if (!pen.isDown || !whole || !isOther(whole) || whole.ink.length < calm.ink.length) return null;
  const far = isSure(whole.reading) ? AWAY.sure : AWAY.unsure;
  return distance(whole.reading, pen.ink[pen.ink.length - 1][0]) > far ? whole : null;
}

/**
 * @param {Pen | null} pen
 * @param {State} state
 * @param {number} now
 * @returns {Pen}
 */
function followPen(pen, { gesture, history }, now) {
  const [isDown, { ink }] = [gesture !== null, gesture ?? history.now];
  if (pen && ink === pen.ink && isDown === pen.isDown) return pen;
  const stroke = ink.at(-1);
  const tip = stroke?.at(-1) ?? null;
  const points = stroke?.length ?? 0;
  if (!pen || (!isDown && !goesOn(pen.ink, ink))) return { ink, isDown, since: -Infinity, tip, points };
  const isSame = isDown === pen.isDown && ink.length === pen.ink.length;
  const stays = isSame && tip && pen.tip && Math.hypot(tip.x - pen.tip.x, tip.y - pen.tip.y) <= STILL;
  return stays ? { ...pen, ink } : { ink, isDown, since: now, tip, points };
}

/** @param {Ink} before @param {Ink} after @returns {boolean} whether a pen has drawn on */
function goesOn(before, after) {
  const more = after.length - before.length;
  const last = before.length - 1;
  const isKept = before.every(
    (stroke, place) => stroke === after[place] || (place === last && stroke[0] === after[place]?.[0]),
  );
  return isKept && (more === 0 || more === 1);
}

/** @param {Ink} ink @param {Pen} pen @returns {boolean} whether all is in it that was there when the pen came to where it is */
function isUpTo(ink, pen) {
  const [read, written] = [ink.at(-1), pen.ink.at(-1)];
  return ink.length === pen.ink.length && read?.[0] === written?.[0] && (read?.length ?? 0) >= pen.points;
}

/**
 * @param {Reading} reading
 * @param {Point} point
 * @returns {number} how far it is from the nearest thing that was read, in heights of that
 */
function distance({ numbers }, { x, y }) {
  const boxes = numbers.flatMap(({ digits, separators }) => [...digits, ...separators].map(({ box }) => box));
  const height = Math.max(...boxes.map((box) => box.height), 0.01);
  const away = boxes.map((box) => Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height));
  return Math.min(...away) / height;
}
