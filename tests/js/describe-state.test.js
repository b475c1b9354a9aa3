import { describe, expect, it } from 'vitest';
import { record, startHistory, undo } from '../../web/ink/history.js';
import { answerOf, inkOf, messageOf, positionOf, readyState, toolsOf } from '../../web/ui/describe-state.js';

const ink = [[{ x: 0.5, y: 0.5 }]];
/** @type {import('../../web/ui/describe-state.js').State} */
const state = {
  history: startHistory([]),
  gesture: null,
  cursor: null,
  tool: 'pen',
  reader: { status: 'ready', unsureBelow: 0.8, version: '1.0.0' },
  reading: null,
  picture: null,
  message: null,
  isKept: true,
  isOffline: false,
  update: null,
  appearance: 0,
};
/** @type {import('../../web/ui/describe-state.js').ReaderState} */
const failed = { status: 'failed', reason: 'No network.' };

describe('the state as it is shown', () => {
  it('shows a stroke while it is being drawn', () => {
    expect(inkOf({ ...state, gesture: { ink, eraser: null } })).toBe(ink);
    expect(inkOf(state)).toEqual([]);
  });

  it('takes the threshold of the model, and has one of its own for a card without', () => {
    const given = { thresholds: { unsure: 0.65 } };
    expect(readyState({ version: '1', model: given })).toEqual({ status: 'ready', version: '1', unsureBelow: 0.65 });
    expect(readyState({ version: '1', model: { thresholds: { unsure: 0 } } })).toMatchObject({ unsureBelow: 0 });
    expect(readyState({ version: '1', model: {} })).toMatchObject({ unsureBelow: 0.8 });
    expect(readyState({ version: '1' })).toMatchObject({ unsureBelow: 0.8 });
  });

  it('says what ink is waiting for', () => {
    const drawn = { ...state, history: startHistory(ink) };
    expect(answerOf({ ...drawn, reader: { status: 'loading' } }).words).toBe('Getting ready to read…');
    expect(answerOf({ ...drawn, reader: failed }).words).toBe('The reader is not running');
  });

  it('answers to the picture while one is open, whatever is on the pad', () => {
    const image = /** @type {HTMLImageElement} */ ({});
    const picture = { image, name: 'a.png', reading: { text: '', numbers: [] } };
    expect(answerOf({ ...state, picture }).words).toBe('There is no ink in this picture');
  });

  it('offers to try again where the reader failed, below any newer message', () => {
    expect(messageOf({ ...state, reader: failed })).toMatchObject({ kind: 'problem', canRetry: true });
    expect(messageOf({ ...state, reader: failed })?.text).toContain('No network.');
    /** @type {import('../../web/ui/message.js').Message} */
    const message = { kind: 'problem', text: 'Not a picture.' };
    expect(messageOf({ ...state, reader: failed, message })).toBe(message);
    expect(messageOf(state)).toBe(null);
  });

  it('offers only what can be done', () => {
    expect(toolsOf(state).possible).toEqual({ undo: false, redo: false, clear: false });
    const drawn = record(state.history, ink);
    expect(toolsOf({ ...state, history: drawn }).possible).toEqual({ undo: true, redo: false, clear: true });
    expect(toolsOf({ ...state, history: undo(drawn) }).possible).toEqual({ undo: false, redo: true, clear: false });
    expect(toolsOf({ ...state, tool: 'eraser' }).pressed).toEqual({ eraser: true });
  });

  it('says where the pen of the keyboard is', () => {
    expect(positionOf(state)).toBe('');
    expect(positionOf({ ...state, cursor: { x: 0.5, y: 0.1, down: true } })).toBe('Pen down, 50% across, 10% down');
  });
});
