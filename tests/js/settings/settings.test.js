import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../web/settings/settings.js';

/** @param {string | null} [text] what is stored at first */
function memory(text = null) {
  const kept = { text };
  const storage = {
    getItem: () => kept.text,
    setItem: (/** @type {string} */ _key, /** @type {string} */ value) => {
      kept.text = value;
    },
  };
  return () => storage;
}

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('settings', () => {
  it('are there again at the next visit', () => {
    const storage = memory();
    const settings = createSettings(storage);
    settings.set('hand', 'left');
    settings.set('speech', { isAlways: true, how: 'number' });
    const again = createSettings(storage);
    expect(again.get('hand')).toBe('left');
    expect(again.get('speech')).toEqual({ isAlways: true, how: 'number' });
    expect(again.get('language')).toBe(null);
  });

  it('are read as they were stored when a switch of the history was still among them, which is dropped', () => {
    const storage = memory('{"hand":"left","language":"es","history":false}');
    const settings = createSettings(storage);
    expect([settings.get('hand'), settings.get('language')]).toEqual(['left', 'es']);
    settings.set('language', null);
    expect(JSON.parse(storage().getItem() ?? '')).not.toHaveProperty('history');
  });

  it('that are none of the choices there are give way to those at first', () => {
    const settings = createSettings(memory('{"hand":"both","theme":"dark","pen":7}'));
    expect([settings.get('hand'), settings.get('theme'), settings.get('pen')]).toEqual(['right', 'dark', 'medium']);
  });

  it('tell who listens which of them has changed', () => {
    const settings = createSettings(memory());
    /** @type {string[]} */
    const heard = [];
    const end = settings.subscribe((name) => heard.push(name));
    settings.set('hand', 'left');
    settings.set('hand', 'left');
    settings.set('language', 'es');
    end();
    settings.set('hand', 'right');
    expect(heard).toEqual(['hand', 'language']);
  });

  it('hold for this visit where the browser stores nothing', () => {
    const settings = createSettings(blocked);
    settings.set('hand', 'left');
    expect(settings.get('hand')).toBe('left');
  });

  it.each(['', 'no JSON', '7', 'null', '{"hand":"both","language":7,"speech":{}}'])(
    'are as at first where %s is stored',
    (text) => {
      const settings = createSettings(memory(text));
      expect([settings.get('hand'), settings.get('language')]).toEqual(['right', null]);
      expect(settings.get('speech')).toEqual({ isAlways: false, how: 'digits' });
    },
  );
});
