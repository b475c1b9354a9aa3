import { describeAnswer } from './describe-answer.js';

/**
 * @import { Gesture } from '../ink/gesture.js'
 * @import { History } from '../ink/history.js'
 * @import { Cursor } from '../ink/keyboard-pen.js'
 * @import { Ink } from '../ink/strokes.js'
 * @import { Reading } from './describe-answer.js'
 * @import { Message } from './message.js'
 * @import { Picture } from './picture-view.js'
 *
 * @typedef {{ status: 'loading' } | { status: 'ready', unsureBelow: number, version: string }
 *   | { status: 'failed', reason: string }} ReaderState
 * @typedef {Readonly<{
 *   history: History,
 *   gesture: Gesture | null,
 *   cursor: Cursor | null,
 *   tool: 'pen' | 'eraser',
 *   reader: ReaderState,
 *   reading: Reading | null,
 *   picture: (Picture & { reading: Reading }) | null,
 *   message: Message | null,
 *   isKept: boolean,
 *   isOffline: boolean,
 *   update: (() => void) | null,
 *   appearance: number,
 * }>} State everything that the page shows follows from this. gesture is a stroke in progress, reading the pad's
 *   newest, isKept whether the browser stores the drawing, isOffline whether it works with no network, update takes
 *   the new version that waits, appearance counts the changes of size and colors
 */

/** Where a model's card names no threshold of its own. */
const UNSURE_BELOW = 0.8;

const WAITING = /** @type {Record<ReaderState['status'], string>} */ ({
  loading: 'Getting ready to read…',
  ready: 'Reading…',
  failed: 'The reader is not running',
});

/**
 * @param {State} state
 * @returns {Ink} what is on the pad at this moment
 */
export function inkOf({ gesture, history }) {
  return gesture?.ink ?? history.ink;
}

/**
 * @param {{ version: string, model?: { thresholds?: { unsure?: number } } }} info of the reader
 * @returns {ReaderState}
 */
export function readyState({ version, model }) {
  return { status: 'ready', version, unsureBelow: model?.thresholds?.unsure ?? UNSURE_BELOW };
}

/**
 * @param {State} state
 * @returns {import('./describe-answer.js').Answer} to what is shown, be it the pad or a picture
 */
export function answerOf(state) {
  const { reader, picture } = state;
  return describeAnswer(picture ? picture.reading : state.reading, {
    blank: picture ? 'There is no ink in this picture' : 'Draw a digit from 0 to 9',
    waiting: WAITING[reader.status],
    hasInk: picture !== null || inkOf(state).length > 0,
    unsureBelow: reader.status === 'ready' ? reader.unsureBelow : UNSURE_BELOW,
  });
}

/**
 * @param {State} state
 * @returns {Message | null}
 */
export function messageOf({ message, reader }) {
  if (message) return message;
  if (reader.status !== 'failed') return null;
  return { kind: 'problem', text: `${reader.reason} Your drawing is kept.`, canRetry: true };
}

/**
 * @param {State} state
 * @returns {{ possible: Record<string, boolean>, pressed: Record<string, boolean> }} of the toolbar's buttons
 */
export function toolsOf({ history, tool }) {
  return {
    possible: {
      undo: history.past.length > 0,
      redo: history.future.length > 0,
      clear: history.ink.length > 0,
    },
    pressed: { eraser: tool === 'eraser' },
  };
}

/**
 * @param {State} state
 * @returns {string} where the keyboard's pen is, for those who cannot see it
 */
export function positionOf({ cursor }) {
  if (!cursor) return '';
  const [across, down] = [cursor.x, cursor.y].map((share) => `${Math.round(share * 100)}%`);
  return `Pen ${cursor.down ? 'down' : 'up'}, ${across} across, ${down} down`;
}
