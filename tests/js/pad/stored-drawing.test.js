import { describe, expect, it } from 'vitest';
import { loadDrawing, saveDrawing } from '../../../web/pad/stored-drawing.js';
import { record, startHistory, undo } from '../../../web/shared/undo.js';

const ink = [[{ x: 0.25, y: 0.5 }], [{ x: 0, y: 1 }]];
/** @type {import('../../../web/shared/reading/correct.js').Correction} */
const correction = { of: 'part', box: { x: 0, y: 0, width: 0.1, height: 0.2 }, ink: 90, text: '4' };
const drawing = { ink, corrections: [correction] };
const kept = startHistory(drawing);
/** @type {import('../../../web/shared/undo.js').History<import('../../../web/shared/strokes.js').Drawing>} */
const BLANK = startHistory({ ink: [], corrections: [] });

/** @param {string | null} [text] what is stored at first */
function memory(text = null) {
  const stored = { text };
  const storage = {
    getItem: () => stored.text,
    setItem: (/** @type {string} */ _key, /** @type {string} */ value) => {
      stored.text = value;
    },
  };
  return { stored, storage: () => storage };
}

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('stored ink', () => {
  it('comes back as it was', () => {
    const { storage } = memory();
    expect(saveDrawing(storage, kept)).toBe(true);
    expect(loadDrawing(storage)).toEqual(kept);
  });

  it('comes back from a pad that was longer than wide', () => {
    const { storage } = memory();
    const long = startHistory({ ink: [[{ x: 2.2, y: 0.9, t: 7 }]], corrections: [] });
    saveDrawing(storage, long);
    expect(loadDrawing(storage)).toEqual(long);
  });

  it('says which version it is of', () => {
    const { stored, storage } = memory();
    saveDrawing(storage, kept);
    expect(JSON.parse(stored.text ?? '')).toEqual({ version: 1, strokes: ink, corrections: [correction] });
  });

  it('is blank at first', () => {
    expect(loadDrawing(memory().storage)).toEqual(BLANK);
  });

  it.each([
    ['what is not JSON', '{"version":1,'],
    ['another kind of value', '7'],
    ['a later version', JSON.stringify({ version: 2, strokes: ink })],
    ['no strokes', '{"version":1}'],
    ['an empty stroke', '{"version":1,"strokes":[[]]}'],
    ['a point that is none', '{"version":1,"strokes":[[{"x":0.5}]]}'],
    ['a point beside the pad', '{"version":1,"strokes":[[{"x":0.5,"y":70}]]}'],
    ['null for a point', '{"version":1,"strokes":[[null]]}'],
  ])('ignores %s', (_what, text) => {
    expect(loadDrawing(memory(text).storage)).toEqual(BLANK);
  });

  it.each([
    ['from before there were corrections', undefined],
    ['with corrections that are none', [{ of: 'part', text: 7 }]],
  ])('keeps the strokes of a drawing %s', (_what, corrections) => {
    const text = JSON.stringify({ version: 1, strokes: ink, corrections });
    expect(loadDrawing(memory(text).storage)).toEqual(startHistory({ ink, corrections: [] }));
  });

  it('does without storage that is blocked or full', () => {
    const full = () => ({
      setItem() {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    });
    expect(loadDrawing(blocked)).toEqual(BLANK);
    expect(saveDrawing(blocked, kept)).toBe(false);
    expect(saveDrawing(full, kept)).toBe(false);
  });
});

describe('what can be taken back', () => {
  const stroke = (/** @type {number} */ at) =>
    Array.from({ length: 200 }, () => ({ x: at / 1000, y: 0.123456, t: 1e12 }));

  it('can still be taken back, and done again, after a reload', () => {
    const { storage } = memory();
    const [one, two] = ink;
    let history = record(BLANK, { ink: [one], corrections: [] });
    history = record(history, { ink: [one, two], corrections: [correction] });
    history = record(history, { ink: [], corrections: [] });
    history = undo(record(history, { ink: [stroke(7)], corrections: [] }));
    saveDrawing(storage, history);
    expect(loadDrawing(storage)).toEqual(history);
  });

  it('is stored with each stroke once, however many steps it is in', () => {
    const { stored, storage } = memory();
    let history = BLANK;
    for (let at = 0; at < 20; at += 1) {
      history = record(history, { ink: [...history.now.ink, stroke(at)], corrections: [] });
    }
    saveDrawing(storage, history);
    const alone = JSON.stringify(history.now.ink).length;
    expect(stored.text?.length).toBeLessThan(1.2 * alone);
  });

  it('is forgotten from its beginning where there is much of it, and never the drawing', () => {
    const { stored, storage } = memory();
    let history = BLANK;
    // Each step is a drawing that shares nothing with the others.
    for (let at = 0; at < 150; at += 1) history = record(history, { ink: [stroke(at)], corrections: [] });
    saveDrawing(storage, history);
    expect(stored.text?.length).toBeLessThan(520_000);
    const { past, now } = loadDrawing(storage);
    expect(now).toEqual(history.now);
    expect(past.length).toBeGreaterThan(20);
    expect(past).toEqual(history.past.slice(-past.length));
  });

  it('goes before the drawing does where the browser has no room', () => {
    const { storage: small } = memory();
    const history = record(startHistory({ ink: [stroke(1)], corrections: [] }), drawing);
    const storage = () => ({
      ...small(),
      setItem(/** @type {string} */ key, /** @type {string} */ text) {
        if (text.length > 1000) throw new DOMException('Full', 'QuotaExceededError');
        small().setItem(key, text);
      },
    });
    expect(saveDrawing(storage, history)).toBe(true);
    expect(loadDrawing(storage)).toEqual(kept);
  });

  it.each([
    ['strokes that are none', { others: [[]], past: [], future: [] }],
    ['a stroke that is not there', { others: [], past: [{ ink: [9], corrections: [] }], future: [] }],
    ['a name that is no place', { others: [], past: [{ ink: ['length'], corrections: [] }], future: [] }],
    ['no corrections', { others: [], past: [{ ink: [0] }], future: [] }],
    ['no list', { others: [], past: 7, future: [] }],
  ])('costs not the drawing where it has %s', (_what, steps) => {
    const text = JSON.stringify({ version: 1, strokes: ink, corrections: [], ...steps });
    expect(loadDrawing(memory(text).storage)).toEqual(startHistory({ ink, corrections: [] }));
  });
});
