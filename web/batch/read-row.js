import { readForm } from '../shared/forms/read-form.js';
import { countParts } from '../shared/forms/cells.js';
import { cellOfReading } from './rows/cell-of-reading.js';

/**
 * @import { Cell } from './rows/rows.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { Read } from '../picture/pictures.js'
 */

/**
 * @param {Read} read
 * @param {Blob} blob
 * @param {{ signal: AbortSignal, onShare: (share: number) => void }} options onShare is told what the reader tells
 * @returns {Promise<Cell[]>} the one cell of a picture without a form
 */
export async function readWhole(read, blob, { signal, onShare }) {
  return [cellOfReading(await read(blob, { signal, onProgress: ({ share }) => onShare(share) }))];
}

/**
 * @param {Read} read
 * @param {{ blob: Blob, sizeOf: (blob: Blob) => Promise<{ width: number, height: number }> }} picture
 * @param {Form} form with those fields only that are to be read
 * @param {{ signal: AbortSignal, onShare: (share: number) => void }} options
 * @returns {Promise<Cell[]>} one a field
 */
export async function readFields(read, { blob, sizeOf }, form, { signal, onShare }) {
  let started = -1;
  /** @type {import('../shared/forms/read-form.js').Read} one field after another, so that each is an equal share of the whole */
  const readNext = (source, options) => {
    started += 1;
    const before = started;
    const onProgress = (/** @type {{ share: number }} */ { share }) => onShare((before + share) / countParts(form));
    onProgress({ share: 0 });
    return read(source, { ...options, signal, onProgress });
  };
  // A reader says best what is wrong with a file that is no picture.
  const size = await sizeOf(blob).catch(async (error) => {
    await read(blob, { signal, onProgress: () => {} });
    throw error;
  });
  return readForm(readNext, { blob, size }, form, signal);
}
