import { startHistory } from './history.js';
import { decodePicture } from './ui/decode-picture.js';

/**
 * @import { Corrections } from './corrections/correct.js'
 * @import { History } from './history.js'
 * @import { Box } from './ink/rasterize.js'
 * @import { ImageOptions, Progress } from './read/reader.js'
 * @import { Reading } from './read/reading.js'
 * @typedef {{
 *   file: Blob,
 *   image: HTMLImageElement,
 *   name: string,
 *   size: { width: number, height: number },
 *   area: Box | null,
 *   reading: Reading,
 *   history: History<Corrections>,
 * }} Picture area is what is read of it, in its pixels; null for all
 * @typedef {(source: Blob | ImageBitmap, options?: ImageOptions) => Promise<Reading>} Read
 */

/**
 * Opens and reads one picture at a time: what is asked for newly takes the place of what is still being read.
 * @param {Read} read
 * @param {{
 *   onProgress: (progress: Progress) => void,
 *   onRead: (picture: Picture) => void,
 *   onProblem: (error: unknown) => void,
 * }} events
 */
export function createPictures(read, { onProgress, onRead, onProblem }) {
  let job = new AbortController();

  /** @param {(options: { signal: AbortSignal, onProgress: typeof onProgress }) => Promise<Picture>} work */
  async function run(work) {
    job.abort();
    job = new AbortController();
    const { signal } = job;
    try {
      onProgress({ stage: 'decode', share: 0 });
      const picture = await work({ signal, onProgress: (progress) => !signal.aborted && onProgress(progress) });
      if (!signal.aborted) onRead(picture);
    } catch (error) {
      if (!signal.aborted) onProblem(error);
    }
  }

  return {
    /** @param {Blob & { name?: string }} file @param {Box | null} [area] in pixels of the picture */
    open: (file, area = null) =>
      run(async (options) => {
        // First the reader, which refuses what is absurdly large before anything decodes it.
        const reading = await read(file, { ...options, area: area ?? undefined });
        const image = await decodePicture(file);
        const size = { width: image.naturalWidth, height: image.naturalHeight };
        return { file, image, name: file.name ?? '', size, area, reading, history: startHistory([]) };
      }),

    /** @param {Picture} picture @param {Box | null} area */
    readArea: (picture, area) =>
      run(async (options) => {
        const reading = await read(picture.file, { ...options, area: area ?? undefined });
        return { ...picture, area, reading };
      }),

    cancel: () => job.abort(),
  };
}
