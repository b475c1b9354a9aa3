import { beginGesture, continueGesture } from './ink/gesture.js';
import { record, redo, startHistory, undo } from './ink/history.js';
import { connectKeyboardPen } from './ink/keyboard-pen.js';
import { connectPad } from './ink/pad.js';
import { createPadView } from './ink/pad-view.js';
import { loadInk, saveInk } from './ink/stored-ink.js';
import { latestJob } from './latest-job.js';
import { startReader } from './start-reader.js';
import { createAnnouncer } from './ui/announcer.js';
import { createAnswer } from './ui/answer.js';
import { createChart } from './ui/chart.js';
import { decodePicture } from './ui/decode-picture.js';
import { answerOf, inkOf, messageOf, positionOf, readyState, toolsOf } from './ui/describe-state.js';
import { createMessage } from './ui/message.js';
import { watchOffline } from './ui/offline.js';
import { part } from './ui/part.js';
import { watchPictures } from './ui/picture-source.js';
import { createPictureView } from './ui/picture-view.js';
import { createPreview } from './ui/preview.js';
import { setText } from './ui/set-text.js';
import { watchShortcuts } from './ui/shortcuts.js';
import { createToolbar } from './ui/toolbar.js';
import { createUpdatePrompt } from './ui/update-prompt.js';
import { watchAppearance } from './ui/watch-appearance.js';

/**
 * @import { Hand } from './ink/pad.js'
 * @import { History } from './ink/history.js'
 * @import { Ink } from './ink/strokes.js'
 * @import { State } from './ui/describe-state.js'
 */

/** @param {string} selector */
const element = (selector) => part(document, selector, HTMLElement);
const pad = part(document, '#pad', HTMLCanvasElement);
const back = part(document, '#back', HTMLButtonElement);
const storage = () => window.localStorage;

/** @type {State} */
let state = {
  history: startHistory(loadInk(storage)),
  gesture: null,
  cursor: null,
  tool: 'pen',
  reader: { status: 'loading' },
  reading: null,
  picture: null,
  message: null,
  isKept: true,
  isOffline: false,
  update: null,
  appearance: 0,
};
/** Milliseconds; twice the longest that the reader waits for WebAssembly. */
const LONGEST_START = 20_000;

let frame = 0;
let reader = start();

/** @type {Hand} */
const hand = {
  start(point, { eraser }) {
    openPicture.drop();
    const gesture = beginGesture(state.history.ink, point, eraser || state.tool === 'eraser');
    change({ gesture, message: null });
  },
  move(points) {
    if (state.gesture) change({ gesture: continueGesture(state.gesture, points) });
  },
  end() {
    if (state.gesture) keep(record(state.history, state.gesture.ink));
  },
  cancel: () => change({ gesture: null }),
};

/** @type {Record<string, () => void>} */
const padActions = {
  undo: () => keep(undo(state.history)),
  redo: () => keep(redo(state.history)),
  clear: () => keep(record(state.history, [])),
  escape: () => (state.message ? change({ message: null }) : keep(record(state.history, []))),
  eraser: () => change({ tool: state.tool === 'eraser' ? 'pen' : 'eraser' }),
};
/** @type {Record<string, () => void>} the drawing is out of sight, so nothing here touches it */
const pictureActions = { escape: showPad, back: showPad };

const readPad = latestJob(async (/** @type {Ink} */ ink) => (await reader).readInk(ink), {
  // Also what is no longer the newest: the answer follows a pen that is faster than the reader.
  done: (reading) => change({ reading }),
  failed: fail,
});
const openPicture = latestJob(readPicture, {
  done: (picture, isLatest) => isLatest && showPicture(picture),
  failed: (error, isLatest) => isLatest && tell(error),
});

const padView = createPadView(pad);
const answer = createAnswer(element('#answer-box'));
const chart = createChart(element('#chart'));
const preview = createPreview(part(document, '#preview', HTMLCanvasElement));
const pictureView = createPictureView(element('#picture'));
const toolbar = createToolbar(element('#toolbar'), act);
const message = createMessage(element('#message'), { onRetry: retry, onClose: () => change({ message: null }) });
const updatePrompt = createUpdatePrompt(element('#update'), {
  onNow: () => state.update?.(),
  onLater: () => change({ update: null }),
});
const answerAnnouncer = createAnnouncer(element('#answer-status'));
const positionAnnouncer = createAnnouncer(element('#position-status'));

connectKeyboardPen(pad, hand, (cursor) => change({ cursor }));
connectPad(pad, hand);
back.addEventListener('click', () => act('back'));
watchShortcuts(document, pad, act);
watchPictures(part(document, '#picture-file', HTMLInputElement), document.body, {
  onPicture: openPicture.ask,
  onNothing: (text) => change({ message: { kind: 'problem', text } }),
});
watchAppearance(pad, () => change({ appearance: state.appearance + 1 }));
// Keeping the site for later must not hold up the first answer, nor wait for a reader that never comes: a new version may
// be what repairs it.
Promise.race([reader.catch(() => null), new Promise((resolve) => setTimeout(resolve, LONGEST_START))]).then(() =>
  watchOffline({
    onReady: () => change({ isOffline: true }),
    onUpdate: (update) => change({ update }),
  }),
);

render();

/** @param {Partial<State>} changed */
function change(changed) {
  state = { ...state, ...changed };
  frame ||= requestAnimationFrame(render);
}

function render() {
  frame = 0;
  const ink = inkOf(state);
  // First, so that the reader works while the page paints.
  if (state.reader.status !== 'failed') readPad.ask(ink);
  const shown = answerOf(state);
  document.documentElement.dataset.reader = state.reader.status;
  padView.render(ink, state.cursor, state.gesture?.eraser ?? null, state.appearance);
  element('#sheet').dataset.blank = String(ink.length === 0);
  element('#sheet').hidden = state.picture !== null;
  pad.dataset.tool = state.tool;
  element('#toolbar').hidden = state.picture !== null;
  back.hidden = state.picture === null;
  toolbar.render(toolsOf(state));
  pictureView.render(state.picture);
  answer.render(shown);
  chart.render(shown.digit?.probabilities ?? null);
  preview.render(shown.digit?.image ?? null, state.appearance);
  message.render(messageOf(state));
  updatePrompt.render(state.update !== null);
  setText(element('#offline-status'), state.isOffline ? 'Ready to work offline' : '');
  setText(element('#version'), state.reader.status === 'ready' ? state.reader.version : '');
  element('#not-kept').hidden = state.isKept;
  answerAnnouncer.announce(state.gesture ? null : shown.spoken);
  positionAnnouncer.announce(positionOf(state));
}

/** @param {string} action */
function act(action) {
  // Taking back a stroke while it is being drawn would leave the hand with nothing to draw on.
  if (state.gesture) return;
  (state.picture ? pictureActions : padActions)[action]?.();
}

/** @param {History} history */
function keep(history) {
  change({ history, gesture: null, isKept: saveInk(storage, history.ink) });
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

/** @param {File} file */
async function readPicture(file) {
  change({ message: { kind: 'progress', text: 'Reading the picture…' } });
  // First the reader, which refuses what is absurdly large before anything decodes it.
  const reading = await (await reader).readImage(file);
  return { reading, image: await decodePicture(file), name: file.name };
}

/** @param {NonNullable<State['picture']>} picture */
function showPicture(picture) {
  change({ picture, message: null });
  render();
  back.focus();
}

function showPad() {
  change({ picture: null, message: null });
  render();
  pad.focus();
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

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
