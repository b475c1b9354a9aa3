import { describe, expect, it } from 'vitest';
import { storedEdit, storedVisibility, storeEdit, storeVisibility } from '../../../web/batch/stored-notes.js';
import { startState, withBatch, withEdit } from '../../../web/batch/rows/state.js';
import { batchOf, cell, rowOf, RULES } from '../../support/batch-made.js';

/** @param {Record<string, string>} kept */
const storageOf = (kept) => () => ({
  getItem: (/** @type {string} */ key) => kept[key] ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (kept[key] = value),
  removeItem: (/** @type {string} */ key) => void delete kept[key],
});

const edit = { id: 'a', column: 0, text: ' 27 ' };

it('what is typed is there until it is saved or given up', () => {
  const storage = storageOf({});
  storeEdit(storage, edit);
  expect(storedEdit(storage)).toEqual(edit);
  storeEdit(storage, null);
  expect(storedEdit(storage)).toBeNull();
});

it('a browser that keeps nothing, or something else, has no half typed text', () => {
  const blocked = () => {
    throw new Error('blocked');
  };
  storeEdit(blocked, edit);
  expect(storedEdit(blocked)).toBeNull();
  for (const other of ['{', '[]', '{"id":"a","column":"0","text":""}']) {
    expect(storedEdit(storageOf({ 'inkdigit.batch.edit': other }))).toBeNull();
  }
});

it('is saved as a correction, unless its column is gone', () => {
  const state = withBatch(startState(RULES), batchOf({ a: [cell('22')] }), { isHeld: false });
  expect(rowOf(withEdit(state, edit).batch, 'a').corrections).toEqual(['27']);
  expect(withEdit(state, { ...edit, column: 1 })).toBe(state);
});

describe('the note of a kept batch', () => {
  it('is found at the next visit', () => {
    const storage = storageOf({});
    expect(storedVisibility(storage)).toBeNull();
    storeVisibility(storage, 'shown');
    expect(storedVisibility(storage)).toBe('shown');
    storeVisibility(storage, null);
    expect(storedVisibility(storage)).toBeNull();
  });

  it('costs nothing where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
    storeVisibility(blocked, 'shown');
    expect(storedVisibility(blocked)).toBeNull();
  });
});
