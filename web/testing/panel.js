import '../shared/panel/digit-panel.css';
import '../shared/panel/fields.css';
import './panel.css';
import { once } from '../reader/lazy.js';
import { text } from '../texts/texts.js';
import { wordsOf } from '../texts/problems.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { buildFilesButton } from '../shared/dom/files.js';
import { formatNumber } from '../shared/numbers.js';
import { weighedHand } from './by-hand.js';
import { createChooser, toChosen } from './chooser.js';
import { createGallery } from './gallery.js';
import { reportOf } from './report.js';
import { createSession } from './session.js';

/**
 * @import { PanelPage } from '../app/panel-registry.js'
 * @import { CreateExplained } from './gallery.js'
 * @import { Progress, Result, State } from './session.js'
 */

/** What was tested stays when the panel is made anew, in another language. */
const sessionOf = once(createSession);

/**
 * Anybody's test: a set of labeled digits is opened and read on the device, and what comes of it stands beside what the card says.
 *
 * @param {HTMLElement} root
 * @param {Pick<PanelPage, 'reader' | 'say' | 'openPanel' | 'hands' | 'settings'>} page
 * @param {CreateExplained} createExplained
 */
export function createTestingPanel(root, page, createExplained) {
  const session = sessionOf();
  const readers = { reader: page.reader, hand: () => weighedHand(page) };
  const gallery = createGallery(page.reader, createExplained);
  const chooser = createChooser(root, {
    onFiles: (files) => void session.open(readers, files),
    onProblem: session.fail,
  });
  const progress = createProgress(session.cancel);
  const problem = build('p', { className: 'testing-problem', role: 'alert' });
  const half = createHalf({
    onOther: (files) => void session.openOther(readers, files.map(toChosen)),
    onUnlabeled: () => void session.openUnlabeled(readers),
    onCancel: session.cancel,
  });
  const report = build('div', { className: 'testing-report' });
  const toCard = buildButton(text('testing.toCard'), () => page.openPanel('card'), { className: 'panel-button' });
  root.append(build('div', { className: 'testing' }, chooser, progress.element, half.element, problem, report, toCard));

  /** @type {Result | null} */
  let shown = null;
  /** What of it was last brought into sight. @type {HTMLElement | undefined} */
  let seen;

  function render() {
    const { progress: going, problem: wrong, half: waiting, result } = session.get();
    const hadFocus = progress.element.contains(document.activeElement);
    progress.render(going);
    half.render(going ? null : waiting);
    const words = wordsOf(wrong);
    problem.hidden = words === '';
    setText(problem, words);
    if (result && result !== shown) renderResult(result);
    // On a phone it lies below what is in sight.
    const next = [progress.element, half.element, problem, report].find((element) => !element.hidden);
    if (next !== seen) next?.scrollIntoView({ block: 'nearest' });
    seen = next;
    // The button that had it is gone.
    if (hadFocus && !going) (result ? report.querySelector('h3') : chooser.querySelector('input'))?.focus();
  }

  /** @param {Result} result */
  function renderResult(result) {
    shown = result;
    if (result.measures) gallery.render(result);
    report.replaceChildren(
      ...reportOf(result, {
        onPart: (part) => void session.openPart(readers, part),
        onCell(truth, read) {
          gallery.choose({ truth, read });
          gallery.element.scrollIntoView({ block: 'nearest' });
        },
        gallery: gallery.element,
      }),
    );
    page.say(text('testing.done', { count: result.count }));
  }

  let unsubscribe = () => {};
  return {
    show() {
      unsubscribe();
      unsubscribe = session.subscribe(render);
      render();
    },
    hide: () => unsubscribe(),
  };
}

/** @param {() => void} onCancel */
function createProgress(onCancel) {
  const words = build('p', { className: 'testing-progress-words' });
  const bar = build('progress', { max: 1, ariaLabel: text('page.message.progress') });
  const element = build(
    'div',
    { className: 'testing-progress', hidden: true },
    words,
    bar,
    buildButton(text('page.message.cancel'), onCancel, { className: 'panel-button' }),
  );
  return {
    element,
    /** @param {Progress | null} progress */
    render(progress) {
      element.hidden = progress === null;
      if (!progress) return;
      const { stage, done, count } = progress;
      bar.value = done / count;
      setText(words, text(`testing.stage.${stage}`, { done: formatNumber(Math.floor(done)), count }));
    },
  };
}

/** @param {{ onOther: (files: File[]) => void, onUnlabeled: () => void, onCancel: () => void }} events */
function createHalf({ onOther, onUnlabeled, onCancel }) {
  const element = build('section', { className: 'testing-half', role: 'status', hidden: true });
  return {
    element,
    /** @param {State['half']} half */
    render(half) {
      element.hidden = half === null;
      if (!half) return element.replaceChildren();
      const { missing, name, count } = half;
      element.replaceChildren(
        build('p', { textContent: text(`testing.half.${missing}`, { name, count }) }),
        build(
          'div',
          { className: 'testing-buttons' },
          buildFilesButton(text(`testing.half.choose.${missing}`), { multiple: true }, onOther),
          ...(missing === 'labels' ? [buildButton(text('testing.half.without'), onUnlabeled)] : []),
          buildButton(text('page.message.cancel'), onCancel),
        ),
      );
    },
  };
}
