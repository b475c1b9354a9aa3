/** Milliseconds after which an answer is late. */
const LATE = 2000;

/**
 * Runs at most one job at a time. What is asked for meanwhile waits, and only the newest of it: the others are dropped.
 * Jobs are never aborted, since killing the worker would throw a loaded model away.
 * @template Input, Result
 * @param {(input: Input) => Promise<Result>} work
 * @param {{
 *   done: (result: Result, isLatest: boolean) => void,
 *   failed: (error: unknown, isLatest: boolean) => void,
 *   late?: () => void,
 * }} then isLatest is false where something newer was asked for, or the job was dropped, in the meantime; late: what was done
 *   before has not been what is asked for for a while
 * @returns {{ ask: (input: Input) => void, drop: () => void }} asking for the very same object again asks for nothing
 */
export function latestJob(work, { done, failed, late }) {
  /** @type {Input | undefined} */
  let wanted;
  let running = false;

  /** @param {Input} input */
  async function run(input) {
    running = true;
    const timer = setTimeout(() => late?.(), LATE);
    try {
      const result = await work(input);
      done(result, input === wanted);
    } catch (error) {
      failed(error, input === wanted);
    } finally {
      clearTimeout(timer);
      running = false;
    }
    if (wanted !== undefined && wanted !== input) run(wanted);
  }

  return {
    ask(input) {
      if (input === wanted) return;
      wanted = input;
      if (!running) run(input);
    },
    drop() {
      wanted = undefined;
    },
  };
}
