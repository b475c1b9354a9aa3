import '../shared/panel/fields.css';
import './panel.css';
import { ask } from '../shared/dom/dialog.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { buildFileButton, saveFile } from '../shared/dom/files.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { buildIcon, drawPaths } from '../shared/dom/svg.js';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { createLearnSwitch } from './section.js';

export { createHandSection } from './section.js';

/**
 * @import { Hands } from './hands.js'
 * @import { Hand, KeptExample } from './kept-hands.js'
 * @typedef {KeptExample & { digit: string, day: string }} Example
 */

/** So many are rendered at once. */
const PAGE = 60;

/**
 * The view of what was learned: whose hand it is, each example, and all of it as a file.
 *
 * @param {HTMLElement} root
 * @param {{
 *   settings: import('../settings/settings.js').Settings,
 *   hands: () => Promise<Hands>,
 *   say: (words: string) => void,
 * }} page
 */
export function createHandPanel(root, { settings, hands, say }) {
  const learns = createLearnSwitch(settings);
  const problem = build('p', { className: 'hand-problem', role: 'alert' });
  const chooser = createChooser((act) => void change(act));
  const list = createExamples((example) => void remove(example));
  const files = createFileButtons({ change, say, onDeleted: () => chooser.focus() });
  root.append(
    build(
      'div',
      { className: 'hand' },
      build('p', { className: 'hand-note', textContent: text('hands.lead') }),
      learns.element,
      build('p', { className: 'hand-note', textContent: text('hands.learns.about') }),
      problem,
      chooser.element,
      list.element,
      files.element,
    ),
  );
  /** @type {(() => void)[]} */
  const unsubscribes = [];
  let isOpen = false;

  async function refresh() {
    const { hands: all, active, wordsOf: told } = await (await hands()).now();
    learns.render();
    chooser.render(all, active);
    list.render((active?.examples ?? []).map((each) => ({ ...each, ...told(each) })));
    files.render(active);
  }

  /** @param {(all: Hands) => Promise<unknown>} act */
  async function change(act) {
    setText(problem, '');
    files.reset();
    try {
      await act(await hands());
      await refresh();
    } catch (error) {
      console.info('The hand:', error);
      setText(problem, wordsOf(error));
    }
  }

  /** @param {Example} example */
  const remove = (example) =>
    change(async (all) => {
      const place = list.placeOf(example);
      await all.remove([example.id]);
      await refresh();
      say(text('hands.removed', { digit: example.digit }));
      if (!list.focusAt(place)) chooser.focus();
    });

  return {
    show() {
      if (isOpen) return;
      isOpen = true;
      void change(async (all) => {
        unsubscribes.push(
          settings.subscribe(learns.render),
          all.subscribe(() => void refresh()),
        );
      });
    },
    hide() {
      isOpen = false;
      for (const unsubscribe of unsubscribes.splice(0)) unsubscribe();
      files.reset();
      list.render([]);
    },
  };
}

/**
 * All of a hand as a file, and the end of it.
 * @param {{
 *   change: (act: (all: Hands) => Promise<unknown>) => Promise<void>,
 *   say: (words: string) => void,
 *   onDeleted: () => void,
 * }} page
 */
function createFileButtons({ change, say, onDeleted }) {
  const result = build('p', { className: 'hand-result hand-note', role: 'status' });
  const save = buildButton(
    text('hands.save'),
    () =>
      void change(async (all) => {
        saveFile('inkdigit-hand.jsonl', await all.file(), 'application/x-ndjson');
        setText(result, text('hands.saved', { count: (await all.now()).active?.examples.length ?? 0 }));
      }),
  );
  const open = buildFileButton(
    text('hands.open'),
    '.jsonl',
    (file) =>
      void change(async (all) => {
        const { count } = await all.open(file);
        setText(result, text('hands.opened', { count }));
      }),
  );
  const forget = buildButton(text('hands.delete'), () => void change(deleteHand));

  /** @param {Hands} all */
  async function deleteHand(all) {
    const { active } = await all.now();
    const count = active?.examples.length ?? 0;
    const answers = { yes: text('hands.delete'), no: text('history.cancel') };
    const goes = build('p', { textContent: text('hands.delete.goes', { count }) });
    if (!active || !(await ask(text('hands.delete.title', { name: nameOf(active) }), answers, [goes]))) return;
    await all.delete();
    say(text('hands.deleted'));
    onDeleted(); // the button that was pressed may be gone
  }

  return {
    element: build(
      'div',
      { className: 'hand' },
      build('div', { className: 'hand-buttons' }, save, open, forget),
      result,
    ),
    /** @param {Hand | null} active */
    render(active) {
      save.hidden = !active?.examples.length;
      forget.hidden = !active;
    },
    reset: () => setText(result, ''),
  };
}

/** @param {(act: (all: Hands) => Promise<unknown>) => void} change */
function createChooser(change) {
  const choice = build('select', { name: 'hand' });
  const name = build('input', { type: 'text', name: 'hand-name', autocomplete: 'off', maxLength: 60 });
  const another = buildButton(text('hands.another'), () => change((all) => all.begin('')));
  choice.addEventListener('change', () => change((all) => all.turnTo(choice.value)));
  name.addEventListener('change', () => change((all) => all.rename(name.value.trim())));
  const field = (/** @type {string} */ key, /** @type {HTMLElement} */ input) =>
    build('label', { className: 'panel-field' }, text(key), input);
  const fields = [field('hands.whose', choice), field('hands.name', name)];
  return {
    element: build('div', { className: 'hand-fields' }, ...fields, another),
    focus: () => another.focus(),
    /** @param {ReadonlyArray<Hand>} all @param {Hand | null} active */
    render(all, active) {
      for (const each of fields) each.hidden = !active;
      choice.replaceChildren(...all.map((hand) => build('option', { value: hand.id, textContent: nameOf(hand) })));
      if (!active) return;
      choice.value = active.id;
      if (document.activeElement !== name) name.value = active.name;
      name.placeholder = text('hands.unnamed');
    },
  };
}

/** @param {{ name: string }} hand */
const nameOf = ({ name }) => name || text('hands.unnamed');

/** @param {(example: Example) => void} onRemove */
function createExamples(onRemove) {
  const empty = build('p', { className: 'hand-note', textContent: text('hands.empty') });
  const list = build('ul', { className: 'hand-examples', role: 'list' });
  const more = buildButton(text('hands.more'), () => {
    most += PAGE;
    render(shown);
  });
  let most = PAGE;
  /** @type {ReadonlyArray<Example>} the newest first */
  let shown = [];

  /** @param {ReadonlyArray<Example>} newest */
  function render(newest) {
    shown = newest;
    list.replaceChildren(...newest.slice(0, most).map((each) => exampleElement(each, onRemove)));
    empty.hidden = newest.length > 0;
    more.hidden = newest.length <= most;
  }

  return {
    element: build('div', { className: 'hand hand-kept' }, empty, list, more),
    /** @param {ReadonlyArray<Example>} examples the oldest first */
    render: (examples) => render(examples.toReversed()),
    /** @param {Example} example */
    placeOf: ({ id }) => shown.findIndex((each) => each.id === id),
    /** @param {number} place @returns {boolean} whether there is one to have the focus */
    focusAt(place) {
      const buttons = list.querySelectorAll('button');
      const button = buttons[Math.min(place, buttons.length - 1)];
      button?.focus();
      return button !== undefined;
    },
  };
}

/** @param {Example} example @param {(example: Example) => void} onRemove */
function exampleElement(example, onRemove) {
  const { viewBox, paths } = pathsOfInk(example.strokes, { isSquare: true });
  const { digit, day } = example;
  const bin = buildButton('', () => onRemove(example), {
    className: 'plain',
    ariaLabel: text('hands.remove', { digit, day }),
  });
  bin.append(buildIcon('#icon-clear'));
  const ink = drawPaths(
    viewBox,
    paths.map((d) => ({ d })),
    { className: 'hand-ink' },
  );
  return build(
    'li',
    { className: 'hand-example' },
    ink,
    build('b', { textContent: digit }),
    build('span', { textContent: day }),
    bin,
  );
}
