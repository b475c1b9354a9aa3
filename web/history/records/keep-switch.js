import { readText, write } from '../../shared/storage/local.js';

/** Left in place when everything else is forgotten: a history that was turned off must not turn itself on again. */
export const SWITCH_KEY = 'inkdigit.records';

/**
 * Whether what is read is kept, for all tabs: on until a person turns it off.
 *
 * @param {() => Pick<Storage, 'getItem' | 'setItem'>} storage
 */
export function createKeepSwitch(storage) {
  /** What was said where the browser stores nothing: it holds for this page. @type {boolean | null} */
  let said = null;
  return {
    /** @returns {boolean} as it is now: another tab may have turned it */
    isOn: () => said ?? readText(storage, SWITCH_KEY) !== 'off',
    /** @param {boolean} isOn */
    turn(isOn) {
      said = write(storage, SWITCH_KEY, isOn ? 'on' : 'off') ? null : isOn;
    },
  };
}
