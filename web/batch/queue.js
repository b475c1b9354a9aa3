/**
 * Runs jobs one after the other, so that only one picture is decoded at a time, and can stop in the midst of one.
 *
 * @template Job, Result
 * @param {{
 *   next: () => Job | undefined,
 *   work: (job: Job, signal: AbortSignal) => Promise<Result>,
 *   done: (job: Job, result: Result) => void,
 *   failed: (job: Job, error: unknown) => void,
 *   stopped: (job: Job) => void,
 *   rested: () => void,
 * }} events next: the job to start, asked for whenever the one before has ended; exactly one of done, failed and stopped
 *   follows each start, and rested when after some of them there is nothing left, or it was paused
 */
export function createQueue({ next, work, done, failed, stopped, rested }) {
  /** @type {{ job: Job, controller: AbortController } | null} */
  let current = null;
  let isRunning = false;
  let isPaused = false;

  async function run() {
    if (isRunning) return;
    isRunning = true;
    let count = 0;
    for (let job = next(); !isPaused && job !== undefined; job = next()) {
      await runOne(job);
      count += 1;
    }
    isRunning = false;
    if (count > 0) rested();
  }

  /** @param {Job} job */
  async function runOne(job) {
    const controller = new AbortController();
    current = { job, controller };
    try {
      const result = await orAborted(work(job, controller.signal), controller.signal);
      done(job, result);
    } catch (error) {
      if (controller.signal.aborted) stopped(job);
      else failed(job, error);
    } finally {
      current = null;
    }
  }

  return {
    /** There may be something to do. */
    wake() {
      void run();
    },
    /** Stops at once; the job in hand is stopped too. */
    pause() {
      isPaused = true;
      current?.controller.abort();
    },
    resume() {
      isPaused = false;
      void run();
    },
    /** @param {(job: Job) => boolean} isUnwanted stops the job in hand where it is, and goes on with the next */
    drop(isUnwanted) {
      if (current && isUnwanted(current.job)) current.controller.abort();
    },
  };
}

/**
 * Does not wait for work that takes no notice of its signal.
 *
 * @template Result
 * @param {Promise<Result>} work
 * @param {AbortSignal} signal
 * @returns {Promise<Result>}
 */
function orAborted(work, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
