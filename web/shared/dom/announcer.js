/** Long enough for a pen to come to rest between two strokes, short enough to follow it. */
const QUIET_MS = 700;

/**
 * Tells screen readers what changed, once, when it has come to rest.
 * @param {HTMLElement} region with role="status"
 */
export function createAnnouncer(region) {
  let said = '';
  /** @type {string | null} */
  let pending = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    /** @param {string | null} text null while it still changes; the same text again is not announced again */
    announce(text) {
      if (text === pending) return;
      clearTimeout(timer);
      pending = text;
      if (text === null || text === said) return;
      timer = setTimeout(() => {
        said = text;
        region.textContent = text;
      }, QUIET_MS);
    },
  };
}
