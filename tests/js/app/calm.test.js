import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCalm } from '../../../web/app/calm.js';
import { startState } from '../../../web/app/state.js';
import { BLANK } from '../../../web/shared/strokes.js';
import { SQUARE } from '../../../web/pad/place-ink.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

/** @import { Ink, Stroke } from '../../../web/shared/strokes.js' */

const UNSURE_BELOW = 0.8;

/** Digits are 10 wide and 20 high in what is made up. @param {number} x @param {number} [points] @returns {Stroke} */
const stroke = (x, points = 5) => Array.from({ length: points }, (_, step) => ({ x, y: 4 * step }));

/** A pad, a pen on it, and a reader that reads at once. */
function createPad() {
  const wake = vi.fn();
  const calmOf = createCalm(() => {
    wake();
    look();
  });
  let state = startState(BLANK);
  let calm = state.calm;
  const look = () => (calm = calmOf(state, UNSURE_BELOW));
  /** @param {Ink} ink @param {import('../../../web/reader/reading.js').NumberReading | string} read */
  const reads = (ink, read) => ({ readInk: ink, reading: madeUpReading(read) });
  look();
  return {
    wake,
    /** @param {Stroke} newest that the pen is drawing @param {string | ReturnType<typeof madeUpNumber>} read */
    moves(newest, read) {
      const ink = [...state.history.now.ink, newest];
      state = { ...state, gesture: { ink, eraser: null, pad: SQUARE }, ...reads(ink, read) };
      look();
    },
    lifts() {
      const { ink } = state.gesture ?? BLANK;
      state = { ...state, gesture: null, history: { ...state.history, now: { ink, corrections: [] } } };
      look();
    },
    /** @param {Ink} ink that no pen has drawn @param {string | ReturnType<typeof madeUpNumber>} read */
    becomes(ink, read) {
      state = { ...state, history: { ...state.history, now: { ink, corrections: [] } }, ...reads(ink, read) };
      look();
    },
    ink: () => state.history.now.ink,
    shown: () => calm.reading?.text ?? '',
    tellsDoubt: () => calm.tellsDoubt,
  };
}

const doubtful = (/** @type {string} */ text) => madeUpNumber(text, { confidence: 0.5 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {ReturnType<typeof createPad>} pad with a 2 on it */
function writeTwo(pad) {
  const two = stroke(5);
  pad.moves(two.slice(0, 2), '1');
  pad.moves(two, '2');
  pad.lifts();
  vi.advanceTimersByTime(1000);
}

describe('while one writes', () => {
  it('nothing is said of half a stroke, and what was read before it stays', () => {
    const pad = createPad();
    pad.moves(stroke(5, 2), '1');
    expect(pad.shown()).toBe('');
    pad.moves(stroke(5), '2');
    pad.lifts();
    vi.advanceTimersByTime(400);
    expect(pad.shown()).toBe('2');
    for (const half of ['21', '2?', '26', doubtful('20')]) pad.moves(stroke(20), half);
    expect(pad.shown()).toBe('2');
  });

  it('what is sure is added as soon as the pen has been lifted for a moment', () => {
    const pad = createPad();
    writeTwo(pad);
    pad.moves(stroke(15), '20');
    pad.lifts();
    expect(pad.shown()).toBe('2');
    vi.advanceTimersByTime(400);
    expect(pad.shown()).toBe('20');
  });

  it('what is sure is added before the pen is lifted where it holds still, though it trembles', () => {
    const pad = createPad();
    writeTwo(pad);
    const zero = stroke(15);
    pad.moves(zero, '20');
    vi.advanceTimersByTime(400);
    pad.moves([...zero, { x: 15, y: 16.005 }], '20');
    vi.advanceTimersByTime(300);
    expect(pad.shown()).toBe('20');
  });

  it('doubt waits for the pen to rest', () => {
    const pad = createPad();
    writeTwo(pad);
    pad.moves(stroke(15), doubtful('20'));
    pad.lifts();
    vi.advanceTimersByTime(800);
    expect(pad.shown()).toBe('2');
    vi.advanceTimersByTime(200);
    expect([pad.shown(), pad.tellsDoubt()]).toEqual(['20', true]);
  });

  it('doubt that was told is told until it is gone', () => {
    const pad = createPad();
    pad.becomes([stroke(5), stroke(15)], doubtful('20'));
    pad.moves(stroke(40), doubtful('201'));
    expect([pad.shown(), pad.tellsDoubt()]).toEqual(['20', true]);
    pad.lifts();
    pad.moves(stroke(60), '2017');
    expect([pad.shown(), pad.tellsDoubt()]).toEqual(['201', true]);
  });

  it('what is left behind is added, and its doubt not told', () => {
    const pad = createPad();
    pad.moves(stroke(5), doubtful('2'));
    pad.lifts();
    pad.moves(stroke(40), doubtful('21'));
    expect([pad.shown(), pad.tellsDoubt()]).toEqual(['2', false]);
  });

  it('what the next stroke may belong to is not finished', () => {
    const pad = createPad();
    pad.moves(stroke(5), '6');
    pad.lifts();
    pad.moves(stroke(8), '4');
    expect(pad.shown()).toBe('');
    pad.lifts();
    vi.advanceTimersByTime(400);
    expect(pad.shown()).toBe('4');
  });

  it('a stroke that completes an earlier digit changes it once, when it ends', () => {
    const pad = createPad();
    pad.becomes([stroke(5), stroke(15)], '17');
    pad.moves(stroke(6, 2), '?7');
    pad.moves(stroke(6), '47');
    expect(pad.shown()).toBe('17');
    pad.lifts();
    vi.advanceTimersByTime(400);
    expect(pad.shown()).toBe('47');
  });

  it('what a stroke in progress was shown as does not go back to what was there before', () => {
    const pad = createPad();
    writeTwo(pad);
    pad.moves(stroke(30), '20');
    vi.advanceTimersByTime(700);
    pad.moves([...stroke(30), { x: 33, y: 9 }], '2?');
    expect(pad.shown()).toBe('20');
  });
});

describe('what no pen has written', () => {
  it('is shown at once, also its doubt', () => {
    const pad = createPad();
    pad.becomes([stroke(5), stroke(15)], doubtful('20'));
    expect([pad.shown(), pad.tellsDoubt()]).toEqual(['20', true]);
    pad.becomes(pad.ink().slice(0, 1), '2');
    expect(pad.shown()).toBe('2');
  });

  it('leaves nothing to wait for', () => {
    const pad = createPad();
    pad.becomes([stroke(5), stroke(15)], '20');
    vi.advanceTimersByTime(5000);
    expect(pad.wake).not.toHaveBeenCalled();
  });
});
