import { storedVisibility } from './batch/stored-notes.js';
import { loadDrawing } from './pad/stored-drawing.js';
import { createStoredPicture } from './picture/stored-picture.js';
import { createHistory } from './history/controller.js';
import { latestJob } from './shared/latest-job.js';
import { lazy } from './shared/lazy.js';
import { createPadDrawing } from './pad/controller.js';
import { followLanguage } from './app/language.js';
import { createPictures } from './picture/pictures.js';
import { errorOf } from './texts/problems.js';
import { createPageReader } from './app/page-reader.js';
import { createSettings } from './settings/settings.js';
import { createSpeech } from './speech/speech.js';
import { deviceStorage, readText, tabStorage } from './shared/storage/local.js';
import { progressMessage, readyState, startState, unsureBelowOf } from './app/state.js';
import { watchGivenFiles, watchOffline } from './app/offline.js';
import { createCalm } from './app/calm.js';
import { createPage } from './app/page.js';
import { navigatePanels } from './app/panel-navigation.js';
import { createViews } from './app/views.js';

/**
 * @import { Drawing } from './shared/strokes.js'
 * @import { State, View } from './app/state.js'
 */

const settings = createSettings(deviceStorage);
const speech = createSpeech(settings, (reason) => change({ message: { kind: 'note', reason } }));
speech.subscribe(() => change({}));
const stored = loadDrawing(deviceStorage);
const pageHistory = createHistory(stored.now, {
  unsureBelow: () => unsureBelowOf(state),
  openDrawing,
  openPicture: (file, options) => void pictures.open(file, options),
  tell: (reason) => change({ message: { kind: 'note', reason } }),
  onReady: () => storedPicture.tidy(),
});
const storedPicture = pageHistory.withRecord(createStoredPicture(tabStorage));
/** @type {State} */
let state = { ...startState(stored.now), history: stored, hasPicture: storedPicture.isThere() };
let frame = 0;
const reader = createPageReader({
  onReady(info) {
    change({ reader: readyState(info) });
    weigh();
  },
  onFailed: (error) => change({ reader: { status: 'failed', error }, reading: null }),
});
const leavePicture = () => (state.picture?.row ? views.show.batch() : views.show.pad());
/** @type {Partial<Record<View, Record<string, () => void>>>} what is out of sight is not touched */
const actions = {
  pad: {
    escape: () => closeMessage() || (state.tool === 'eraser' ? change({ tool: 'pen' }) : act('clearByKey')),
    eraser: () => change({ tool: state.tool === 'eraser' ? 'pen' : 'eraser' }),
  },
  picture: {
    escape: () => closeMessage() || (state.isCropping ? change({ isCropping: false }) : leavePicture()),
    back: leavePicture,
    undo: () => pictures.undo(),
    redo: () => pictures.redo(),
    crop: () => change({ isCropping: !state.isCropping }),
    turn: () => state.picture && void pictures.turn(state.picture),
    whole: () => state.picture?.area && pictures.readArea(state.picture, null),
    form: () => state.picture && void views.showForm(state.picture.file, null, 'picture'),
  },
  camera: { escape: () => views.show.pad() },
  batch: { escape: () => closeMessage() || views.show.pad(), back: () => views.show.pad() },
  form: { escape: () => closeMessage() || views.leaveForm() },
};

// What is no longer the newest is done, too: the answer follows a pen that is faster than the reader.
const late = () => change({ reading: null });
const readPad = latestJob(reader.readInk, { done: change, failed: reader.fail, late });
const calmOf = createCalm(() => change({}));
const pictures = createPictures(reader.readImage, storedPicture, {
  get: () => state.picture,
  prepare: () => page.pictureView(),
  onProgress: (progress) => change({ message: progressMessage(progress) }),
  onOpen(picture) {
    change({ picture, hasPicture: true });
    panels.showSheet('picture');
  },
  onPages: (pdf) => void views.showBatch([pdf]),
  onChange(picture, before) {
    change({ picture, message: null });
    if (picture.row) void views.tellBatch(picture, before);
  },
  onProblem: tell,
});

const correcting = lazy(async () => {
  const { createCorrecting } = await import('./app/correcting.js');
  const sheets = { now: () => state, change, onPad: padDrawing.correct, onPicture: pictures.correct, settings };
  return createCorrecting({ ...sheets, reader: reader.whenReady, onWeighed: readAnew });
});
const weigh = () => readText(deviceStorage, 'inkdigit.hand') && correcting().then((ask) => ask.weigh(), tell);

const page = createPage({
  act,
  onPick: correct,
  onSkipped: pictures.readSkipped,
  onCrop: (crop) => state.picture && void pictures.readArea(state.picture, crop),
  onFiles: take,
  onProblem: tell,
  onRetry: retry,
  onCloseMessage: closeMessage,
  onUpdate: () => state.update?.(),
  onLater: () => change({ update: null }),
  onAppearance() {
    change({ appearance: state.appearance + 1 });
    padDrawing.place();
  },
  onPanel: (name) => panels.toggle(name),
  onClosePanel: () => panels.close(),
  panelPage: {
    reader: reader.whenReady,
    select: (part) => change({ picked: part }),
    openInk: (ink) => openDrawing({ ink, corrections: [] }),
    settings,
    speech,
    history: pageHistory,
    hands: async () => (await correcting()).hands,
  },
});
const views = createViews({
  read: reader.readImage,
  reader: reader.whenReady,
  openPicture: (file, options) => void pictures.open(file, options),
  onTurn,
  onClear() {
    if (!state.picture?.row) return;
    storedPicture.forget();
    change({ picture: null, hasPicture: false });
  },
  picture: { isOpen: () => state.picture !== null, isKept: () => state.hasPicture, reopen: pictures.reopen },
  focus: { pad: page.pad, picture: page.back },
  tell,
  unsureBelow: () => unsureBelowOf(state),
});
const panels = navigatePanels(() => state, { views, page, onPanel: (panel) => change({ panel, message: null }) });
const padDrawing = createPadDrawing(page.pad, deviceStorage, {
  now: () => state,
  change,
  onBegin: pictures.cancel,
  tell,
  onTap(place) {
    const pick = page.padPickAt(place);
    // Once the touch is over: the dialog must not take the pad away from under it.
    return pick && (() => void setTimeout(() => correct(pick)));
  },
});
// Keeping the site for later must not hold up the first answer, nor wait for a reader that only a new version repairs.
reader.settled().then(() => {
  padDrawing.letMove().catch(tell);
  watchOffline({ onReady: (isOffline) => change({ isOffline }), onUpdate: (update) => change({ update }) });
});
padDrawing.place();
render();
document.getElementById('boot')?.remove(); // what boot.js shows of a page that does not get here
void followLanguage(settings, { onTexts: readAnew, onProblem: tell });
watchGivenFiles(take, tell);
// The view that was in sight when the site was left comes back.
if (!panels.goToAddress() && storedVisibility(deviceStorage) === 'shown') views.show.batch();

/** @param {Partial<State>} changed */
function change(changed) {
  state = { ...state, ...changed };
  frame ||= requestAnimationFrame(render);
}

function render() {
  frame = 0;
  // First, so that the reader works while the page paints.
  if (state.reader.status !== 'failed') readPad.ask((state.gesture ?? state.history.now).ink);
  state = { ...state, calm: calmOf(state, unsureBelowOf(state)) };
  page.render(state);
  pageHistory.update(state);
}

/** In another language a sign may be another one. */
function readAnew() {
  readPad.drop();
  change({});
}

/** @param {string} action */
function act(action) {
  // Taking back a stroke while it is being drawn would leave the hand with nothing to draw on.
  if (state.gesture) return;
  if (action === 'escape' && state.panel) return panels.close();
  if (action === 'check') return correct(null);
  const own = state.view === 'pad' ? { ...padDrawing.actions, ...actions.pad } : actions[state.view];
  (own?.[action] ?? views.show[/** @type {View} */ (action)])?.();
}

/** Undo brings back what was there. @param {Drawing} opened */
function openDrawing(opened) {
  panels.showSheet('pad');
  padDrawing.draw(opened);
  padDrawing.actions.whole();
}

/** @returns {boolean} whether there was one; with that of a picture goes its reading */
function closeMessage() {
  if (!state.message) return false;
  pictures.cancel();
  change({ message: null });
  return true;
}

/** @param {import('./shared/reading/shown-reading.js').Pick | null} pick null for all that is in doubt */
function correct(pick) {
  if (pick) change({ picked: pick.part });
  correcting().then((ask) => (pick ? ask.correct(pick) : ask.check()), tell);
}

/** @param {File[]} files at least one */
function take(files) {
  if (state.view === 'form') tell(errorOf('page.form.open'));
  else if (files.length > 1 || state.view === 'batch') void views.showBatch(files);
  else void pictures.open(files[0]);
}

function retry() {
  if (state.reader.status !== 'failed') return void pictures.again();
  // Files that are imported and fetched anew would be of the version that waits, beside code of this one.
  if (state.update) return state.update();
  change({ reader: { status: 'loading' } });
  readAnew();
  reader.restart();
}

/** @param {View} view @param {boolean} isBelowPanel */
function onTurn(view, isBelowPanel) {
  // A picture that is still being read must not take a person back from where they have turned to.
  pictures.cancel();
  change({ view, panel: isBelowPanel ? state.panel : null, message: null, isCropping: false, picked: null });
  render();
}

/** @param {unknown} error that leaves everything as it was @param {boolean} [canRetry] */
function tell(error, canRetry = false) {
  if (state.reader.status === 'failed') return change({ message: null });
  console.warn(error);
  change({ message: { kind: 'problem', reason: error, canRetry } });
}
