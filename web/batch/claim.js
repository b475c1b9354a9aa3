/** A page that is reloaded gives its claim back only when it is gone. */
const LONGEST_WAIT_MS = 1500;

/**
 * Claims something for this tab, until it is closed.
 * @param {string} name
 * @returns {Promise<boolean>} false where another tab has it; true where the browser cannot tell
 */
export function claim(name) {
  const { locks } = navigator; // not at an address without encryption
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => (resolve(true), new Promise(() => {}));
    locks.request(name, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }, hold).catch(() => resolve(false));
  });
}
