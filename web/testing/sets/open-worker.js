import { Problem } from '../../reader/problem.js';
import { problemOf } from './content.js';
import { openSet } from './open-set.js';

/**
 * Opens one set off the main thread, and is then ended.
 *
 * @import { Half, OpenedSet, OpenProgress } from './open-set.js'
 * @typedef {{
 *   progress?: OpenProgress,
 *   opened?: OpenedSet | Half,
 *   message?: string,
 *   code?: string,
 *   values?: import('../../reader/problem.js').Values,
 * }} Answer to { files, wish }: progress any number of times, then what was opened, or what is wrong
 */

self.onmessage = async ({ data: { files, wish } }) => {
  const answer = (/** @type {Answer} */ content, /** @type {Transferable[]} */ moved = []) =>
    self.postMessage(content, { transfer: moved });
  try {
    const opened = await openSet(files, wish, (progress) => answer({ progress }));
    answer({ opened }, 'images' in opened ? [opened.images.buffer] : []);
  } catch (error) {
    // There is no memory for a set that is not too large by itself.
    const problem = error instanceof RangeError ? problemOf('testing.problem.memory') : error;
    const { code, values } = problem instanceof Problem ? problem : {};
    answer({ message: /** @type {Error} */ (problem).message, code, values });
  }
};
