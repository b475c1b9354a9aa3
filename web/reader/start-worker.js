import { workerFrom } from './call-worker.js';
import workerUrl from './worker.js?worker&url';

/** The npm package has another one in its place, in the form that bundlers look for: tools/package/start-worker.js. */
export const startWorker = () => workerFrom(workerUrl);

export { workerUrl };
