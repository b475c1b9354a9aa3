import { describe, expect, it } from 'vitest';
import { loadDrawing, saveDrawing } from '../../../web/pad/stored-drawing.js';

const ink = [[{ x: 0.25, y: 0.5 }], [{ x: 0, y: 1 }]];
/** @type {import('../../../web/shared/reading/correct.js').Correction} */
const correction = { of: 'part', box: { x: 0, y: 0, width: 0.1, height: 0.2 }, ink: 90, text: '4' };
const drawing = { ink, corrections: [correction] };
const BLANK = { ink: [], corrections: [] };

/** @param {string | null} [text] what is stored at first */
function memory(text = null) {
  const kept = { text };
  const storage = {
    getItem: () => kept.text,
    setItem: (/** @type {string} */ _key, /** @type {string} */ value) => {
      kept.text = value;
    },
  };
  return { kept, storage: () => storage };
}

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('stored ink', () => {
  it('comes back as it was', () => {
    const { storage } = memory();
    expect(saveDrawing(storage, drawing)).toBe(true);
    expect(loadDrawing(storage)).toEqual(drawing);
  });

  it('comes back from a pad that was longer than wide', () => {
    const { storage } = memory();
    const long = { ink: [[{ x: 2.2, y: 0.9, t: 7 }]], corrections: [] };
    saveDrawing(storage, long);
    expect(loadDrawing(storage)).toEqual(long);
  });

  it('says which version it is of', () => {
    const { kept, storage } = memory();
    saveDrawing(storage, drawing);
    expect(JSON.parse(kept.text ?? '')).toEqual({ version: 1, strokes: ink, corrections: [correction] });
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
    expect(loadDrawing(memory(text).storage)).toEqual({ ink, corrections: [] });
  });

  it('does without storage that is blocked or full', () => {
    const full = () => ({
      setItem() {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    });
    expect(loadDrawing(blocked)).toEqual(BLANK);
    expect(saveDrawing(blocked, drawing)).toBe(false);
    expect(saveDrawing(full, drawing)).toBe(false);
  });
});
