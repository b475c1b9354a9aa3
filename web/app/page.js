import { errorOf } from '../texts/problems.js';
import { lazy } from '../shared/lazy.js';
import { memo } from '../shared/memo.js';
import { currentLanguage, text as textOf } from '../texts/texts.js';
import { createActions, createAnswer } from '../answer/answer.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { createChart, createPreview } from '../answer/chart.js';
import { copyText } from '../shared/dom/copy-text.js';
import { createShownOf } from './shown.js';
import { actionsOf, answerOf, chartTitle, inkOf, messageOf, positionOf, toolsOf } from './state.js';
import { createMarks } from '../shared/marks/marks.js';
import { createMessage, createToolbar, createUpdatePrompt, followSettings, offerInstall } from './page-widgets.js';
import { createPanel } from './panel-frame.js';
import { createSheet } from './sheet.js';
import { isPanel } from './panel-registry.js';
import { findElement, setEmphasized, setText } from '../shared/dom/elements.js';
import { watchFileSources } from '../picture/file-sources.js';
import { watchShortcuts } from '../shared/dom/shortcuts.js';
import { partAt } from '../shared/panel/snapshot.js';
import { createSnapshotOf } from './snapshot.js';
import { watchAppearance } from '../shared/dom/appearance.js';

/**
 * @import { Part, Pick, Shown } from '../shared/reading/shown-reading.js'
 * @import { Crop } from '../shared/frame/crop.js'
 * @import { State } from './state.js'
 * @import { DigitPlace } from '../shared/panel/snapshot.js'
 * @import { PanelName, PanelPage } from './panel-registry.js'
 * @typedef {{
 *   act: (action: string) => void,
 *   onPick: (pick: Pick) => void,
 *   onSkipped: (index: number) => Promise<unknown>,
 *   onCrop: (crop: Crop | null) => void,
 *   onFiles: (files: File[]) => void,
 *   onProblem: (problem: unknown) => void,
 *   onRetry: () => void,
 *   onCloseMessage: () => void,
 *   onUpdate: () => void,
 *   onLater: () => void,
 *   onAppearance: () => void,
 *   onPanel: (name: PanelName) => void,
 *   onClosePanel: () => void,
 *   panelPage: Omit<PanelPage, 'say' | 'select' | 'openPanel'> & { select: (part: Part | null) => void },
 * }} Events
 */

/** @type {ReadonlyArray<import('../shared/marks/marks.js').Mark>} */
const NO_MARKS = [];

/**
 * The widgets that the page has from the start, and what each of them shows of the state.
 * @param {Events} events
 */
export function createPage(events) {
  const pad = findElement(document, '#pad', HTMLCanvasElement);
  const back = findElement(document, '#back', HTMLButtonElement);
  const shownOf = createShownOf();
  const pictureView = lazy(async () =>
    (await import('../picture/view.js')).createPictureView(find('#picture'), events),
  );
  const renderers = [
    createWriting(pad, events, pictureView),
    createReading(events),
    createSurroundings(events),
    createPanels(pad, events),
  ];
  const padMarks = createMarks(find('#pad-marks'));

  connectSources(events);
  watchShortcuts(document, pad, (action) => events.act(action === 'clear' ? 'clearByKey' : action));
  watchAppearance(pad, events.onAppearance);
  for (const button of document.querySelectorAll('button[data-action]:not(.toolbar *, .actions *)')) {
    button.addEventListener('click', () => events.act(/** @type {HTMLElement} */ (button).dataset.action ?? ''));
  }

  return {
    pad,
    back,
    pictureView,
    isSheetCovered: () => find('#desk').inert,
    /** @param {State} state */
    render(state) {
      const of = shownOf(state);
      for (const render of renderers) render(state, of);
      find('#pad-marks').style.setProperty('--scale', String(state.placement.scale));
      const marks = state.view === 'pad' && state.tool === 'pen' ? of.marks : NO_MARKS;
      padMarks.render(marks, inkOf(state), state.placement);
    },
    /** @param {{ x: number, y: number }} place in the window @returns {Pick | null} the digit whose label is there */
    padPickAt: (place) => padMarks.pickAt(place, { onBox: false }),
  };
}

/** @param {string} selector */
const find = (selector) => findElement(document, selector, HTMLElement);

/** @typedef {(state: State, of: import('./shown.js').ShownState) => void} Render */

/**
 * The pad, or the picture in its place, and their tools.
 * @param {HTMLCanvasElement} pad
 * @param {Events} events
 * @param {() => Promise<{ render: import('../picture/view.js').Render }>} pictureView
 * @returns {Render}
 */
function createWriting(pad, { act, onProblem }, pictureView) {
  const back = find('#back');
  const showSheet = createSheet(pad, { act, onProblem });
  let isOpened = false;
  const showPicture = memo((/** @type {Parameters<import('../picture/view.js').Render>} */ ...shown) => {
    if ((isOpened ||= shown[0] !== null)) pictureView().then(({ render }) => render(...shown), onProblem);
  }, currentLanguage);
  const toolbars = [find('#toolbar'), find('#picture-tools')];
  const tools = toolbars.map((toolbar) => createToolbar(toolbar, act));
  const sheet = find('#sheet');
  return (state, { shown, marks }) => {
    const isPicture = state.view === 'picture';
    const isElsewhere = isPicture || state.view === 'camera';
    const ink = inkOf(state);
    sheet.dataset.blank = String(ink.length === 0);
    sheet.hidden = isElsewhere;
    showSheet(state, shown);
    pad.dataset.tool = state.tool;
    toolbars[0].hidden = isElsewhere;
    toolbars[1].hidden = !isPicture;
    back.ariaLabel = textOf(state.picture?.row ? 'page.toBatch' : 'page.toPad');
    for (const toolbar of tools) toolbar.render(toolsOf(state));
    showPicture(isPicture ? state.picture : null, isPicture ? marks : NO_MARKS, state.isCropping);
  };
}

/**
 * The answer and what is known about it.
 * @param {Events} events
 * @returns {Render}
 */
function createReading({ onPick, onProblem, panelPage: { speech } }) {
  let text = '';
  async function onCopy() {
    if (await copyText(answer.toCopy(text))) actions.showCopied();
    else onProblem(errorOf('page.copy.failed'));
  }
  const onGone = () => (find('#sheet').hidden ? find('#back') : find('#pad')).focus({ preventScroll: true });
  const answer = createAnswer(find('#answer-box'), { onPick, onGone, onProblem });
  const actions = createActions(find('#actions'), { onCopy, onSpeak: speech.toggle });
  const title = find('#chart-title');
  const chart = createChart(find('#chart'));
  const preview = createPreview(findElement(document, '#preview', HTMLCanvasElement));
  const answerAnnouncer = createAnnouncer(find('#answer-status'));
  const positionAnnouncer = createAnnouncer(find('#position-status'));
  return (state, of) => {
    const described = answerOf(state, of.shown);
    text = described.text;
    answer.render(described, of);
    const { shown, selected } = of.chart;
    chart.render(selected?.probabilities ?? null);
    const words = chartTitle(selected, shown);
    (/[,،、]/.test(words) ? setEmphasized : setText)(title, words);
    const possible = actionsOf({ answer: described, selected: of.selected });
    // Browsers know their voices only some time after the start: the button does not come and go with them.
    const speak = possible.speak && speech.isAvailable();
    actions.render({ ...possible, speak }, { canSpeak: speech.isThere, isSpeaking: speech.isSpeaking() });
    speech.follow(described, state.gesture !== null || /^(waiting|open)$/.test(described.kind));
    preview.render(selected?.image ?? null, state.appearance);
    answerAnnouncer.announce(state.gesture || described.kind === 'open' ? null : described.spoken);
    positionAnnouncer.announce(positionOf(state));
  };
}

/**
 * Messages, the offer of a new version and notes stand around them.
 * @param {Events} events
 * @returns {Render}
 */
function createSurroundings({ onRetry, onCloseMessage, onUpdate, onLater, onAppearance, panelPage }) {
  followSettings(panelPage.settings, onAppearance);
  offerInstall(find('#install'));
  const message = createMessage(find('#message'), { onRetry, onClose: onCloseMessage });
  const wayBack = find('#way-back');
  const [toPad, toPicture] = ['back', 'picture'].map((name) =>
    findElement(wayBack, `[data-action="${name}"]`, HTMLElement),
  );
  const updatePrompt = createUpdatePrompt(find('#update'), { onNow: onUpdate, onLater });
  return (state) => {
    document.documentElement.dataset.reader = state.reader.status;
    document.documentElement.dataset.view = state.view;
    toPad.hidden = state.view !== 'batch';
    toPicture.hidden = !state.hasPicture || (state.view !== 'batch' && state.view !== 'pad');
    wayBack.hidden = toPad.hidden && toPicture.hidden;
    message.render(messageOf(state));
    updatePrompt.render(state.update !== null);
    setText(find('#offline-status'), state.isOffline ? textOf('page.offline') : '');
    setText(find('#version'), state.reader.status === 'ready' ? state.reader.version : '');
    find('#not-kept').hidden = state.isKept;
  };
}

/**
 * The panels, each one step away, and the entries to them.
 * @param {HTMLElement} pad
 * @param {Events} events
 * @returns {Render}
 */
function createPanels(pad, { onPanel, onClosePanel, panelPage }) {
  const snapshotOf = createSnapshotOf();
  const announcer = createAnnouncer(find('#page-status'));
  /** @type {Shown | null} */
  let shown = null;
  const page = {
    ...panelPage,
    say: announcer.announce,
    openPanel: onPanel,
    select: (/** @type {DigitPlace} */ place) => panelPage.select(partAt(shown, place)),
  };
  const fallback = () => (pad.checkVisibility() ? pad : find('#back'));
  const panel = createPanel(find('#view'), page, { onClose: onClosePanel, fallback });
  const showPanel = memo(panel.render);
  const entries = [...document.querySelectorAll('button[data-panel]')].map((element) => {
    const entry = /** @type {HTMLButtonElement} */ (element);
    const name = entry.dataset.panel ?? '';
    entry.hidden = !isPanel(name);
    entry.setAttribute('aria-controls', 'view');
    entry.addEventListener('click', () => isPanel(name) && entry.ariaDisabled !== 'true' && onPanel(name));
    return { entry, name };
  });
  return (state, of) => {
    ({ shown } = of);
    for (const { entry, name } of entries) entry.ariaExpanded = String(state.panel === name);
    document.documentElement.dataset.panel = state.panel ?? '';
    showPanel(state.panel, snapshotOf(state, of));
  };
}

/** @param {Events} events */
function connectSources({ onFiles, onProblem }) {
  const folder = findElement(document, '#folder-file', HTMLInputElement);
  // Where folders cannot be chosen, the button would open single files once more.
  find('#folder').hidden = !('webkitdirectory' in folder);
  const files = ['#picture-file', '#batch-file'].map((each) => findElement(document, each, HTMLInputElement));
  watchFileSources([...files, folder], document.body, {
    onFiles,
    takesOthers: () => !find('#batch').hidden,
    onNothing: (code) => onProblem(errorOf(code)),
  });
}
