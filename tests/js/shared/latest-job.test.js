import { describe, expect, it } from 'vitest';
import { latestJob } from '../../../web/shared/latest-job.js';

/** @typedef {{ name: string }} Input */

/** Jobs that end when the test says so. */
function controlled() {
  /** @type {{ input: Input, resolve: () => void, reject: (error: Error) => void }[]} */
  const started = [];
  /** @type {[string, boolean][]} */
  const ended = [];
  /** @param {Input} input @returns {Promise<string>} */
  const work = (input) =>
    new Promise((resolve, reject) => started.push({ input, resolve: () => resolve(input.name), reject }));
  const job = latestJob(work, {
    done: (result, isLatest) => ended.push([result, isLatest]),
    failed: (error, isLatest) => ended.push([String(error), isLatest]),
  });
  return { job, started, ended, settle: () => new Promise((resolve) => setTimeout(resolve)) };
}

const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name }));

describe('latestJob', () => {
  it('runs one at a time, and of what waits only the newest', async () => {
    const { job, started, ended, settle } = controlled();
    for (const input of [a, b, c]) job.ask(input);
    expect(started.map(({ input }) => input)).toEqual([a]);
    started[0].resolve();
    await settle();
    expect(started.map(({ input }) => input)).toEqual([a, c]);
    started[1].resolve();
    await settle();
    expect(ended).toEqual([
      ['a', false],
      ['c', true],
    ]);
  });

  it('does not repeat what was asked for last', async () => {
    const { job, started, settle } = controlled();
    job.ask(a);
    started[0].resolve();
    await settle();
    job.ask(a);
    expect(started.length).toBe(1);
  });

  it('goes on after a failure', async () => {
    const { job, started, ended, settle } = controlled();
    job.ask(a);
    started[0].reject(new Error('broken'));
    await settle();
    job.ask(b);
    started[1].resolve();
    await settle();
    expect(ended).toEqual([
      ['Error: broken', true],
      ['b', true],
    ]);
  });

  it('says that a dropped job is not wanted any more, and then takes it again', async () => {
    const { job, started, ended, settle } = controlled();
    job.ask(a);
    job.drop();
    started[0].resolve();
    await settle();
    expect(ended).toEqual([['a', false]]);
    job.ask(a);
    expect(started.length).toBe(2);
  });

  it('starts nothing for what was dropped while it waited', async () => {
    const { job, started, settle } = controlled();
    job.ask(a);
    job.ask(b);
    job.drop();
    started[0].resolve();
    await settle();
    expect(started.length).toBe(1);
  });
});
