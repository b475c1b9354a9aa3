import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// It gives getDocument the parser, which so runs in this very worker.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url';

/**
 * Opens one PDF and draws its pages, all off the main thread. It is asked { blob } first, and answers { answer: count }; then { page },
 * counted from 1, and answers { answer: its picture }. { problem } comes where it cannot: 'password', 'fetch' or 'broken'.
 * Scripts of a PDF never run, and nothing of it is fetched from elsewhere.
 *
 * @typedef {'password' | 'fetch' | 'broken'} PdfProblem
 */

/** As office scanners have it, in pixels an inch. */
const RESOLUTION = 200;
/** Points an inch, in which PDFs measure. */
const POINTS = 72;
/** Pixels of the longer side: a page may be said to be a stamp, or a wall. iPhones draw nothing larger than 4096 by 4096. */
const [SHORTEST, LONGEST] = [2400, 4096];

/**
 * Decoders of what browsers do not open, JBIG2 and JPEG 2000, as scanners write them. They are fetched with the first PDF, so that
 * they are there for a later one without a network.
 *
 * @type {Map<string, Promise<Uint8Array | null>>} null where one could not be fetched
 */
const decoders = new Map([
  ['jbig2.wasm', fetchBytes(jbig2Url)],
  ['openjpeg.wasm', fetchBytes(openjpegUrl)],
]);

let lacksDecoder = false;

/** What pdf.js asks the page for by a name. */
class Files {
  /** @param {{ filename: string }} wanted */
  async fetch({ filename }) {
    const bytes = await decoders.get(filename);
    if (bytes) return bytes;
    lacksDecoder ||= bytes === null;
    throw new Error(`${filename} is not here.`);
  }
}

/** pdf.js would draw these by SVG, which workers lack: a rare mask is drawn without its curve. */
class NoFilters {
  addFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addKnockoutFilter = () => 'none';
  addHCMFilter = () => 'none';
  destroy = () => {};
}

/** @type {import('pdfjs-dist').PDFDocumentProxy} */
let pdf;

self.addEventListener('message', async ({ data: { blob, page } }) => {
  if (!blob && !page) return; // pdf.js' own
  try {
    self.postMessage({ answer: blob ? await open(blob) : await draw(page) });
  } catch (error) {
    console.debug('Not to be opened:', error);
    self.postMessage({ problem: problemOf(error) });
  }
});

/** @param {Blob} blob @returns {Promise<number>} how many pages it has */
async function open(blob) {
  const { fonts } = /** @type {any} */ (self);
  const options = {
    data: new Uint8Array(await blob.arrayBuffer()),
    verbosity: 0,
    ownerDocument: /** @type {any} */ ({ fonts, createElement: () => new OffscreenCanvas(1, 1) }),
    disableFontFace: !fonts,
    useWorkerFetch: false,
    FilterFactory: NoFilters,
    BinaryDataFactory: Files,
  };
  pdf = await getDocument(options).promise;
  return pdf.numPages;
}

/** @param {number} number @returns {Promise<Blob>} a JPEG */
async function draw(number) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const side = Math.max(width, height);
  const scale = Math.min(LONGEST, Math.max(SHORTEST, (side * RESOLUTION) / POINTS)) / side;
  const [across, down] = [width, height].map((points) => Math.max(1, Math.round(points * scale)));
  const canvas = new OffscreenCanvas(across, down);
  await page.render({ canvas: /** @type {any} */ (canvas), viewport: page.getViewport({ scale }) }).promise;
  page.cleanup();
  // pdf.js leaves out a picture that it cannot decode, and says nothing.
  if (lacksDecoder) throw new TypeError('A decoder could not be fetched.');
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

/** @param {any} error @returns {PdfProblem} */
function problemOf(error) {
  if (lacksDecoder) return 'fetch';
  return error?.name === 'PasswordException' ? 'password' : 'broken';
}

/** @param {string} url @returns {Promise<Uint8Array | null>} */
async function fetchBytes(url) {
  try {
    const response = await fetch(url);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch (error) {
    console.debug('Not fetched:', error);
    return null;
  }
}
