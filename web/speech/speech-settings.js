const KEY = 'inkdigit.speech';

/**
 * @import { How } from './spoken-lines.js'
 * @typedef {{ isAlways: boolean, how: How }} SpeechSettings isAlways: every answer, not only on demand
 */

/** Silent until it is asked for: a screen reader says the answer already. @type {SpeechSettings} */
const AT_FIRST = { isAlways: false, how: 'digits' };

/**
 * @param {() => Pick<Storage, 'getItem'>} storage a function, since reading `localStorage` already throws where it is
 *   blocked
 * @returns {SpeechSettings}
 */
export function loadSpeechSettings(storage) {
  try {
    const { isAlways, how } = JSON.parse(storage().getItem(KEY) ?? '{}');
    return { isAlways: isAlways === true, how: how === 'number' ? 'number' : AT_FIRST.how };
  } catch {
    return AT_FIRST;
  }
}

/**
 * @param {() => Pick<Storage, 'setItem'>} storage
 * @param {SpeechSettings} settings
 */
export function saveSpeechSettings(storage, settings) {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
  } catch {
    // Blocked or full: they hold until the page is left.
  }
}
