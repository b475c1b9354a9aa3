import { Problem } from '../reader/problem.js';
import { trustedUrl } from '../shared/dom/trusted-url.js';
import { errorOf } from '../texts/problems.js';
import workerUrl from './sets/open-worker.js?worker&url';

/**
 * @import { Chosen } from './sets/entries.js'
 * @import { Half, OpenedSet, OpenProgress, Wish } from './sets/open-set.js'
 * @import { Answer } from './sets/open-worker.js'
 */

/**
 * Opens files in a worker of their own, which is ended where they are given up, whatever it is doing: the reader's would lose
 * its networks.
 *
 * @param {Chosen[]} files
 * @param {Wish} wish
 * @param {{ signal: AbortSignal, onProgress: (progress: OpenProgress) => void }} run
 * @returns {Promise<OpenedSet | Half>}
 * @throws {Problem} with what is wrong, and where; the signal's reason when it is aborted
 */
export async function openInWorker(files, wish, { signal, onProgress }) {
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.onerror = ({ message }) => reject(errorOf('panel.failed', { cause: message }));
      worker.onmessage = ({ data }) => {
        const { progress, opened, code, values, message } = /** @type {Answer} */ (data);
        if (progress) onProgress(progress);
        else if (opened) resolve(opened);
        // What a copied error loses.
        else reject(code ? new Problem(code, message, { values }) : new Error(message));
      };
      worker.postMessage({ files, wish });
    });
  } finally {
    worker.terminate();
  }
}
