import { trustedUrl } from '../dom/trusted-url.js';
import workerUrl from './shrink-worker.js?worker&url';

/**
 * @import { Shrunk, Wish } from './shrink-worker.js'
 * @typedef {ReturnType<typeof createShrinker>} Shrinker
 */

/**
 * Makes pictures small enough to be shown many at a time, in a worker, one after the other: a photograph of 12 megapixels
 * takes 48 MB once it is decoded, and browsers keep what they have shown.
 */
export function createShrinker() {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let waiting = 0;

  /** @param {Wish} wish @returns {Promise<Shrunk | null>} */
  function ask(wish) {
    const asked = (worker ??= new Worker(trustedUrl(workerUrl), { type: 'module' }));
    return new Promise((resolve, reject) => {
      asked.onmessage = ({ data }) => resolve(data);
      asked.onerror = (event) => reject(new Error(`The worker that shrinks pictures does not run: ${event.message}`));
      asked.postMessage(wish);
    });
  }

  return {
    /**
     * @param {() => Promise<Blob>} picture asked for only when its turn has come
     * @param {number} longestSide in pixels
     * @param {Pick<Wish, 'boxes' | 'turned'>} [crops] the picture is decoded once for all of them
     * @returns {Promise<Shrunk | null>} null where the picture cannot be shown
     */
    shrink(picture, longestSide, crops = {}) {
      waiting += 1;
      const made = last.then(async () => {
        try {
          return await ask({ blob: await picture(), longestSide, ...crops });
        } catch (error) {
          console.debug('Not to be shown:', error);
          return null;
        } finally {
          waiting -= 1;
        }
      });
      last = made;
      return made;
    },
    /** Frees the worker; it starts again when it is needed. */
    rest() {
      if (waiting > 0) return;
      worker?.terminate();
      worker = null;
    },
  };
}
