import { isPdf, openPdf } from '../shared/pdf/open-pdf.js';

/**
 * A PDF of one page is a picture like any other. Its code comes with the first file that is none of the reader's kinds.
 *
 * @param {File} file that the reader refused
 * @param {unknown} error of it
 * @param {AbortSignal} [signal]
 * @returns {Promise<File | null>} the picture of its page; null where it has more of them
 * @throws {unknown} the same error where it is no PDF; one with a code where it cannot be opened
 */
export async function singlePage(file, error, signal) {
  if (!(await isPdf(file))) throw error;
  const pdf = await openPdf(file, signal);
  try {
    return pdf.count > 1 ? null : new File([await pdf.pictureOf(1)], file.name, { type: 'image/jpeg' });
  } finally {
    pdf.close();
  }
}
