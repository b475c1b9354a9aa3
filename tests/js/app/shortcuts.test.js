import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../web/shared/dom/shortcuts.js';

/**
 * @param {string} key
 * @param {Partial<KeyboardEvent> & { onPad?: boolean }} [how]
 */
function press(key, { onPad = false, code = `Key${key.toUpperCase()}`, ...modifiers } = {}) {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  return shortcutOf({ key, code, ...none, ...modifiers }, onPad);
}

describe('shortcuts', () => {
  it.each([
    ['undo', 'z', { ctrlKey: true }],
    ['undo', 'z', { metaKey: true }],
    ['redo', 'Z', { ctrlKey: true, shiftKey: true }],
    ['redo', 'Z', { metaKey: true, shiftKey: true }],
    ['redo', 'y', { ctrlKey: true }],
    ['clear', 'Delete', {}],
    ['clear', 'Backspace', {}],
    ['escape', 'Escape', {}],
    ['eraser', 'e', { onPad: true }],
    ['eraser', 'E', { onPad: true, shiftKey: true }],
  ])('%s: %s %o', (action, key, modifiers) => {
    expect(press(key, modifiers)).toBe(action);
  });

  it('follows the place of a key where it writes no Latin letter', () => {
    expect(press('я', { ctrlKey: true, code: 'KeyZ' })).toBe('undo');
  });

  it('leaves plain letters alone away from the pad, and all keys of the system', () => {
    expect(press('e')).toBe(null);
    expect(press('z')).toBe(null);
    expect(press('e', { ctrlKey: true, onPad: true })).toBe(null);
    expect(press('z', { ctrlKey: true, altKey: true })).toBe(null);
    expect(press('Tab', { onPad: true, code: 'Tab' })).toBe(null);
  });
});
