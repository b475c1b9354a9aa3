/** Left in place when everything else is forgotten: a history that was turned off must not turn itself on again. */
export const SWITCH_KEY = 'inkdigit.records';

/**
 * Whether what is read is kept, for all tabs: on until a person turns it off.
 *
 * @param {() => Pick<Storage, 'getItem' | 'setItem'>} storage a function, since reading `localStorage` already throws
 *   where it is blocked
 */
export function createKeepSwitch(storage) {
  /** What was said where the browser stores nothing: it holds for this page. @type {boolean | null} */
  let said = null;
  return {
    /** @returns {boolean} as it is now: another tab may have turned it */
    isOn() {
      if (said !== null) return said;
      try {
        return storage().getItem(SWITCH_KEY) !== 'off';
      } catch {
        return true;
      }
    },
    /** @param {boolean} isOn */
    turn(isOn) {
      said = null;
      try {
        storage().setItem(SWITCH_KEY, isOn ? 'on' : 'off');
      } catch {
        said = isOn; // blocked or full
      }
    },
  };
}
