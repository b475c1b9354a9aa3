import { Problem } from '../reader/problem.js';
import { decimalSign } from '../texts/intl.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Reader } from '../inkdigit.js'
 */

/** Milliseconds; twice the longest that the reader waits for WebAssembly. */
const LONGEST_START = 20_000;

const NOTHING = { text: '', numbers: [], skipped: [] };

/**
 * The page's reader. What is asked of it while it starts waits. One that does not answer gives way to a new one by itself, which is
 * asked again, once; one that fails is started again when a person says so.
 *
 * @param {{ onReady: (info: Reader['info']) => void, onFailed: (error: unknown) => void }} events onReady may come after
 *   onFailed: what is late is still welcome
 */
export function createPageReader({ onReady, onFailed }) {
  let hasFailed = false;
  let given = new AbortController();
  let reader = start();

  function start() {
    hasFailed = false;
    given = new AbortController();
    const { signal } = given;
    const late = setTimeout(() => tell(notFetched()), LONGEST_START);
    signal.addEventListener('abort', () => clearTimeout(late));
    const starting = startReader(signal).finally(() => clearTimeout(late));
    starting.then(
      ({ info }) => signal.aborted || onReady(info),
      (error) => signal.aborted || fail(error),
    );
    return starting;
  }

  function stop() {
    given.abort();
    reader.then(
      (stopped) => stopped.close(),
      () => null, // it never started
    );
  }

  function restart() {
    stop();
    reader = start();
  }

  /** @param {unknown} error that stops it */
  function fail(error) {
    if (hasFailed) return;
    hasFailed = true;
    stop();
    tell(error);
  }

  /** @param {unknown} error */
  function tell(error) {
    console.error(error);
    onFailed(error);
  }

  /**
   * @template Result
   * @param {(reader: Reader) => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async function ask(work) {
    for (let isAgain = false; ; isAgain = true) {
      const asked = reader;
      try {
        return await work(await asked);
      } catch (error) {
        // Another one has taken its place, and knows nothing of it yet.
        if (asked !== reader) continue;
        const { code } = /** @type {any} */ (error ?? {});
        // The worker asks by way of a service worker that is gone where what the browser kept was cleared: a new one does not.
        const isCutOff = code === 'model-fetch' && !isAgain && (await isReachable());
        if (code !== 'reader-hung' && !isCutOff) throw error;
        restart();
        if (isAgain) throw error;
      }
    }
  }

  return {
    /** @param {Ink} readInk @returns {Promise<Partial<import('./state.js').State>>} what changes with it */
    async readInk(readInk) {
      try {
        return { readInk, reading: await ask((asked) => asked.readInk(readInk, { decimal: decimalSign() })) };
      } catch (error) {
        // Nothing ails the reader.
        if (/** @type {any} */ (error)?.code !== 'ink-much') throw error;
        return { readInk, reading: NOTHING, message: { kind: 'problem', reason: error } };
      }
    },
    /** @type {import('../picture/pictures.js').Read} */
    readImage: (source, options) => ask((asked) => asked.readImage(source, options)),
    /** The newest, which may still be starting. @returns {Promise<Reader>} */
    whenReady: () => reader,
    fail,
    restart,
    /** @returns {Promise<unknown>} once it reads, or has failed, or never will */
    settled: () =>
      Promise.race([reader.catch(() => null), new Promise((resolve) => setTimeout(resolve, LONGEST_START))]),
  };
}

/** A module that came empty or broken, or never comes, stays so until the page is loaded anew. */
let isStuck = false;

/**
 * Fetches and starts the reader. Its code is imported only here, so that the pad works before it is there, and where it
 * never comes.
 *
 * @param {AbortSignal} signal
 * @throws {Problem} with its cause
 */
async function startReader(signal) {
  if (isStuck) await loadPageAnew();
  isStuck = true;
  const module = await import('../inkdigit.js').catch((cause) => {
    isStuck = cause instanceof SyntaxError;
    throw notFetched(cause);
  });
  if (!module.load) throw notFetched();
  isStuck = false;
  return module.load({ backend: 'auto', signal });
}

/** Only once the file is to be had: where the network is gone, so would be the page. */
async function loadPageAnew() {
  if (!(await isReachable())) throw notFetched();
  location.reload();
}

/** @returns {Promise<boolean>} whether the host answers */
const isReachable = () =>
  fetch('inkdigit.js', { cache: 'reload' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** @param {unknown} [cause] */
const notFetched = (cause) =>
  new Problem('reader-fetch', 'The reader could not be fetched. Check the connection, then try again.', { cause });
