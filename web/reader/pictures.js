import { decode } from './image/decode.js';
import { onceMade } from './lazy.js';
import { createLabeler, LABELER_OPERATIONS } from './network/labeler.js';
import { fetchModelFiles, LABELS, STRINGS } from './network/model-files.js';
import { createStringReader } from './network/string-reader.js';
import { readImage } from './read-image.js';

/**
 * Everything between a picture and its reading. A file of its own, and fetched with the first picture like the networks
 * for labels and strings: half of the reader's code, which who writes on the pad has no need of.
 *
 * @param {{
 *   load: import('./network/networks.js').Load,
 * } & import('./lines/strip-line.js').Digits} networks
 */
export function createPictureReader({ load, ...digits }) {
  const stringReader = onceMade(async () => {
    const files = await fetchModelFiles(STRINGS);
    return createStringReader(load(files), files);
  });
  const labeler = onceMade(async () => {
    const files = await fetchModelFiles(LABELS);
    return createLabeler(load(files, LABELER_OPERATIONS), files);
  });

  /**
   * @param {Blob | ImageBitmap | ImageData} source
   * @param {import('./reader.js').ImageOptions} options
   * @returns {Promise<import('./reading.js').Reading>}
   */
  return async (source, options) => {
    const [picture, label, readStrip] = await Promise.all([decode(source, options.area), labeler(), stringReader()]);
    options.signal?.throwIfAborted();
    return readImage(picture, { label, readStrip, ...digits }, options);
  };
}
