import { loadLaterTexts } from '../texts/texts.js';

/** @import { Progress } from '../reader/reader.js' */

/**
 * One job at a time: the next one gives up the one before.
 *
 * @param {(progress: Progress) => void} onProgress
 * @param {(error: unknown, canRetry: boolean) => void} onProblem
 */
export function createJobs(onProgress, onProblem) {
  let job = new AbortController();
  let again = () => {};

  /**
   * @template Result
   * @param {(options: { signal: AbortSignal, onProgress: typeof onProgress }) => Promise<Result>} work
   * @param {(result: Result) => void} done
   */
  async function run(work, done) {
    job.abort();
    job = new AbortController();
    again = () => void run(work, done);
    const { signal } = job;
    try {
      onProgress({ stage: 'decode', share: 0 });
      const result = await work({ signal, onProgress: (progress) => !signal.aborted && onProgress(progress) });
      if (!signal.aborted) done(result);
    } catch (error) {
      await wordsForPictures();
      // What ails the reader may pass.
      if (!signal.aborted) onProblem(error, /^(reader|model)-|pdf-fetch/.test(/** @type {any} */ (error)?.code));
    }
  }

  return { run, again: () => again(), cancel: () => job.abort() };
}

const LONGEST_MS = 2000;

/** The texts of a picture's problems, unless they are long in coming: then there are the error's own words. */
const wordsForPictures = () =>
  Promise.race([loadLaterTexts().catch(() => null), new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
