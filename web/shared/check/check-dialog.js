import { build, buildButton, setText } from '../dom/elements.js';
import { createDialog } from '../dom/dialog.js';
import { leftToRight } from '../../texts/intl.js';
import { text as textOf } from '../../texts/texts.js';
import { createEnlargedInk } from './enlarged-ink.js';
import './check-dialog.css';

/**
 * Goes from doubt to doubt: the ink enlarged, and beside it what was read, which one key takes as right, digits replace, or
 * which is left open.
 *
 * @import { Seen } from './enlarged-ink.js'
 * @typedef {{ text: string, words: string, others: ReadonlyArray<string> }} Reading what counts now, how doubtful it is, in
 *   words, and what else it may be
 * @typedef {{
 *   name: string,
 *   reading: () => Reading,
 *   ink: () => Promise<Seen | null>,
 *   say: (text: string) => string | null,
 *   select: () => void,
 *   isOpen?: () => boolean,
 * }} Doubt name: of what it is part of, '' for none; say takes a person's word, and returns what is wrong with it, in words;
 *   select shows on the page which one it is; isOpen: whether what was said of others has left it in doubt
 * @typedef {{ words: string, doubts: ReadonlyArray<Doubt>, mode: Mode }} Next what one may go on with
 * @typedef {{ title: string, words: string, next: ReadonlyArray<Next> }} End what is said at the end
 * @typedef {{
 *   texts: string,
 *   isBlind?: boolean,
 *   end: (left: ReadonlyArray<Doubt>, changed: number) => End,
 * }} Mode texts: the middle of the keys of its texts; isBlind: what was read is not to be seen, not even on the page around
 */

/** Of what is not sure. @type {Mode} */
const CHECKING = {
  texts: '',
  end: (left, changed) => ({
    title: textOf(left.length > 0 ? 'check.left' : 'check.done', { count: left.length }),
    words: textOf(changed > 0 ? 'check.changed' : 'check.unchanged', { count: changed }),
    next: left.length > 0 ? [{ words: textOf('check.again'), doubts: left, mode: CHECKING }] : [],
  }),
};

/** A hand that touches the screen would have half of it covered by keys before it has seen the ink. */
const isTouched = () => window.matchMedia('(pointer: coarse)').matches;

/**
 * @param {ReadonlyArray<Doubt>} all at least one
 * @param {() => void} onClose
 * @param {Mode} [first]
 */
export function openCheck(all, onClose, first = CHECKING) {
  const { element, open, close } = createDialog('check', () => {
    element.remove();
    onClose();
  });
  const ink = createEnlargedInk();
  const parts = buildParts(ink.element, { take: () => take(), leave: () => go(1), back: () => go(-1), close });
  let doubts = all;
  let mode = first;
  let at = 0;
  /** What one of them may be, and which of these is shown. @type {{ texts: string[], at: number }} */
  let choices = { texts: [], at: 0 };
  /** What each said before, of those that a person has answered. @type {Map<Doubt, string>} */
  let before = new Map();

  element.addEventListener('keydown', (event) => {
    if (at < doubts.length) actOnKey(event, { input: parts.input, go, choose: (step) => choose(choices.at + step) });
  });

  function take(text = parts.input.value) {
    const doubt = doubts[at];
    const was = before.get(doubt) ?? doubt.reading().text;
    const problem = doubt.say(text);
    setText(parts.problem, problem ?? '');
    if (problem) return parts.input.focus();
    before.set(doubt, was);
    go(1);
  }

  /** @param {number} index */
  function choose(index) {
    choices.at = Math.min(Math.max(index, 0), choices.texts.length - 1);
    parts.input.value = choices.texts[choices.at];
    parts.input.select();
  }

  /** @param {Doubt} [doubt] */
  const isOver = (doubt) => doubt && !before.has(doubt) && doubt.isOpen?.() === false;

  /** @param {number} step */
  function go(step) {
    do at += step;
    while (isOver(doubts[at]));
    at = Math.max(0, at);
    if (at < doubts.length) void show(doubts[at]);
    else showEnd();
  }

  /** @param {Doubt} doubt */
  async function show(doubt) {
    doubt.select();
    const { text, words, others } = doubt.reading();
    setText(parts.title, textOf(`check.${mode.texts}title`, { place: at + 1, count: doubts.length }));
    setText(parts.name, doubt.name);
    setText(parts.words, words);
    setText(parts.problem, '');
    parts.input.value = text;
    choices = { texts: [text, ...others], at: 0 };
    parts.back.ariaDisabled = String(at === 0);
    parts.others.replaceChildren(
      ...others.map((other) =>
        buildButton(leftToRight(other || textOf('check.blank')), () => take(other), { className: 'check-other' }),
      ),
    );
    element.replaceChildren(parts.content);
    if (isTouched()) parts.take.focus();
    else parts.input.select();
    const seen = await doubt.ink();
    if (doubt === doubts[at]) ink.show(seen);
  }

  function showEnd() {
    const left = doubts.filter((doubt) => !before.has(doubt) && !isOver(doubt));
    const changed = [...before].filter(([doubt, was]) => doubt.reading().text !== was).length;
    const { content, first: focused } = buildEnd(mode.end(left, changed), close, begin);
    element.replaceChildren(content);
    focused?.focus();
  }

  /** @param {ReadonlyArray<Doubt>} wanted @param {Mode} how */
  function begin(wanted, how) {
    [doubts, mode, at, before] = [wanted, how, 0, new Map()];
    element.ariaLabel = textOf(`check.${mode.texts}name`);
    element.toggleAttribute('data-blind', mode.isBlind ?? false);
    setText(parts.keys, textOf(`check.${mode.texts}keys`));
    setText(parts.take, textOf(`check.${mode.texts}right`));
    void show(doubts[0]);
  }

  open();
  begin(all, first);
}

/**
 * @param {KeyboardEvent} event
 * @param {{ input: HTMLInputElement, go: (step: number) => void, choose: (step: number) => void }} doing
 */
function actOnKey(event, { input, go, choose }) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Tab' || key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    if (key === 'Tab') go(event.shiftKey ? -1 : 1);
    else choose(key === 'ArrowDown' ? 1 : -1);
  } else if (key.length === 1 && key !== ' ' && target !== input) {
    // Digits replace what was read wherever the focus is.
    input.value = '';
    input.focus();
  }
}

/**
 * @param {End} end
 * @param {() => void} close
 * @param {(doubts: ReadonlyArray<Doubt>, mode: Mode) => void} begin
 * @returns {{ content: HTMLElement, first: HTMLElement | undefined }} first: what Enter does
 */
function buildEnd({ title, words, next }, close, begin) {
  const tools = [
    buildButton(textOf('check.close'), () => close()),
    ...next.map((each) => buildButton(each.words, () => begin(each.doubts, each.mode))),
  ];
  const first = tools.at(-1);
  first?.classList.add('check-take');
  const content = build(
    'div',
    { className: 'check-content', role: 'status' },
    build('h2', { textContent: title }),
    build('p', { textContent: words }),
    build('div', { className: 'check-tools' }, ...tools),
  );
  return { content, first };
}

/**
 * @param {HTMLElement} ink
 * @param {Record<'take' | 'leave' | 'back' | 'close', () => void>} events
 */
function buildParts(ink, { take, leave, back, close }) {
  const title = build('h2', {});
  const [name, words, problem] = ['name', 'words', 'problem'].map((kind) => build('p', { className: `check-${kind}` }));
  problem.role = 'alert';
  const input = build('input', { type: 'text', inputMode: 'decimal', autocomplete: 'off', enterKeyHint: 'next' });
  input.dir = 'ltr';
  input.ariaLabel = textOf('check.reading');
  const keys = build('p', { id: 'check-keys', className: 'check-keys' });
  input.setAttribute('aria-describedby', keys.id);
  const others = build('div', { className: 'check-others' });
  const form = build('form', { noValidate: true }, input, words, others, problem);
  const [takes, leaves, backs] = [
    buildButton('', take, { className: 'check-take' }),
    buildButton(textOf('check.leave'), leave),
    buildButton(textOf('check.back'), back),
  ];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    take();
  });
  const content = build(
    'div',
    { className: 'check-content' },
    build('div', { className: 'check-head' }, title, buildButton(textOf('check.close'), close)),
    name,
    build('div', { className: 'check-seen' }, ink, form),
    build('div', { className: 'check-tools' }, backs, leaves, takes),
    keys,
  );
  return { content, title, name, words, problem, input, others, keys, take: takes, back: backs };
}
