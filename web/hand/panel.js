import '../shared/panel/fields.css';
import './panel.css';
import { ask } from '../shared/dom/dialog.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { buildFileButton, saveFile } from '../shared/dom/files.js';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { createExamples } from './examples.js';
import { createLearnSwitch } from './section.js';
import { toUpdate } from './update.js';

export { createHandSection } from './section.js';

/**
 * @import { Hands } from './hands.js'
 * @import { Hand } from './kept-hands.js'
 * @import { Example } from './examples.js'
 */

/**
 * The view of what was learned: whose hand it is, each example, and all of it as a file.
 *
 * @param {HTMLElement} root
 * @param {{
 *   settings: import('../settings/settings.js').Settings,
 *   hands: () => Promise<Hands>,
 *   say: (words: string) => void,
 *   openPanel: (name: 'teach') => void,
 * }} page
 */
export function createHandPanel(root, { settings, hands, say, openPanel }) {
  const learns = createLearnSwitch(settings);
  const problem = build('p', { className: 'hand-problem', role: 'alert' });
  const chooser = createChooser((act) => void change(act));
  const list = createExamples((example) => void remove(example));
  const taught = createTaught({ onTeach: () => openPanel('teach'), onForget: () => void forgetTaught() });
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
      taught.element,
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
    taught.render(active);
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

  const forgetTaught = () =>
    change(async (all) => {
      const { active } = await all.now();
      await all.remove(active?.examples.flatMap(({ id, taught: isTaught }) => (isTaught ? [id] : [])) ?? []);
      await refresh();
      taught.focus();
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

/**
 * What was taught, and the way to teach.
 * @param {{ onTeach: () => void, onForget: () => void }} on
 */
function createTaught({ onTeach, onForget }) {
  const words = build('p', { className: 'hand-note' });
  const teach = buildButton(text('hands.teach'), onTeach);
  const forget = buildButton(text('hands.untaught'), onForget);
  /** @type {string | null} */
  let update = null;
  const share = buildButton(text('hands.update'), () => {
    if (update) saveFile('inkdigit-update.json', update, 'application/json');
  });
  const about = build('p', { className: 'hand-note', textContent: text('hands.update.about') });
  return {
    element: build(
      'div',
      { className: 'hand' },
      words,
      build('div', { className: 'hand-buttons' }, teach, share, forget),
      about,
    ),
    focus: () => teach.focus(),
    /** @param {Hand | null} active */
    render(active) {
      const count = active?.examples.filter(({ taught }) => taught).length ?? 0;
      update = active && count > 0 ? toUpdate(active) : null;
      words.hidden = forget.hidden = count === 0;
      share.hidden = about.hidden = !update;
      setText(words, count > 0 ? text('hands.taught', { count }) : '');
    },
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
