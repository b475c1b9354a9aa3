import { errorOf } from '../../texts/problems.js';
import { trustedUrl } from '../dom/trusted-url.js';
import workerUrl from './pdf-worker.js?worker&url';

/**
 * @typedef {{ count: number, pictureOf: (page: number) => Promise<Blob>, close: () => void }} Pdf count: of its pages; pictureOf: of
 *   one, counted from 1, as a JPEG, asked for one at a time
 */

/** A batch of more is better made in parts: each page becomes a picture that the browser keeps. */
const MOST_PAGES = 200;
/** It is held in memory while it is open. */
const MOST_MEGABYTES = 250;
/** Milliseconds for one page, or for opening. One that takes longer is made to. */
const PATIENCE = 60_000;

/** @param {Blob} blob @returns {Promise<boolean>} whether it says that it is a PDF, whatever its name */
export async function isPdf(blob) {
  return (await blob.slice(0, 64).text()).trimStart().startsWith('%PDF-');
}

/**
 * Opens a PDF, in a worker of its own, which is fetched only then.
 *
 * @param {Blob} blob
 * @param {AbortSignal} [signal] closes it
 * @returns {Promise<Pdf>}
 * @throws {Error} with a code: it needs a password, is broken, has no pages or too many, or what opens it could not be fetched; so does
 *   pictureOf
 */
export async function openPdf(blob, signal) {
  const megabytes = Math.round(blob.size / 1e6);
  if (megabytes > MOST_MEGABYTES) {
    throw errorOf('problem.picture-bytes', { values: { megabytes, most: MOST_MEGABYTES } });
  }
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
  const close = () => worker.terminate();
  signal?.addEventListener('abort', close);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;

  /** @param {{ blob: Blob } | { page: number }} question @returns {Promise<any>} */
  const ask = (question) =>
    new Promise((resolve, reject) => {
      late = setTimeout(() => reject(problem('broken')), PATIENCE);
      worker.onmessage = ({ data }) => {
        if (data.problem) reject(problem(data.problem));
        if ('answer' in data) resolve(data.answer); // pdf.js sends messages of its own
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(problem('fetch'));
      };
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.postMessage(question);
    }).finally(() => clearTimeout(late));

  try {
    const count = await ask({ blob });
    if (count === 0) throw problem('broken');
    if (count > MOST_PAGES) throw problem('long', { pages: count, most: MOST_PAGES });
    return { count, pictureOf: (page) => ask({ page }), close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * @param {import('./pdf-worker.js').PdfProblem | 'long'} what
 * @param {Record<string, number>} [values]
 */
const problem = (what, values) => errorOf(`problem.picture-pdf-${what}`, { values });
