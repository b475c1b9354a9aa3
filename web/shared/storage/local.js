/**
 * Small values in the browser's `localStorage` and `sessionStorage`. Nothing here throws: storage that is blocked holds
 * nothing, and what it cannot take, because it is blocked or full, is told to whoever writes.
 *
 * Storage is passed as a function, since reading `window.localStorage` already throws where it is blocked.
 */

export const deviceStorage = () => window.localStorage;

/** Of this tab alone, through a reload. */
export const tabStorage = () => window.sessionStorage;

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @param {string} key
 * @returns {string | null} null where nothing is stored
 */
export function readText(storage, key) {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @param {string} key
 * @returns {any} null where nothing is stored, or what is no JSON
 */
export function readJson(storage, key) {
  try {
    return JSON.parse(readText(storage, key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {() => Pick<Storage, 'setItem'>} storage
 * @param {string} key
 * @param {string} text
 * @returns {boolean} false where it is not kept
 */
export function write(storage, key, text) {
  try {
    storage().setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {() => Pick<Storage, 'removeItem'>} storage
 * @param {string} key
 */
export function remove(storage, key) {
  try {
    storage().removeItem(key);
  } catch {
    // Storage that is blocked holds nothing.
  }
}
