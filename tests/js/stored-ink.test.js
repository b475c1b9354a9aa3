import { describe, expect, it } from 'vitest';
import { loadInk, saveInk } from '../../web/ink/stored-ink.js';

const ink = [[{ x: 0.25, y: 0.5 }], [{ x: 0, y: 1 }]];

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
    expect(saveInk(storage, ink)).toBe(true);
    expect(loadInk(storage)).toEqual(ink);
  });

  it('says which version it is of', () => {
    const { kept, storage } = memory();
    saveInk(storage, ink);
    expect(JSON.parse(kept.text ?? '')).toEqual({ version: 1, strokes: ink });
  });

  it('is blank at first', () => {
    expect(loadInk(memory().storage)).toEqual([]);
  });

  it.each([
    ['what is not JSON', '{"version":1,'],
    ['another kind of value', '7'],
    ['a later version', JSON.stringify({ version: 2, strokes: ink })],
    ['no strokes', '{"version":1}'],
    ['an empty stroke', '{"version":1,"strokes":[[]]}'],
    ['a point that is none', '{"version":1,"strokes":[[{"x":0.5}]]}'],
    ['a point beside the pad', '{"version":1,"strokes":[[{"x":0.5,"y":7}]]}'],
    ['null for a point', '{"version":1,"strokes":[[null]]}'],
  ])('ignores %s', (_what, text) => {
    expect(loadInk(memory(text).storage)).toEqual([]);
  });

  it('does without storage that is blocked or full', () => {
    const full = () => ({
      setItem() {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    });
    expect(loadInk(blocked)).toEqual([]);
    expect(saveInk(blocked, ink)).toBe(false);
    expect(saveInk(full, ink)).toBe(false);
  });
});
