/**
 * @typedef {{
 *   resolve: (result: any) => void,
 *   reject: (error: unknown) => void,
 *   onProgress?: (progress: any) => void,
 *   patience: number,
 * }} Waiting
 */

/**
 * Seconds until a worker that was asked for this and says nothing is taken for dead. Ink takes milliseconds; between two words
 * about a picture lie seconds on a slow device. Starting waits for files, which say nothing on their way.
 */
const PATIENCE = new Map([
  ['readInk', 15],
  ['load', Infinity],
]);
const LONGEST_PATIENCE = 60;

const SECOND = 1000;

/**
 * Calls of a worker's methods as promises (`worker.js` says what the messages are). A worker that hangs, or ends without a word,
 * is ended, and what was asked of it rejected.
 *
 * @param {Worker} worker
 */
export function callWorker(worker) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let count = 0;
  /** @type {Error | undefined} */
  let ended;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let clock;
  /** Seconds. They are counted and not measured: a page that was frozen did not hear its worker either. */
  let silence = 0;
  /** Of the worker's last answer. @type {'wasm' | 'cpu'} */
  let backend;

  /** @param {string} code @param {string} words @param {unknown} [cause] */
  const end = (code, words, cause) => {
    const error = Object.assign(new Error(words, { cause }), { code });
    ended = error;
    worker.terminate();
    clearInterval(clock);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const tick = () => {
    if (waiting.size === 0) {
      clearInterval(clock);
      clock = undefined;
    } else if (++silence >= Math.max(...[...waiting.values()].map(({ patience }) => patience))) {
      end('reader-hung', 'The reader does not answer: try again.');
    }
  };

  worker.onmessage = ({ data: { id, result, error, told, progress, ...answer } }) => {
    silence = 0;
    backend = answer.backend ?? backend;
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
    end('reader-start', 'The reader could not start. Check the connection, then try again.', event.message);
  };

  return {
    backend: () => backend,

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
        // At once, and not when the worker gets to it; until then it is busy.
        const call = waiting.get(id);
        call?.reject(signal?.reason);
        if (call) call.onProgress = undefined;
      };
      return new Promise((resolve, reject) => {
        worker.postMessage({ id, method, argument, options }, moved);
        if (waiting.size === 0) silence = 0;
        clock ??= setInterval(tick, SECOND);
        waiting.set(id, { resolve, reject, onProgress, patience: PATIENCE.get(method) ?? LONGEST_PATIENCE });
        signal?.addEventListener('abort', withdraw);
      }).finally(() => signal?.removeEventListener('abort', withdraw));
    },
    close: () => end('reader-closed', 'The reader was closed.'),
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
