import { createReader } from './reader.js';

// Runs the reader off the main thread. A request is { id, method, argument, options }, its answer { id, result, backend } or
// { id, error, told }, told being what a copied error loses: its code and values; before it may come { id, progress }.
// { id, reason } takes a request back.

/** @type {any} what `createReader` made: its methods are called by their names */
let reader;

/** @type {Map<number, AbortController>} */
const running = new Map();

// WebKit runs this module once more when another one imports from it: the first, which has the reader, goes on.
self.onmessage ??= async ({ data: { id, method, argument, options, reason } }) => {
  if (!method) {
    running.get(id)?.abort(reason);
    return;
  }
  const controller = new AbortController();
  running.set(id, controller);
  /** @param {import('./reader.js').Progress} progress */
  const onProgress = (progress) => self.postMessage({ id, progress });
  try {
    const all = { ...options, signal: controller.signal, onProgress };
    const result =
      method === 'load'
        ? await load(argument)
        : await (method in reader ? reader : await reader.pictures())[method](argument, all);
    self.postMessage({ id, result, backend: reader.info.backend });
  } catch (error) {
    answerWith(id, error);
  } finally {
    running.delete(id);
    argument?.close?.();
  }
};

/** @param {any} options */
async function load(options) {
  reader = await createReader(options);
  return reader.info;
}

/** @param {number} id @param {any} error */
function answerWith(id, error) {
  // A problem; its class may be the other run's.
  const told = error?.values ? { code: error.code, values: error.values } : {};
  try {
    self.postMessage({ id, error, told });
  } catch {
    // Its cause cannot be cloned; without an answer the caller would wait for ever.
    self.postMessage({ id, error: new Error(error?.message ?? error), told });
  }
}
