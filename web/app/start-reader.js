import { Problem } from '../reader/problem.js';

/**
 * Fetches and starts the reader. Its code is imported only here, so that the pad works before it is there, and where it
 * never comes.
 * @throws {Problem} with its cause
 */
export async function startReader() {
  let module;
  try {
    module = await import('../inkdigit.js');
  } catch (cause) {
    throw new Problem('reader-fetch', 'The reader could not be fetched.', { cause });
  }
  return module.load({ backend: 'auto' });
}
