import { readJson, write } from '../shared/storage/local.js';

/**
 * A person's choices, remembered on the device; where nothing can be stored, until the page is left.
 * @typedef {{
 *   hand: 'right' | 'left',
 *   theme: 'device' | 'light' | 'dark',
 *   pen: 'thin' | 'medium' | 'thick',
 *   language: string | null,
 *   speech: { isAlways: boolean, how: 'digits' | 'number' },
 *   learns?: boolean,
 * }} Values hand is the one that writes; theme: device is the device's own; pen: how wide the pad shows ink; language null is the browser's own; learns: from corrections,
 *   unless it is false
 * @typedef {ReturnType<typeof createSettings>} Settings
 */

const KEY = 'inkdigit.settings';

/** @type {Readonly<Values>} */
const AT_FIRST = {
  hand: 'right',
  theme: 'device',
  pen: 'medium',
  language: null,
  speech: { isAlways: false, how: 'digits' },
};

/** The choices of those settings that are one of a few. */
export const CHOICES = {
  hand: /** @type {const} */ (['right', 'left']),
  theme: /** @type {const} */ (['device', 'light', 'dark']),
  pen: /** @type {const} */ (['thin', 'medium', 'thick']),
};

/** @param {() => Pick<Storage, 'getItem' | 'setItem'>} storage */
export function createSettings(storage) {
  /** @type {Set<(name: keyof Values) => void>} */
  const listeners = new Set();
  /** @type {Values} */
  let values = { ...AT_FIRST, ...load(storage) };

  return {
    /** @template {keyof Values} Name @param {Name} name @returns {Values[Name]} */
    get: (name) => values[name],

    /** @template {keyof Values} Name @param {Name} name @param {Values[Name]} value */
    set(name, value) {
      if (values[name] === value) return;
      values = { ...values, [name]: value };
      write(storage, KEY, JSON.stringify(values));
      for (const listener of listeners) listener(name);
    },

    /** @param {(name: keyof Values) => void} listener @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @returns {Partial<Values>} what is stored and of the kind that it should be
 */
function load(storage) {
  const { language, speech, learns, ...others } = readJson(storage, KEY) ?? {};
  const chosen = Object.entries(CHOICES).filter(([name, all]) => all.some((each) => each === others[name]));
  return {
    ...Object.fromEntries(chosen.map(([name]) => [name, others[name]])),
    ...(typeof language === 'string' && { language }),
    ...(learns === false && { learns }),
    ...(['digits', 'number'].includes(speech?.how) && {
      speech: { isAlways: speech.isAlways === true, how: speech.how },
    }),
  };
}
