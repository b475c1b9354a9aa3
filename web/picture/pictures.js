import { lazy } from '../shared/lazy.js';
import { record, redo, startHistory, undo } from '../shared/undo.js';
import { decodePicture } from '../shared/pictures/decode-picture.js';
import { createJobs } from './jobs.js';

/**
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @import { Crop } from '../shared/frame/crop.js'
 * @import { ImageOptions, Progress } from '../reader/reader.js'
 * @import { Reading } from '../reader/reading.js'
 * @typedef {{
 *   file: Blob,
 *   image: HTMLImageElement,
 *   name: string,
 *   size: { width: number, height: number },
 *   area: Crop | null,
 *   turned: number | null,
 *   asRead: Reading,
 *   reading: Reading,
 *   history: History<Corrections>,
 *   row: string | null,
 *   before?: Picture | null,
 *   after?: Picture | null,
 * }} Picture area is what is read and shown of it, in its pixels; null for all. turned: from which side a person has it read, in degrees
 *   clockwise; null where the reader looks for itself. asRead: as the reader read it; reading: with what was passed over and
 *   a person had read. row: of the batch, which it was opened from. before
 *   is the same picture before it was cropped or turned, or what was said of the picture whose place this one took: Undo leads
 *   there, and Redo from there to the one after
 * @typedef {{
 *   area?: Crop | null,
 *   turned?: number | null,
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
 *   prepare: () => Promise<unknown>,
 *   onProgress: (progress: Progress) => void,
 *   onOpen: (picture: Picture) => void,
 *   onPages: (pdf: File) => void,
 *   onChange: (picture: Picture, before: Picture) => void,
 *   onProblem: (error: unknown, canRetry: boolean) => void,
 * }} events prepare: makes what shows a picture; onPages: the file is a PDF of several; onChange: what is read
 *   of it, or what a person said
 */
export function createPictures(read, kept, { get, prepare, onProgress, onOpen, onPages, onChange, onProblem }) {
  const { run, again, cancel } = createJobs(onProgress, onProblem);
  const skippedCode = createSkippedCode();
  const { withRead, loadSkipped } = skippedCode;
  const { load, loadAny } = createLoading(read, prepare, skippedCode);
  /** From where it is being read: it may be turned again before that is done. @type {{ file: Blob, turned: number } | null} */
  let turning = null;

  /** @param {(picture: Picture) => Picture} step */
  function change(step) {
    const before = get();
    const changed = before && step(before);
    if (!before || !changed || changed === before) return;
    const after = { ...changed, reading: withRead(changed.asRead, changed.history.now) };
    onChange(after, before);
    kept.keep(after);
  }

  /**
   * @param {Picture} picture
   * @param {Pick<Picture, 'area' | 'turned'>} part
   */
  const readAgain = (picture, part) =>
    run(
      (options) => read(picture.file, { ...options, ...partOf(part) }),
      // Corrections that were made while it was read again stay.
      (asRead) => change((now) => (now.file === picture.file ? stepFrom(now, { ...part, asRead }) : now)),
    );

  /** @param {Picture} picture @param {Picture | null} [from] */
  function show(picture, from = null) {
    if (from?.file === picture.file) onChange(picture, from);
    else onOpen(picture);
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
        (options) => loadAny(file, how, options),
        (picture) => (picture ? show({ ...picture, before: worthKeeping(get()) }) : onPages(file)),
      ),

    /** The one that was open when the page was left. */
    reopen: () =>
      run(async (options) => {
        const { file, corrections, ...how } = await kept.load();
        return load(file, { ...how, begin: () => corrections }, options);
      }, onOpen),

    /**
     * Whoever crops a picture that was turned has seen which side is up.
     * @param {Picture} picture
     * @param {Crop | null} area
     */
    readArea: (picture, area) =>
      readAgain(picture, { area, turned: picture.turned ?? (picture.reading.turned || null) }),

    /** By a quarter more, clockwise, than it is or is about to be. @param {Picture} picture */
    async turn(picture) {
      const { file, area, reading } = picture;
      const before = (turning?.file === file ? turning : reading).turned ?? 0;
      const own = (turning = { file, turned: (before + 90) % 360 });
      await readAgain(picture, { area, turned: own.turned });
      if (turning === own) turning = null;
    },

    correct,

    /** @param {number} index of what was passed over, as a number after all */
    async readSkipped(index) {
      const picture = get();
      if (!picture?.reading.skipped[index]) return;
      await run(
        async (options) => (await loadSkipped()).readSkipped(read, picture, index, options),
        (said) => get()?.file === picture.file && correct((history) => record(history, [...history.now, said])),
      );
    },

    /** Takes back the last correction; where there is none, the crop, the turn, or the opening in the place of another. */
    undo() {
      const picture = get();
      if (!picture?.before || picture.history.past.length > 0) correct(undo);
      else show({ ...picture.before, after: { ...picture, before: null } }, picture);
    },

    redo() {
      const picture = get();
      if (!picture?.after || picture.history.future.length > 0) correct(redo);
      else show({ ...picture.after, before: { ...picture, after: null } }, picture);
    },

    /** What could not be done. */
    again,
    cancel,
  };
}

/**
 * @param {Read} read
 * @param {() => Promise<unknown>} prepare
 * @param {ReturnType<typeof createSkippedCode>} skippedCode
 */
function createLoading(read, prepare, { withRead, loadSkipped }) {
  /**
   * @param {Blob & { name?: string }} file
   * @param {OpenOptions} how
   * @param {ImageOptions} options
   * @returns {Promise<Picture>}
   */
  async function load(file, { area = null, turned = null, row = null, begin = () => [] }, options) {
    // First the reader, which refuses what is absurdly large before anything decodes it.
    const asRead = await read(file, { ...options, ...partOf({ area, turned }) });
    const [image] = await Promise.all([decodePicture(file), prepare()]);
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    const history = startHistory(begin({ reading: asRead, size }));
    if (history.now.some(({ of }) => of === 'read')) await loadSkipped();
    const reading = withRead(asRead, history.now);
    return { file, image, name: file.name ?? '', size, area, turned, asRead, reading, history, row };
  }

  /** @param {File} file @param {OpenOptions} how @param {ImageOptions} options @returns {Promise<Picture | null>} null for several pages */
  async function loadAny(file, how, options) {
    try {
      return await load(file, how, options);
    } catch (error) {
      if (!/^picture-(kind|bytes)$/.test(/** @type {any} */ (error)?.code)) throw error;
      const { singlePage } = await import('./single-page.js');
      const page = await singlePage(file, error, options.signal);
      return page && load(page, how, options);
    }
  }

  return { load, loadAny };
}

/** @param {Pick<Picture, 'area' | 'turned'>} part @returns {ImageOptions} */
function partOf({ area, turned }) {
  const part = area?.corners ? { corners: [...area.corners] } : { area: area ?? undefined };
  return { ...part, turned: turned ?? undefined };
}

/** @param {Picture} picture @param {Pick<Picture, 'area' | 'turned' | 'asRead'>} now how it is read @returns {Picture} */
const stepFrom = (picture, now) => ({
  ...picture,
  ...now,
  history: startHistory(picture.history.now),
  before: picture,
  after: null,
});

/** Few pictures have anything that was passed over and is read after all: its code comes with the first. */
function createSkippedCode() {
  /** @type {typeof import('./read-skipped.js') | undefined} */
  let code;
  return {
    loadSkipped: lazy(async () => (code = await import('./read-skipped.js'))),
    /** @type {typeof import('./read-skipped.js').withRead} */
    withRead: (reading, corrections) => code?.withRead(reading, corrections) ?? reading,
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
