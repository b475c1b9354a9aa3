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
 * }} Doubt name: of what it is part of, '' for none; say takes a person's word, and returns what is wrong with it, in words;
 *   select shows on the page which one it is
 */

/** A hand that touches the screen would have half of it covered by keys before it has seen the ink. */
const isTouched = () => window.matchMedia('(pointer: coarse)').matches;

/**
 * @param {ReadonlyArray<Doubt>} all at least one
 * @param {() => void} onClose
 */
export function openCheck(all, onClose) {
  const { element, open, close } = createDialog('check', () => {
    element.remove();
    onClose();
  });
  const ink = createEnlargedInk();
  const parts = buildParts(ink.element, { take: () => take(), leave: () => go(1), back: () => go(-1), close });
  let doubts = all;
  let at = 0;
  /** What each said before, of those that a person has answered. @type {Map<Doubt, string>} */
  let before = new Map();

  element.ariaLabel = textOf('check.name');
  element.addEventListener('keydown', (event) => {
    if (at >= doubts.length || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key.length === 1 && event.key !== ' ' && event.target !== parts.input) {
      // Digits replace what was read wherever the focus is.
      parts.input.value = '';
      parts.input.focus();
    }
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

  /** @param {number} step */
  function go(step) {
    at = Math.max(0, at + step);
    if (at < doubts.length) void show(doubts[at]);
    else showEnd();
  }

  /** @param {Doubt} doubt */
  async function show(doubt) {
    doubt.select();
    const { text, words, others } = doubt.reading();
    setText(parts.title, textOf('check.title', { place: at + 1, count: doubts.length }));
    setText(parts.name, doubt.name);
    setText(parts.words, words);
    setText(parts.problem, '');
    parts.input.value = text;
    parts.back.ariaDisabled = String(at === 0);
    parts.others.replaceChildren(
      ...others.map((other) => buildButton(leftToRight(other), () => take(other), { className: 'check-other' })),
    );
    element.replaceChildren(parts.content);
    if (isTouched()) parts.take.focus();
    else parts.input.select();
    const seen = await doubt.ink();
    if (doubt === doubts[at]) ink.show(seen);
  }

  function showEnd() {
    const left = doubts.filter((doubt) => !before.has(doubt));
    const changed = [...before].filter(([doubt, was]) => doubt.reading().text !== was).length;
    const again = buildButton(textOf('check.again'), () => begin(left), { className: 'check-take' });
    const done = buildButton(textOf('check.close'), () => close(), { className: left.length ? '' : 'check-take' });
    const tools = left.length > 0 ? [done, again] : [done];
    element.replaceChildren(
      build(
        'div',
        { className: 'check-content', role: 'status' },
        build('h2', { textContent: textOf(left.length > 0 ? 'check.left' : 'check.done', { count: left.length }) }),
        build('p', { textContent: textOf(changed > 0 ? 'check.changed' : 'check.unchanged', { count: changed }) }),
        build('div', { className: 'check-tools' }, ...tools),
      ),
    );
    tools.at(-1)?.focus();
  }

  /** @param {ReadonlyArray<Doubt>} wanted */
  function begin(wanted) {
    [doubts, at, before] = [wanted, 0, new Map()];
    void show(doubts[0]);
  }

  open();
  begin(all);
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
  const keys = build('p', { id: 'check-keys', className: 'check-keys', textContent: textOf('check.keys') });
  input.setAttribute('aria-describedby', keys.id);
  const others = build('div', { className: 'check-others' });
  const form = build('form', { noValidate: true }, input, words, others, problem);
  const [takes, leaves, backs] = [
    buildButton(textOf('check.right'), take, { className: 'check-take' }),
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
  return { content, title, name, words, problem, input, others, take: takes, back: backs };
}
