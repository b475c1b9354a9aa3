import { keptBatch } from './batch/kept-batch.js';
import { asRead, correctNumber, correctPart } from './corrections/correct.js';
import { record, redo, undo } from './history.js';
import { withInk } from './ink/drawing.js';
import { connectKeyboardPen } from './ink/keyboard-pen.js';
import { connectPad } from './ink/pad.js';
import { createPadHand } from './ink/pad-hand.js';
import { loadDrawing, saveDrawing } from './ink/stored-ink.js';
import { createKeptPicture } from './kept-picture.js';
import { latestJob } from './latest-job.js';
import { createPictures } from './pictures.js';
import { reasonOf } from './reason-of.js';
import { createRunningReader } from './running-reader.js';
import { viewInAddress, watchAddress } from './ui/address.js';
import { createCorrectPick } from './ui/correct-pick.js';
import { areaInPixels } from './ui/crop-area.js';
import { progressMessage, readyState, startState } from './ui/describe-state.js';
import { watchOffline } from './ui/offline.js';
import { createPage } from './ui/page.js';
import { createViews } from './ui/views.js';

/**
 * @import { Corrections } from './corrections/correct.js'
 * @import { History } from './history.js'
 * @import { Drawing } from './ink/drawing.js'
 * @import { State, View } from './ui/describe-state.js'
 */

const storage = () => window.localStorage;

const kept = createKeptPicture(() => window.sessionStorage);
/** @type {State} */
let state = { ...startState(loadDrawing(storage)), hasPicture: kept.isThere() };
let frame = 0;
const reader = createRunningReader({
  onReady: (info) => change({ reader: readyState(info) }),
  onFailed: (reason) => change({ reader: { status: 'failed', reason }, reading: null }),
});

const hand = createPadHand(
  () => ({ drawing: state.history.now, gesture: state.gesture, erases: state.tool === 'eraser' }),
  {
    onGesture(gesture, isNew) {
      if (isNew) pictures.cancel();
      change({ gesture, ...(isNew ? { message: null } : {}) });
    },
    onDrawn(drawing) {
      change({ picked: null });
      keep(record(state.history, drawing));
    },
    onTap(place) {
      const pick = page.padPickAt(place);
      // Once the touch is over: the dialog must not take the pad away from under it.
      if (pick) setTimeout(() => correct(pick));
      return pick !== null;
    },
  },
);

const clear = () => keep(record(state.history, withInk(state.history.now, [])));
const showPad = () => views.show.pad();
const leavePicture = () => (state.picture?.row ? views.show.batch() : showPad());
/** @type {Partial<Record<View, Record<string, () => void>>>} what is out of sight is not touched */
const actions = {
  pad: {
    undo: () => keep(undo(state.history)),
    redo: () => keep(redo(state.history)),
    clear,
    escape: () => closeMessage() || clearByKey(),
    eraser: () => change({ tool: state.tool === 'eraser' ? 'pen' : 'eraser' }),
  },
  picture: {
    escape: () => closeMessage() || (state.isCropping ? change({ isCropping: false }) : leavePicture()),
    back: leavePicture,
    undo: () => pictures.correct(undo),
    redo: () => pictures.correct(redo),
    crop: () => change({ isCropping: !state.isCropping }),
    whole: () => state.picture?.area && pictures.readArea(state.picture, null),
    form: () => state.picture && void views.showForm(state.picture.file, null, 'picture'),
  },
  camera: { escape: showPad },
  batch: { escape: () => closeMessage() || showPad(), back: showPad },
  form: { escape: () => closeMessage() || views.leaveForm() },
};

const readPad = latestJob(reader.readInk, {
  // Also what is no longer the newest: the answer follows a pen that is faster than the reader.
  done: (reading) => change({ reading }),
  failed: reader.fail,
});
const pictures = createPictures(reader.readImage, kept, {
  get: () => state.picture,
  onProgress: (progress) => change({ message: progressMessage(progress) }),
  onOpen(picture) {
    change({ picture, hasPicture: true });
    views.show.picture();
  },
  onChange(picture, before) {
    change({ picture, message: null });
    if (picture.row) void views.tellBatch(picture, before);
  },
  onProblem: tell,
});

const page = createPage({
  act,
  onPick: correct,
  onArea(area) {
    if (state.picture) void pictures.readArea(state.picture, areaInPixels(area, state.picture.size));
  },
  onFiles: take,
  onProblem: tell,
  onRetry: retry,
  onCloseMessage: closeMessage,
  onCancel: closeMessage,
  onUpdate: () => state.update?.(),
  onLater: () => change({ update: null }),
  onAppearance: () => change({ appearance: state.appearance + 1 }),
});
const correctPick = createCorrectPick({
  onPart: (part, text) => keepCorrections((all) => correctPart(all, part, text)),
  onNumber: (number, text) => keepCorrections((all) => correctNumber(all, number, text)),
  onAsRead: (number) => keepCorrections((all) => asRead(all, number)),
  onSelect: (part) => change({ picked: part }),
});
const views = createViews({
  read: reader.readImage,
  openPicture: (file, options) => void pictures.open(file, options),
  onTurn,
  onClear() {
    if (!state.picture?.row) return;
    kept.forget();
    change({ picture: null, hasPicture: false });
  },
  picture: { isOpen: () => state.picture !== null, isKept: () => state.hasPicture, reopen: pictures.reopen },
  focus: { pad: page.pad, picture: page.back },
  tell,
  unsureBelow: () => page.unsureBelow(state),
});

connectKeyboardPen(page.pad, hand, (cursor) => change({ cursor }));
connectPad(page.pad, hand);
// Keeping the site for later must not hold up the first answer, nor wait for a reader that never comes: a new version may
// be what repairs it.
reader.settled().then(() =>
  watchOffline({
    onReady: () => change({ isOffline: true }),
    onUpdate: (update) => change({ update }),
  }),
);

render();
watchAddress((view) => views.show[view]());
if (viewInAddress() !== 'pad') views.show[viewInAddress()]();
else if (keptBatch(storage) === 'shown') views.show.batch(); // in sight when the site was left: it goes on

/** @param {Partial<State>} changed */
function change(changed) {
  state = { ...state, ...changed };
  frame ||= requestAnimationFrame(render);
}

function render() {
  frame = 0;
  // First, so that the reader works while the page paints.
  if (state.reader.status !== 'failed') readPad.ask((state.gesture ?? state.history.now).ink);
  page.render(state);
}

/** @param {string} action */
function act(action) {
  // Taking back a stroke while it is being drawn would leave the hand with nothing to draw on.
  if (state.gesture) return;
  (actions[state.view]?.[action] ?? views.show[/** @type {View} */ (action)])?.();
}

/** @param {History<Drawing>} history */
function keep(history) {
  const message = state.message?.kind === 'note' ? null : state.message;
  change({ history, gesture: null, message, isKept: saveDrawing(storage, history.now) });
}

/** Escape is pressed for many reasons: whoever did not mean the drawing is told how to get it back. */
function clearByKey() {
  if (state.history.now.ink.length === 0) return;
  clear();
  change({ message: { kind: 'note', text: 'Escape cleared the pad. Undo, or Ctrl+Z, brings it back.' } });
}

/** @returns {boolean} whether there was one; with that of a picture goes its reading */
function closeMessage() {
  if (!state.message) return false;
  pictures.cancel();
  change({ message: null });
  return true;
}

/** @param {(corrections: Corrections) => Corrections} step */
function keepCorrections(step) {
  if (state.view === 'picture') return pictures.correct((history) => record(history, step(history.now)));
  const { now } = state.history;
  const corrections = step(now.corrections);
  if (corrections !== now.corrections) keep(record(state.history, { ...now, corrections }));
}

/** @param {import('./ui/answer.js').Pick} pick */
function correct(pick) {
  change({ picked: pick.part });
  correctPick(pick, page.unsureBelow(state)).catch(tell);
}

/** @param {File[]} files at least one */
function take(files) {
  if (state.view === 'form') change({ message: { kind: 'problem', text: 'Save or close the form first.' } });
  else if (files.length > 1 || state.view === 'batch') void views.showBatch(files);
  else void pictures.open(files[0]);
}

function retry() {
  // What is imported and fetched anew would be of the version that waits, beside code of this one.
  if (state.update) return state.update();
  readPad.drop();
  change({ reader: { status: 'loading' } });
  reader.restart();
}

/** @param {View} view */
function onTurn(view) {
  // What is still being read must not take a person back from where they have turned to.
  pictures.cancel();
  change({ view, message: null, isCropping: false, picked: null });
  render();
}

/** @param {unknown} error that leaves everything as it was */
function tell(error) {
  if (state.reader.status === 'failed') return change({ message: null });
  console.warn(error);
  change({ message: { kind: 'problem', text: reasonOf(error) } });
}
