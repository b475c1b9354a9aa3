import '../shared/panel/fields.css';
import './panel.css';
import { ask } from '../shared/dom/dialog.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { createClassroom } from './classroom.js';
import { createResult } from './result.js';
import { askedOf, createSession, isEnough } from './session.js';
import { createWriting } from './writing.js';

/**
 * @import { PanelPage } from '../app/panel-registry.js'
 * @import { CreateSmallPad } from '../pad/small-pad.js'
 * @typedef {Pick<PanelPage, 'reader' | 'say' | 'hands' | 'settings' | 'openPanel'>} Page
 */

/** What was written stays when the panel is made anew, in another language. @type {ReturnType<typeof createSession> | undefined} */
let session;

/**
 * Teaching: a few of each digit are written, a last layer is learned from them on the device, and whether it reads this person better is
 * found out on digits that were kept out. Only then can it be used.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 * @param {CreateSmallPad} createPad
 */
export function createTeachPanel(root, page, createPad) {
  const isNew = session === undefined;
  const now = (session ??= createSession(page));
  const classBox = build('input', { type: 'checkbox', name: 'teach-class', onchange: render });
  classBox.checked = now.get().people.length > 1;
  const classroom = createClassroom({
    reader: page.reader,
    onName: now.name,
    onTurn: now.turnTo,
    onNext: now.nextPerson,
    onProblem: now.fail,
  });
  const writing = createWriting(createPad, { onAdd: now.add, onSkip: now.skip, onRemove: now.remove });
  const isClass = () => classBox.checked;
  const { startLearning, use, more, throwAway } = actionsOf(now, page, { isClass, onWrite: () => writing.focus() });
  const another = buildButton(text('teach.another'), () => {
    now.another();
    writing.focus();
  });
  const learn = buildButton(text('teach.learn'), startLearning, {
    className: 'teach-learn',
  });
  const result = createResult({ onCancel: now.cancel, onUse: use, onMore: more });
  const buttons = build('div', { className: 'teach-buttons' }, learn, another);
  const work = build('div', { className: 'teach-work' }, writing.element, buttons);
  const problem = build('p', { className: 'teach-problem', role: 'alert' });
  const toHands = buildButton(text('teach.toHands'), () => page.openPanel('hands'));
  const forget = buildButton(text('teach.forget'), throwAway);
  root.append(
    build(
      'div',
      { className: 'teach' },
      build('p', { className: 'teach-note', textContent: text('teach.lead') }),
      build('label', { className: 'panel-check' }, classBox, build('span', { textContent: text('teach.class') })),
      classroom.element,
      problem,
      build(
        'div',
        { className: 'teach-main' },
        work,
        build('div', { className: 'teach-seen' }, result.element, writing.tiles),
      ),
      build('div', { className: 'teach-buttons teach-end' }, toHands, forget),
    ),
  );

  function render() {
    const state = now.get();
    const person = state.people[state.at];
    const hadFocus = root.contains(document.activeElement);
    classroom.render(state, isClass());
    writing.render(state);
    result.render(person);
    work.hidden = person.learning !== null;
    learn.hidden = !isEnough(person.digits) || person.learning !== null;
    another.hidden = askedOf(state) !== null || person.learning !== null;
    forget.hidden = state.people.every(({ digits }) => digits.length === 0);
    const words = wordsOf(state.problem);
    problem.hidden = words === '';
    setText(problem, words);
    if (hadFocus && !canHaveFocus()) (person.learning ? result : writing).focus();
  }

  let unsubscribe = () => {};
  let frame = 0;
  return {
    show() {
      unsubscribe();
      // Learning tells more moments than there are frames.
      unsubscribe = now.subscribe(() => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          render();
        });
      });
      render();
      if (isNew) void goOn(page).catch(now.fail);
    },
    hide: () => unsubscribe(),
  };
}

/**
 * @param {ReturnType<typeof createSession>} now
 * @param {Page} page
 * @param {{ isClass: () => boolean, onWrite: () => void }} how onWrite: something is to be written
 */
function actionsOf(now, page, { isClass, onWrite }) {
  /** Of one person alone, what was corrected before is remembered beside what is learned. */
  async function startLearning() {
    const { active } = await (await page.hands()).now();
    const { version } = (await page.reader()).info.model;
    const kept = isClass() ? [] : (active?.examples ?? []);
    await now.learn(kept.filter((each) => !each.taught && each.version === version));
    const { people, at } = now.get();
    const { verdict } = people[at].learning ?? {};
    if (verdict) page.say(text(`teach.verdict.${verdict.kind}`));
  }

  /** Each person of a class has a hand of their own. */
  async function use() {
    const { people, at } = now.get();
    const { digits, name } = people[at];
    const hands = await page.hands();
    page.settings.set('learns', true);
    if (isClass()) await hands.begin(name);
    await hands.learn(digits.map(({ label, strokes }) => ({ label, strokes, taught: true })));
    now.used();
    page.say(text('teach.used'));
  }

  function more() {
    now.cancel();
    if (askedOf(now.get()) === null) now.another();
    onWrite();
  }

  async function throwAway() {
    const answers = { yes: text('teach.forget'), no: text('history.cancel') };
    const goes = build('p', { textContent: text('teach.forget.goes') });
    if (!(await ask(text('teach.forget.title'), answers, [goes]))) return;
    now.begin([]);
    onWrite();
    page.say(text('teach.forgotten'));
  }

  return {
    startLearning: () => void startLearning().catch(now.fail),
    use: () => void use().catch(now.fail),
    more,
    throwAway: () => void throwAway(),
  };
}

/** What this hand was taught before is there already. @param {Pick<Page, 'hands'>} page */
async function goOn({ hands }) {
  const { active } = await (await hands()).now();
  const taught = active?.examples.filter((each) => each.taught) ?? [];
  if (taught.length > 0 && session?.get().people.every(({ digits }) => digits.length === 0)) session.begin(taught);
}

/** @returns {boolean} false where what had the focus is hidden or gone */
const canHaveFocus = () =>
  document.activeElement !== document.body && document.activeElement?.checkVisibility() === true;
