import { Problem } from '../reader/problem.js';
import { decimalSign } from '../texts/intl.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Reader } from '../inkdigit.js'
 */

/** Milliseconds; twice the longest that the reader waits for WebAssembly. */
const LONGEST_START = 20_000;

/**
 * The page's reader, which can fail and be started again; what is asked of it meanwhile waits.
 * @param {{ onReady: (info: Reader['info']) => void, onFailed: (error: unknown) => void }} events
 */
export function createPageReader({ onReady, onFailed }) {
  /** @type {'loading' | 'ready' | 'failed'} */
  let status = 'loading';
  let reader = start();

  function start() {
    status = 'loading';
    const starting = startReader();
    starting.then(({ info }) => {
      status = 'ready';
      onReady(info);
    }, fail);
    return starting;
  }

  /** @param {unknown} error that stops it */
  function fail(error) {
    if (status === 'failed') return;
    if (status === 'ready') reader.then((broken) => broken.close());
    status = 'failed';
    console.error(error);
    onFailed(error);
  }

  return {
    /** @param {Ink} readInk */
    readInk: async (readInk) => ({
      readInk,
      reading: await (await reader).readInk(readInk, { decimal: decimalSign() }),
    }),
    /** @type {import('../picture/pictures.js').Read} */
    readImage: async (source, options) => (await reader).readImage(source, options),
    /** The newest, which may still be starting. @returns {Promise<Reader>} */
    whenReady: () => reader,
    fail,
    restart() {
      reader = start();
    },
    /** @returns {Promise<unknown>} once it reads, or has failed, or never will */
    settled: () =>
      Promise.race([reader.catch(() => null), new Promise((resolve) => setTimeout(resolve, LONGEST_START))]),
  };
}

/**
 * Fetches and starts the reader. Its code is imported only here, so that the pad works before it is there, and where it
 * never comes.
 * @throws {Problem} with its cause
 */
async function startReader() {
  let module;
  try {
    module = await import('../inkdigit.js');
  } catch (cause) {
    throw new Problem('reader-fetch', 'The reader could not be fetched.', { cause });
  }
  return module.load({ backend: 'auto' });
}
