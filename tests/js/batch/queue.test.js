import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../web/batch/queue.js';

/** Jobs that end when the test says so. @param {string[]} jobs @param {{ comesBack?: boolean }} [stopped] */
function controlled(jobs, { comesBack = true } = {}) {
  /** @type {{ job: string, signal: AbortSignal, resolve: (result: string) => void, reject: (error: Error) => void }[]} */
  const started = [];
  /** @type {string[]} */
  const told = [];
  const waiting = [...jobs];
  const queue = createQueue({
    next: () => waiting[0],
    work: (job, signal) =>
      /** @type {Promise<string>} */ (
        new Promise((resolve, reject) => {
          waiting.shift();
          started.push({ job, signal, resolve, reject });
        })
      ),
    done: (job, result) => told.push(`${job} is ${result}`),
    failed: (job, error) => told.push(`${job}: ${error instanceof Error ? error.message : error}`),
    stopped: (job) => {
      told.push(`${job} stopped`);
      if (comesBack) waiting.unshift(job);
    },
    rested: () => told.push('rested'),
  });
  return { queue, started, told, waiting, settle: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe('the queue', () => {
  it('runs one job after the other, and never two at once', async () => {
    const { queue, started, told, settle } = controlled(['a', 'b']);
    queue.wake();
    queue.wake();
    expect(started.map(({ job }) => job)).toEqual(['a']);
    started[0].resolve('read');
    await settle();
    expect(started.map(({ job }) => job)).toEqual(['a', 'b']);
    started[1].resolve('read');
    await settle();
    expect(told).toEqual(['a is read', 'b is read', 'rested']);
  });

  it('goes on after a failure', async () => {
    const { queue, started, told, settle } = controlled(['a', 'b']);
    queue.wake();
    started[0].reject(new Error('broken'));
    await settle();
    expect(told).toEqual(['a: broken']);
    expect(started.length).toBe(2);
  });

  it('stops in the midst of a job, also of one that takes no notice, and begins it anew afterwards', async () => {
    const { queue, started, told, settle } = controlled(['a', 'b']);
    queue.wake();
    queue.pause();
    await settle();
    expect(started[0].signal.aborted).toBe(true);
    expect(told).toEqual(['a stopped', 'rested']);
    started[0].resolve('too late');
    await settle();
    queue.wake();
    expect(started.length).toBe(1);
    queue.resume();
    expect(started.map(({ job }) => job)).toEqual(['a', 'a']);
    started[1].resolve('read');
    await settle();
    expect(told.slice(2)).toEqual(['a is read']);
  });

  it('drops the job in hand where it is unwanted, and goes on with the next', async () => {
    const { queue, started, told, settle } = controlled(['a', 'b'], { comesBack: false });
    queue.wake();
    queue.drop((job) => job === 'b');
    expect(started[0].signal.aborted).toBe(false);
    queue.drop((job) => job === 'a');
    await settle();
    expect(started[0].signal.aborted).toBe(true);
    expect(told).toEqual(['a stopped']);
    expect(started.map(({ job }) => job)).toEqual(['a', 'b']);
  });

  it('finds what came later', async () => {
    const { queue, started, waiting, settle } = controlled([]);
    queue.wake();
    await settle();
    waiting.push('a');
    queue.wake();
    expect(started.length).toBe(1);
  });
});
