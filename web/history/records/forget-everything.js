import { clearDatabase } from '../../shared/storage/database.js';
import { SWITCH_KEY } from './keep-switch.js';

const PREFIX = 'inkdigit.';

/**
 * Forgets what was written, opened, read, corrected, and how forms look: everything but whether to keep a history. The
 * page has to be loaded anew after it, since it still holds what it shows.
 *
 * @param {ReadonlyArray<() => Storage>} storages
 * @param {ReadonlyArray<string>} [except] keys of settings that stay, such as the language
 * @returns {Promise<boolean>} false where something could not be deleted
 */
export async function forgetEverything(storages, except = []) {
  // At once, so that a tab that is loaded anew meanwhile finds nothing.
  for (const storage of storages) clearStorage(storage, [SWITCH_KEY, ...except]);
  try {
    await clearDatabase();
    return true;
  } catch (error) {
    console.warn('Not everything could be forgotten:', error);
    return false;
  }
}

/**
 * @param {() => Storage} open
 * @param {ReadonlyArray<string>} kept
 */
export function clearStorage(open, kept = [SWITCH_KEY]) {
  try {
    const storage = open();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys) if (key.startsWith(PREFIX) && !kept.includes(key)) storage.removeItem(key);
  } catch (error) {
    console.info('There is no storage to clear:', error); // what is blocked holds nothing
  }
}
