import { describe, expect, it } from 'vitest';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { record, startHistory, undo } from '../../../web/shared/undo.js';
import { BLANK } from '../../../web/shared/strokes.js';
import { SQUARE } from '../../../web/pad/place-ink.js';
import {
  actionsOf,
  answerOf,
  chartTitle,
  inkOf,
  messageOf,
  positionOf,
  progressMessage,
  readyState,
  startState,
  toolsOf,
} from '../../../web/app/state.js';
import { madeUpReading } from '../../support/made-up-reading.js';

const ink = [[{ x: 0.5, y: 0.5 }]];
const drawing = { ink, corrections: [] };
/** @type {import('../../../web/app/state.js').State} */
const state = { ...startState(BLANK), reader: { status: 'ready', unsureBelow: 0.8, version: '1.0.0' } };
const image = /** @type {HTMLImageElement} */ ({});
/** @type {import('../../../web/picture/pictures.js').Picture} */
const picture = {
  file: new Blob(),
  image,
  name: 'a.png',
  size: { width: 10, height: 10 },
  area: null,
  turned: null,
  asRead: madeUpReading(),
  reading: madeUpReading(),
  row: null,
  history: startHistory([]),
};
/** @type {import('../../../web/app/state.js').ReaderState} */
const failed = { status: 'failed', error: new Error('No network.') };

describe('the state as it is shown', () => {
  it('shows a stroke while it is being drawn', () => {
    expect(inkOf({ ...state, gesture: { ink, eraser: null, pad: SQUARE } })).toBe(ink);
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
    const drawn = { ...state, history: startHistory(drawing) };
    expect(answerOf({ ...drawn, reader: { status: 'loading' } }, null).words).toBe('Getting ready to read…');
    expect(answerOf({ ...drawn, reader: failed }, null).words).toBe('The reader is not running');
  });

  it('says that there is nothing to read, of the pad and of a picture', () => {
    const none = shownReading(madeUpReading(), []);
    expect(answerOf(state, null).words).toBe('Write a number, and read it here');
    expect(answerOf({ ...state, view: 'picture', picture }, none).words).toBe('There is no ink in this picture');
  });

  it('tells how far a picture is read, and by what', () => {
    const stages = /** @type {const} */ (['decode', 'binarize', 'segment', 'read']);
    const messages = stages.map((stage) => progressMessage({ stage, share: 0.5 }));
    expect(new Set(messages.map((message) => messageOf({ ...state, message })?.text)).size).toBe(stages.length);
    expect(messages.every(({ share }) => share === 0.5)).toBe(true);
  });

  it('offers to do with an answer what can be done with it', () => {
    const selected = shownReading(madeUpReading('7'), []).numbers[0].parts[0];
    const of = (/** @type {any} */ kind, /** @type {string} */ text) =>
      actionsOf({ answer: { kind, text, words: '', spoken: '' }, selected: text ? selected : null });
    expect(of('blank', '')).toEqual({ why: false, writing: false, speak: false, copy: false });
    expect(of('sure', '7')).toEqual({ why: true, writing: true, speak: true, copy: true });
    expect(of('none', '?')).toEqual({ why: true, writing: false, speak: false, copy: false });
  });

  it('names the digit that the chart is about where there are several', () => {
    const shown = shownReading(madeUpReading('20.4', '7'), []);
    expect(chartTitle(shown.numbers[0].parts[3], shown)).toBe('Digit 3 of 4, in %');
    const one = shownReading(madeUpReading('7'), []);
    expect(chartTitle(one.numbers[0].parts[0], one)).toBe('Probability in %');
    expect(chartTitle(null, null)).toBe('Probability in %');
  });

  it('offers to try again where the reader failed, below any newer message', () => {
    expect(messageOf({ ...state, reader: failed })).toMatchObject({ kind: 'problem', canRetry: true });
    expect(messageOf({ ...state, reader: failed })?.text).toContain('No network.');
    /** @type {import('../../../web/app/page-widgets.js').Message} */
    const message = { kind: 'problem', reason: new Error('Not a picture.') };
    expect(messageOf({ ...state, reader: failed, message })).toMatchObject({ kind: 'problem', text: 'Not a picture.' });
    expect(messageOf({ ...state, reader: failed, message })?.canRetry).toBeUndefined();
    expect(messageOf(state)).toBe(null);
  });

  it('offers only what can be done', () => {
    expect(toolsOf(state).possible).toMatchObject({ undo: false, redo: false, clear: false });
    const drawn = record(state.history, drawing);
    expect(toolsOf({ ...state, history: drawn }).possible).toMatchObject({ undo: true, redo: false, clear: true });
    expect(toolsOf({ ...state, history: undo(drawn) }).possible).toMatchObject({
      undo: false,
      redo: true,
      clear: false,
    });
    expect(toolsOf({ ...state, tool: 'eraser' }).pressed).toEqual({ eraser: true, crop: false });
  });

  it('offers to take back in a picture what was corrected in it, not what was drawn', () => {
    const seen = { ...state, history: record(state.history, drawing), view: /** @type {const} */ ('picture'), picture };
    expect(toolsOf(seen).possible).toMatchObject({ undo: false, whole: false });
    /** @type {import('../../../web/shared/reading/correct.js').Corrections} */
    const corrections = [{ of: 'part', box: { x: 0, y: 0, width: 1, height: 1 }, ink: 1, text: '7' }];
    const history = record(picture.history, corrections);
    const area = { x: 0, y: 0, width: 5, height: 5 };
    expect(toolsOf({ ...seen, picture: { ...picture, history, area } }).possible).toMatchObject({
      undo: true,
      whole: true,
    });
  });

  it('says where the pen of the keyboard is', () => {
    expect(positionOf(state)).toBe('');
    expect(positionOf({ ...state, cursor: { x: 0.5, y: 0.1, down: true } })).toBe('Pen down, 50% across, 10% down');
    const wide = { ...state, placement: { ...SQUARE, width: 2 } };
    expect(positionOf({ ...wide, cursor: { x: 0.5, y: 0.1, down: true } })).toBe('Pen down, 25% across, 10% down');
    const moved = { ...state, placement: { ...SQUARE, x: 2, y: 1 } };
    expect(positionOf({ ...moved, cursor: { x: 2.5, y: 1.1, down: false } })).toBe('Pen up, 50% across, 10% down');
  });
});
