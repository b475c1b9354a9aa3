import { openPdf } from '../shared/pdf/open-pdf.js';

/**
 * @import { Pdf } from '../shared/pdf/open-pdf.js'
 * @import { Page } from './rows/rows.js'
 */

/** Milliseconds that a PDF stays open after its last page: the next one is asked for once this one is read. */
const REST_MS = 20_000;

/**
 * Draws pages of PDFs, one after the other. One PDF is open at a time, since it is held in memory.
 *
 * @param {(id: string) => Promise<Blob>} pdfOf
 */
export function createPdfPages(pdfOf) {
  /** @type {{ of: string, pdf: Pdf } | null} */
  let opened = null;
  /** @type {Promise<void>} */
  let last = Promise.resolve();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function close() {
    opened?.pdf.close();
    opened = null;
  }

  /** @param {string} of */
  async function open(of) {
    if (opened?.of !== of) {
      close();
      opened = { of, pdf: await openPdf(await pdfOf(of)) };
    }
    return opened.pdf;
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  function inTurn(work) {
    const done = last.then(work);
    // What failed may hang, or lack what could not be fetched.
    /** @type {Promise<void>} */
    const closing = done.catch(close).then(() => {
      clearTimeout(timer);
      timer = setTimeout(() => last === closing && close(), REST_MS);
    });
    last = closing;
    return done;
  }

  return {
    /** @param {string} of the PDF's id @returns {Promise<number>} how many pages it has */
    countOf: (of) => inTurn(async () => (await open(of)).count),

    /**
     * @param {Page} page
     * @param {() => Promise<Blob | undefined>} drawn whether it was meanwhile, which is asked when its turn has come
     * @returns {Promise<Blob>}
     */
    pictureOf: ({ of, number }, drawn) => inTurn(async () => (await drawn()) ?? (await open(of)).pictureOf(number)),
  };
}
