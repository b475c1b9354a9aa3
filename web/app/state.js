import { startHistory } from '../shared/undo.js';
import { SQUARE } from '../pad/place-ink.js';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { describeAnswer } from '../answer/describe-answer.js';
import { thresholdOf, UNSURE_BELOW } from '../shared/reading/sureness.js';
import { formatShare } from '../shared/numbers.js';
import { AT_FIRST } from './calm.js';

/**
 * @import { Drawing, Ink } from '../shared/strokes.js'
 * @import { Gesture } from '../pad/gesture.js'
 * @import { History } from '../shared/undo.js'
 * @import { Cursor } from '../pad/keyboard-pen.js'
 * @import { Placement } from '../pad/place-ink.js'
 * @import { Part, Shown } from '../shared/reading/shown-reading.js'
 * @import { Picture } from '../picture/pictures.js'
 * @import { Progress } from '../reader/reader.js'
 * @import { Reading } from '../reader/reading.js'
 * @import { Calm } from './calm.js'
 * @import { Message } from './page-widgets.js'
 * @import { PanelName } from './panel-registry.js'
 *
 * @typedef {{ status: 'loading' } | { status: 'ready', unsureBelow: number, version: string }
 *   | { status: 'failed', error: unknown }} ReaderState
 * @typedef {'pad' | 'picture' | 'camera' | 'batch' | 'form'} View
 * @typedef {Readonly<{
 *   view: View,
 *   panel: PanelName | null,
 *   history: History<Drawing>,
 *   placement: Placement,
 *   gesture: Gesture | null,
 *   cursor: Cursor | null,
 *   tool: 'pen' | 'eraser',
 *   reader: ReaderState,
 *   reading: Reading | null,
 *   readInk: Ink | null,
 *   calm: Calm,
 *   picked: Part | null,
 *   picture: Picture | null,
 *   hasPicture: boolean,
 *   isCropping: boolean,
 *   message: Message | null,
 *   isKept: boolean,
 *   isOffline: boolean,
 *   update: (() => void) | null,
 *   appearance: number,
 * }>} State everything that the page shows follows from this. panel lies over the view, placement says how the drawing
 *   lies on the pad, gesture is a stroke in progress, reading the pad's
 *   newest, of readInk, calm what is shown of it, picked the digit that a person turned to, hasPicture whether there is one to
 *   go back to, isKept whether the browser stores the drawing, isOffline whether
 *   it works with no network, update takes the new version that waits, appearance counts the changes of size and colors
 */

/**
 * @param {Drawing} drawing that was on the pad
 * @returns {State}
 */
export function startState(drawing) {
  return {
    view: 'pad',
    panel: null,
    placement: SQUARE,
    history: startHistory(drawing),
    gesture: null,
    cursor: null,
    tool: 'pen',
    reader: { status: 'loading' },
    reading: null,
    readInk: null,
    calm: AT_FIRST,
    picked: null,
    picture: null,
    hasPicture: false,
    isCropping: false,
    message: null,
    isKept: true,
    isOffline: false,
    update: null,
    appearance: 0,
  };
}

/**
 * @param {State} state
 * @returns {Ink} what is on the pad at this moment
 */
export function inkOf({ gesture, history }) {
  return gesture?.ink ?? history.now.ink;
}

/**
 * @param {{ version: string, model?: { thresholds?: { unsure?: number } } }} info of the reader
 * @returns {ReaderState}
 */
export function readyState(info) {
  return { status: 'ready', version: info.version, unsureBelow: thresholdOf(info) };
}

/**
 * @param {State} state
 * @returns {number} the confidence below which a digit is shown as unsure
 */
export function unsureBelowOf({ reader }) {
  return reader.status === 'ready' ? reader.unsureBelow : UNSURE_BELOW;
}

/**
 * @param {State} state
 * @param {Shown | null} shown the reading of the pad, or of the picture, as it was corrected
 * @returns {import('../answer/describe-answer.js').Answer}
 */
export function answerOf(state, shown) {
  const { reader, view, calm } = state;
  const isReady = reader.status === 'ready';
  const answer = describeAnswer(shown, {
    blank: text(`answer.blank.${view === 'picture' || view === 'camera' ? view : 'pad'}`),
    waiting: text(`answer.waiting.${reader.status}`),
    // The first stroke is under way: what stands there stays.
    hasInk:
      view === 'picture' || (view !== 'camera' && (isReady && calm.isWriting ? calm.ink : inkOf(state)).length > 0),
    unsureBelow: unsureBelowOf(state),
  });
  const isOpen = view === 'pad' && !calm.tellsDoubt && (answer.kind === 'unsure' || answer.kind === 'none');
  return isOpen ? { ...answer, kind: 'open', words: '', spoken: '' } : answer;
}

/**
 * @param {State} state
 * @returns {import('./page-widgets.js').ShownMessage | null} in the words of the language that the page has now
 */
export function messageOf({ message, reader }) {
  if (message) return { ...message, text: wordsOf(message.reason) };
  if (reader.status !== 'failed') return null;
  const words = text('problem.keptDrawing', { reason: wordsOf(reader.error) });
  return { kind: 'problem', text: words, canRetry: true, isLasting: true };
}

/**
 * @param {Progress} progress
 * @returns {Message}
 */
export function progressMessage({ stage, share }) {
  return { kind: 'progress', reason: { code: `picture.stage.${stage}` }, share };
}

/**
 * @param {State} state
 * @returns {{ possible: Record<string, boolean>, pressed: Record<string, boolean> }} of the toolbars' buttons
 */
export function toolsOf({ history, tool, view, picture, isCropping }) {
  const opened = view === 'picture' ? picture : null;
  const shown = opened?.history ?? history;
  return {
    possible: {
      undo: shown.past.length > 0 || Boolean(opened?.before),
      redo: shown.future.length > 0 || Boolean(opened?.after),
      clear: history.now.ink.length > 0,
      save: history.now.ink.length > 0,
      whole: Boolean(picture?.area),
    },
    pressed: { eraser: tool === 'eraser', crop: isCropping },
  };
}

/**
 * @param {{ answer: import('../answer/describe-answer.js').Answer, selected: Part | null }} of
 * @returns {Record<string, boolean>} what can be done with the answer
 */
export function actionsOf({ answer, selected }) {
  const isNumber = /\d/.test(answer.text);
  return { why: selected !== null, writing: isNumber, speak: isNumber, copy: isNumber };
}

/**
 * @param {Part | null} selected
 * @param {Shown | null} shown
 * @returns {string} which digit the chart is about, where there are several
 */
export function chartTitle(selected, shown) {
  const parts = (shown?.numbers ?? []).flatMap((number) => number.parts.filter(({ image }) => image));
  const place = selected ? parts.indexOf(selected) : -1;
  if (parts.length < 2 || place < 0) return text('answer.chart');
  return text('answer.chart.digit', { place: place + 1, count: parts.length });
}

/**
 * @param {State} state
 * @returns {string} where the keyboard's pen is, for those who cannot see it
 */
export function positionOf({ cursor, placement }) {
  if (!cursor) return '';
  const shares = [(cursor.x - placement.x) / placement.width, (cursor.y - placement.y) / placement.height];
  const [across, down] = shares.map((share) => formatShare(share));
  return text(cursor.down ? 'pad.pen.down' : 'pad.pen.up', { across, down });
}
