/**
 * @typedef {{
 *   resolve: (result: any) => void,
 *   reject: (error: unknown) => void,
 *   onProgress?: (progress: any) => void,
 * }} Waiting
 */

/**
 * Calls of a worker's methods as promises (`worker.js` says what the messages are).
 *
 * @param {Worker} worker
 */
export function callWorker(worker) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let count = 0;
  /** @type {Error | undefined} */
  let ended;

  /** @param {Error} error */
  const end = (error) => {
    ended = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  worker.onmessage = ({ data: { id, result, error, told, progress } }) => {
    const call = waiting.get(id);
    if (progress) {
      call?.onProgress?.(progress);
      return;
    }
    waiting.delete(id);
    if (error) call?.reject(Object.assign(error, told));
    else call?.resolve(result);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    const words = 'The reader could not start: check the connection and reload the page.';
    end(Object.assign(new Error(words, { cause: event.message }), { code: 'reader-start' }));
  };

  return {
    /**
     * @param {string} method
     * @param {unknown} [argument]
     * @param {{ signal?: AbortSignal, onProgress?: (progress: any) => void, [option: string]: unknown }} [options]
     *   the rest is for the method
     * @param {Transferable[]} [moved]
     * @returns {Promise<any>}
     */
    call(method, argument, { signal, onProgress, ...options } = {}, moved = []) {
      if (ended) return Promise.reject(ended);
      if (signal?.aborted) return Promise.reject(signal.reason);
      const id = count++;
      const withdraw = () => {
        worker.postMessage({ id, reason: 'withdrawn' });
        // At once, and not when the worker gets to it.
        waiting.get(id)?.reject(signal?.reason);
        waiting.delete(id);
      };
      return new Promise((resolve, reject) => {
        worker.postMessage({ id, method, argument, options }, moved);
        waiting.set(id, { resolve, reject, onProgress });
        signal?.addEventListener('abort', withdraw);
      }).finally(() => signal?.removeEventListener('abort', withdraw));
    },
    close: () => end(Object.assign(new Error('The reader was closed.'), { code: 'reader-closed' })),
  };
}

/** @type {any} of Trusted Types, where the browser has them; a policy's name can be taken once */
let policy;

/**
 * @param {string} url of a module
 * @returns {Worker} from any origin: browsers start none of another one, but one of the page's own may import it
 * @throws {Error} where the browser starts no workers
 */
export function workerFrom(url) {
  const { origin, href } = new URL(url, location.href);
  // It stays while the page does: some browsers fetch it later.
  const own = origin === location.origin ? href : URL.createObjectURL(importOf(href));
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('inkdigit', {
    createScriptURL: (/** @type {string} */ trusted) => trusted,
  });
  return new Worker(policy?.createScriptURL(own) ?? own, { type: 'module' });
}

/** @param {string} href */
const importOf = (href) => new Blob([`import ${JSON.stringify(href)}`], { type: 'text/javascript' });
