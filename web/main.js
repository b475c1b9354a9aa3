import { keptBatch } from './batch/kept-batch.js';
import { asRead, correctNumber, correctPart } from './corrections/correct.js';
import { record, redo, undo } from './history.js';
import { withInk } from './ink/drawing.js';
import { connectKeyboardPen } from './ink/keyboard-pen.js';
import { connectPad } from './ink/pad.js';
import { createPadHand } from './ink/pad-hand.js';
import { loadDrawing, saveDrawing } from './ink/stored-ink.js';
import { latestJob } from './latest-job.js';
import { createPictures } from './pictures.js';
import { reasonOf } from './reason-of.js';
import { startReader } from './start-reader.js';
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
 * @import { Ink } from './ink/strokes.js'
 * @import { State, View } from './ui/describe-state.js'
 */

const storage = () => window.localStorage;

/** @type {State} */
let state = startState(loadDrawing(storage));
const LONGEST_START = 20_000; // milliseconds; twice the longest that the reader waits for WebAssembly

let frame = 0;
let reader = start();

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
/** @type {Record<string, () => void>} */
const anywhere = {
  back: showPad,
  camera: () => void views.showCamera(),
  batch: () => void views.showBatch([]),
};
/** @type {Partial<Record<View, Record<string, () => void>>>} what is out of sight is not touched */
const actions = {
  pad: {
    undo: () => keep(undo(state.history)),
    redo: () => keep(redo(state.history)),
    clear,
    escape: () => (state.message ? change({ message: null }) : clear()),
    eraser: () => change({ tool: state.tool === 'eraser' ? 'pen' : 'eraser' }),
  },
  picture: {
    escape: () => (state.isCropping ? change({ isCropping: false }) : showPad()),
    undo: () => keepPicture(undo),
    redo: () => keepPicture(redo),
    crop: () => change({ isCropping: !state.isCropping }),
    whole: () => state.picture?.area && pictures.readArea(state.picture, null),
    form: () => state.picture && void views.showForm(state.picture.file, null),
  },
  camera: { escape: showPad },
};

const readPad = latestJob(async (/** @type {Ink} */ ink) => (await reader).readInk(ink), {
  // Also what is no longer the newest: the answer follows a pen that is faster than the reader.
  done: (reading) => change({ reading }),
  failed: fail,
});
/** @type {import('./pictures.js').Read} */
const readImage = async (source, options) => (await reader).readImage(source, options);
const pictures = createPictures(readImage, {
  onProgress: (progress) => change({ message: progressMessage(progress) }),
  onRead(picture) {
    const isSame = state.picture?.file === picture.file;
    // What was corrected while it was read again is kept.
    if (state.picture && isSame) change({ picture: { ...picture, history: state.picture.history }, message: null });
    else showPicture(picture);
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
  onCloseMessage: () => change({ message: null }),
  onCancel: () => (pictures.cancel(), change({ message: null })),
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
  read: readImage,
  openPicture: (file, area) => void pictures.open(file, area),
  turnTo,
  showPad,
  hasPicture: () => state.picture !== null,
  tell,
  unsureBelow: () => page.unsureBelow(state),
});

connectKeyboardPen(page.pad, hand, (cursor) => change({ cursor }));
connectPad(page.pad, hand);
// Keeping the site for later must not hold up the first answer, nor wait for a reader that never comes: a new version may
// be what repairs it.
Promise.race([reader.catch(() => null), new Promise((resolve) => setTimeout(resolve, LONGEST_START))]).then(() =>
  watchOffline({
    onReady: () => change({ isOffline: true }),
    onUpdate: (update) => change({ update }),
  }),
);

render();
if (keptBatch(storage) === 'shown') void views.showBatch([]); // in sight when the page was left: it goes on

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
  (actions[state.view]?.[action] ?? anywhere[action])?.();
}

/** @param {History<Drawing>} history */
function keep(history) {
  change({ history, gesture: null, isKept: saveDrawing(storage, history.now) });
}

/** @param {(history: History<Corrections>) => History<Corrections>} step */
function keepPicture(step) {
  const { picture } = state;
  if (picture) change({ picture: { ...picture, history: step(picture.history) } });
}

/** @param {(corrections: Corrections) => Corrections} step */
function keepCorrections(step) {
  if (state.view === 'picture') return keepPicture((history) => record(history, step(history.now)));
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

function start() {
  const starting = startReader();
  starting.then(({ info }) => change({ reader: readyState(info) }), fail);
  return starting;
}

function retry() {
  // What is imported and fetched anew would be of the version that waits, beside code of this one.
  if (state.update) return state.update();
  readPad.drop();
  change({ reader: { status: 'loading' } });
  reader = start();
}

/** @param {View} view */
function turnTo(view) {
  // What is still being read must not take a person back from where they have turned to.
  pictures.cancel();
  views.hideBut(view);
  // A form that is drawn on a picture leads back to it.
  const picture = view === 'picture' || view === 'form' ? state.picture : null;
  change({ view, message: null, isCropping: false, picked: null, picture });
  render();
}

/** @param {NonNullable<State['picture']>} picture */
function showPicture(picture) {
  change({ picture });
  turnTo('picture');
  window.scrollTo(0, 0);
  page.back.focus({ preventScroll: true });
}

function showPad() {
  turnTo('pad');
  page.pad.focus();
}

/** @param {unknown} error that stops the reader */
function fail(error) {
  if (state.reader.status === 'failed') return;
  if (state.reader.status === 'ready') reader.then((broken) => broken.close());
  console.error(error);
  change({ reader: { status: 'failed', reason: reasonOf(error) }, reading: null });
}

/** @param {unknown} error that leaves everything as it was */
function tell(error) {
  if (state.reader.status === 'failed') return change({ message: null });
  console.warn(error);
  change({ message: { kind: 'problem', text: reasonOf(error) } });
}
