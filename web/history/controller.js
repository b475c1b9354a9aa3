import { errorOf } from '../texts/problems.js';
import { lazy } from '../shared/lazy.js';

/**
 * @import { Drawing } from '../shared/strokes.js'
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Crop } from '../shared/frame/crop.js'
 * @import { OpenOptions } from '../picture/pictures.js'
 * @import { openHistory } from './records/open-history.js'
 * @import { KeptReading } from './records/kept-reading.js'
 * @import { State } from '../app/state.js'
 * @import { Reason } from '../texts/problems.js'
 * @typedef {ReturnType<typeof createHistory>} PageHistory
 * @typedef {{ file: File, area: Crop | null, turned: number | null, corrections: Corrections }} ReopenedPicture
 */

/** Language, hand and speech are no trace of what was read. */
const KEPT_SETTINGS = ['inkdigit.settings'];

/**
 * Keeps what is read on the page. The code for it and the database are loaded after the first answer.
 *
 * @param {Drawing} drawing that was on the pad when the page was opened
 * @param {{
 *   unsureBelow: () => number,
 *   openDrawing: (drawing: Drawing) => void,
 *   openPicture: (file: File, options: OpenOptions) => void,
 *   tell: (reason: Reason) => void,
 *   onReady: () => void,
 * }} page openDrawing can be undone; tell: something that a person should know; onReady: the records are at hand
 */
export function createHistory(drawing, { unsureBelow, openDrawing, openPicture, tell, onReady }) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {ReturnType<typeof openHistory> | null} */
  let history = null;
  let isAsked = false;
  /** @type {Reason | null} */
  let notice = null;
  /** A picture that was read before, whose record goes on. @type {{ file: Blob, record?: KeptReading } | null} */
  let reopened = null;
  /** @type {State | null} */
  let latest = null;

  const ready = lazy(async () => {
    const [{ openHistory: open }, { createShrinker }] = await Promise.all([
      import('./records/open-history.js'),
      import('../shared/pictures/shrinker.js'),
    ]);
    history = open({
      shrink: createShrinker().shrink,
      unsureBelow,
      onNotice(latestNotice) {
        notice = latestNotice;
        tell(notice);
      },
      onChange: () => listeners.forEach((listener) => listener()),
      onForgotten: beginAnew,
      except: KEPT_SETTINGS,
    });
    history.autosave.resumeDrawing(drawing);
    offerLatest();
    onReady();
    return history;
  });

  function offerLatest() {
    if (!history || !latest) return;
    const { autosave } = history;
    const { picture } = latest;
    if (reopened && picture?.file === reopened.file) {
      autosave.resumePicture(reopened.file, reopened.record);
      reopened = null;
    }
    autosave.offerDrawing(latest.history.now, latest.reading);
    autosave.offerPicture(picture);
  }

  beforeLeaving(() => history?.autosave.flush());

  return {
    ready,

    /** Has to be called each time that the page shows something. @param {State} state */
    update(state) {
      if (state.gesture) return; // half a stroke is not worth keeping
      latest = state;
      const isAnswered = state.picture !== null || (state.reading !== null && state.history.now.ink.length > 0);
      if (history || isAsked || !isAnswered) return offerLatest();
      isAsked = true;
      ready().catch((error) => console.info('The history does not come:', error));
    },

    /**
     * @template {{ load: () => Promise<{ file: Blob }> }} Kept
     * @param {Kept} kept the picture that was open when the page was left: its record goes on, too
     * @returns {Kept}
     */
    withRecord: (kept) => ({
      ...kept,
      async load() {
        const loaded = await kept.load();
        reopened = { file: loaded.file };
        return loaded;
      },
    }),

    /**
     * Opens a reading where it was read: on the pad, or in its place. The drawing that is there comes back by Undo.
     * @param {KeptReading} record
     * @throws {Error} with a code, where its picture is gone
     */
    async reopen(record) {
      const { autosave, records } = await ready();
      const drawn = reopenDrawing(record);
      if (drawn) {
        autosave.resumeDrawing(drawn, record);
        return openDrawing(drawn);
      }
      const blob = await records.picture(record.id);
      const opened = blob && reopenPicture(record, blob);
      if (!opened) throw errorOf('history.entry.noPicture');
      const { file, area, turned, corrections } = opened;
      reopened = { file, record };
      openPicture(file, { area, turned, begin: () => corrections });
    },

    /** @returns {boolean} whether what is read is kept, as far as is known by now */
    isKeeping: () => history?.records.isKeeping ?? true,

    /** @returns {Reason | null} why something could not be kept, the last time */
    notice: () => notice,

    /** @param {() => void} listener the records are others @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @param {() => void} act when the page may be left, of which phones tell only that it is hidden */
function beforeLeaving(act) {
  window.addEventListener('pagehide', act);
  document.addEventListener('visibilitychange', () => document.hidden && act());
}

/** The page still shows what was forgotten. */
function beginAnew() {
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  window.location.reload();
}

/**
 * @param {KeptReading} record
 * @returns {Drawing | null} for the pad; null for a picture
 */
export function reopenDrawing({ ink, corrections }) {
  return ink && { ink, corrections };
}

/**
 * @param {KeptReading} record
 * @param {Blob} blob the picture that is kept of it
 * @returns {ReopenedPicture | null} boxes in the kept picture's own pixels; null where there is none
 */
export function reopenPicture({ picture, scale, corrections }, blob) {
  if (!picture || scale === null) return null;
  return {
    file: new File([blob], picture.name, { type: blob.type }),
    area: picture.area && scaledCrop(picture.area, scale),
    turned: picture.turned ?? null,
    corrections: corrections.map((each) => ({ ...each, box: scaled(each.box, scale) })),
  };
}

/** @param {Box} box @param {number} scale @returns {Box} */
function scaled({ x, y, width, height }, scale) {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** @param {Crop} crop @param {number} scale @returns {Crop} */
function scaledCrop({ corners, ...box }, scale) {
  const scaledCorners = corners?.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
  return { ...scaled(box, scale), ...(scaledCorners && { corners: scaledCorners }) };
}
