import { redo, startHistory, undo } from '../shared/undo.js';
import { decodePicture } from '../shared/pictures/decode-picture.js';

/**
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { ImageOptions, Progress } from '../reader/reader.js'
 * @import { Reading } from '../reader/reading.js'
 * @typedef {{
 *   file: Blob,
 *   image: HTMLImageElement,
 *   name: string,
 *   size: { width: number, height: number },
 *   area: Box | null,
 *   reading: Reading,
 *   history: History<Corrections>,
 *   row: string | null,
 *   before?: Picture | null,
 *   after?: Picture | null,
 * }} Picture area is what is read of it, in its pixels; null for all. row: of the batch, which it was opened from. before
 *   is what was said of the picture whose place this one took: Undo leads there, and Redo from there to the one after
 * @typedef {{
 *   area?: Box | null,
 *   row?: string | null,
 *   begin?: (read: Pick<Picture, 'reading' | 'size'>) => Corrections,
 * }} OpenOptions begin: with the corrections that were made before
 * @typedef {(source: Blob | ImageBitmap, options?: ImageOptions) => Promise<Reading>} Read
 */

/**
 * The picture in the place of the pad: opened, read, read again, corrected, kept. One at a time: what is asked for newly
 * takes the place of what is still being read.
 * @param {Read} read
 * @param {ReturnType<typeof import('./stored-picture.js').createStoredPicture>} kept
 * @param {{
 *   get: () => Picture | null,
 *   onProgress: (progress: Progress) => void,
 *   onOpen: (picture: Picture) => void,
 *   onChange: (picture: Picture, before: Picture) => void,
 *   onProblem: (error: unknown) => void,
 * }} events onChange: what is read of it, or what a person said
 */
export function createPictures(read, kept, { get, onProgress, onOpen, onChange, onProblem }) {
  let job = new AbortController();

  /**
   * @param {(options: { signal: AbortSignal, onProgress: typeof onProgress }) => Promise<Picture>} work
   * @param {(picture: Picture) => void} done
   */
  async function run(work, done) {
    job.abort();
    job = new AbortController();
    const { signal } = job;
    try {
      onProgress({ stage: 'decode', share: 0 });
      const picture = await work({ signal, onProgress: (progress) => !signal.aborted && onProgress(progress) });
      if (!signal.aborted) done(picture);
    } catch (error) {
      if (!signal.aborted) onProblem(error);
    }
  }

  /**
   * @param {Blob & { name?: string }} file
   * @param {OpenOptions} how
   * @param {ImageOptions} options
   * @returns {Promise<Picture>}
   */
  async function load(file, { area = null, row = null, begin = () => [] }, options) {
    // First the reader, which refuses what is absurdly large before anything decodes it.
    const reading = await read(file, { ...options, area: area ?? undefined });
    const image = await decodePicture(file);
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    const history = startHistory(begin({ reading, size }));
    return { file, image, name: file.name ?? '', size, area, reading, history, row };
  }

  /** @param {(picture: Picture) => Picture} step */
  function change(step) {
    const before = get();
    const after = before && step(before);
    if (!before || !after || after === before) return;
    onChange(after, before);
    kept.keep(after);
  }

  /** @param {Picture} picture */
  function show(picture) {
    onOpen(picture);
    kept.keep(picture);
  }

  /** @param {(history: Picture['history']) => Picture['history']} step */
  function correct(step) {
    change((picture) => {
      const history = step(picture.history);
      return history === picture.history ? picture : { ...picture, history };
    });
  }

  return {
    /** @param {File} file @param {OpenOptions} [how] */
    open: (file, how = {}) =>
      run(
        (options) => load(file, how, options),
        (picture) => show({ ...picture, before: worthKeeping(get()) }),
      ),

    /** The one that was open when the page was left. */
    reopen: () =>
      run(async (options) => {
        const { file, area, row, corrections } = await kept.load();
        return load(file, { area, row, begin: () => corrections }, options);
      }, onOpen),

    /** @param {Picture} picture @param {Box | null} area */
    readArea: (picture, area) =>
      run(
        async (options) => {
          const reading = await read(picture.file, { ...options, area: area ?? undefined });
          return { ...picture, area, reading };
        },
        // Corrections that were made while it was read again stay.
        ({ reading }) => change((now) => (now.file === picture.file ? { ...now, area, reading } : now)),
      ),

    correct,

    /** Takes back the last correction; where there is none, the opening of this picture in the place of another. */
    undo() {
      const picture = get();
      if (!picture?.before || picture.history.past.length > 0) correct(undo);
      else show({ ...picture.before, after: { ...picture, before: null } });
    },

    redo() {
      const picture = get();
      if (!picture?.after || picture.history.future.length > 0) correct(redo);
      else show({ ...picture.after, before: { ...picture, after: null } });
    },

    cancel: () => job.abort(),
  };
}

/**
 * @param {Picture | null} picture whose place another one takes
 * @returns {Picture | null} null where nothing was said of it, or the batch keeps it; one alone, since each is held in memory
 */
function worthKeeping(picture) {
  const { past, now } = picture?.history ?? startHistory([]);
  return picture && picture.row === null && (past.length > 0 || now.length > 0)
    ? { ...picture, before: null, after: null }
    : null;
}
