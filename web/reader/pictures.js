import { decode } from './image/decode.js';
import { onceMade } from './lazy.js';
import { fetchModelFiles, STRINGS } from './network/model-files.js';
import { createStringReader } from './network/string-reader.js';
import { readImage } from './read-image.js';

/**
 * Everything between a picture and its reading. A file of its own, and fetched with the first picture like the network
 * for strings: half of the reader's code, which who writes on the pad has no need of.
 *
 * @param {{
 *   load: (files: import('./network/model-files.js').ModelFiles) => import('./network/networks.js').Network,
 *   classify: (images: Float32Array) => Float32Array,
 * }} networks
 */
export function createPictureReader({ load, classify }) {
  const stringReader = onceMade(async () => {
    const files = await fetchModelFiles(STRINGS);
    return createStringReader(load(files), files);
  });

  /**
   * @param {Blob | ImageBitmap | ImageData} source
   * @param {import('./reader.js').ImageOptions} options
   * @returns {Promise<import('./reading.js').Reading>}
   */
  return async (source, options) => {
    const [gray, readStrip] = await Promise.all([decode(source, options.area), stringReader()]);
    options.signal?.throwIfAborted();
    return readImage(gray, { classify, readStrip }, options);
  };
}
