import { createAutosave } from './autosave.js';
import { contentOfDrawing, contentOfPicture } from './kept-reading.js';

/**
 * @import { Drawing } from '../../shared/strokes.js'
 * @import { Picture } from '../../picture/pictures.js'
 * @import { Reading } from '../../reader/reading.js'
 * @import { Known, Records } from './records.js'
 * @typedef {Pick<Picture, 'file' | 'name' | 'size' | 'area' | 'turned' | 'reading' | 'history' | 'row'>} OpenPicture
 */

/**
 * The pad and the opened picture, each in the history as one record at a time.
 *
 * @param {Pick<Records, 'keep'>} records
 * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage of this tab
 * @param {() => number} unsureBelow
 */
export function createPageAutosave(records, storage, unsureBelow) {
  const pad = createAutosave(records, storage, 'inkdigit.record.pad');
  const opened = createAutosave(records, storage, 'inkdigit.record.picture');
  /** @type {Blob | null} */
  let file = null;

  /** One picture may be opened over another. @param {Blob | null} next */
  function turnTo(next) {
    if (next !== file) opened.end();
    file = next;
  }

  return {
    /**
     * Has to be called whenever either may have changed.
     * @param {Drawing} drawing as it is between two strokes
     * @param {Reading | null} reading of the pad's newest ink; null before there is one
     */
    offerDrawing(drawing, reading) {
      const { ink, corrections } = drawing;
      if (ink.length === 0) return pad.end();
      if (!reading) return;
      const make = () => contentOfDrawing(drawing, reading, unsureBelow());
      pad.offer({ ...subjectOnPad(ink), said: [corrections, reading], make });
    },

    /** @param {OpenPicture | null} picture those of a batch are kept by the batch */
    offerPicture(picture) {
      if (!picture || picture.row !== null) return turnTo(null);
      const { history, reading, area } = picture;
      turnTo(picture.file);
      const make = () => contentOfPicture(picture, unsureBelow());
      opened.offer({ ...subjectOfPicture(picture.file), said: [history.now, reading, area], make, file: picture.file });
    },

    /**
     * @param {Drawing} drawing that is on the pad after a reload, or is put there out of the history
     * @param {Known} [known] its record, where it comes out of the history
     */
    resumeDrawing({ ink }, known) {
      if (ink.length > 0) pad.resume(subjectOnPad(ink), known);
    },

    /**
     * Before `offerPicture` gets it.
     * @param {Blob} picture the file that is opened again
     * @param {Known} [known] its record, where it comes out of the history
     */
    resumePicture(picture, known) {
      turnTo(picture);
      opened.resume(subjectOfPicture(picture), known);
    },

    /** Keeps at once what waits to come to rest: the page may be left. */
    flush() {
      pad.flush();
      opened.flush();
    },

    /** Gives up what waits to come to rest. */
    drop() {
      pad.drop();
      opened.drop();
    },
  };
}

/** @param {Drawing['ink']} ink */
function subjectOnPad(ink) {
  const points = ink.flat();
  const last = points.at(-1);
  return { source: ink, mark: [ink.length, points.length, last?.x, last?.y].join(' '), size: ink.length };
}

/** @param {Blob & { name?: string }} file */
const subjectOfPicture = (file) => ({ source: file, mark: `${file.size} ${file.type}`, size: 0 });
