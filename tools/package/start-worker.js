import { workerFrom } from '../../web/reader/call-worker.js';

/** As it lies in the package. */
export const workerUrl = import.meta.url.replace(/[^/]*$/, 'worker.js');

/** Stands for web/reader/start-worker.js in the npm package. */
export function startWorker() {
  try {
    // Bundlers look for this form, and take in what the worker is made of.
    return new Worker(new URL(/* @vite-ignore */ './worker.js', import.meta.url), { type: 'module' });
  } catch {
    // From another origin, or where Trusted Types are asked for.
    return workerFrom(workerUrl);
  }
}
