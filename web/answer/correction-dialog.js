import { parseNumber, plainSigns, SIGNS } from '../shared/reading/parse-number.js';
import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { signWords, spokenNumber } from '../shared/reading/spoken-lines.js';
import { createDialog } from '../shared/dom/dialog.js';
import { text as textOf } from '../texts/texts.js';
import { leftToRight } from '../texts/intl.js';
import { build, buildButton } from '../shared/dom/elements.js';
import './correction-dialog.css';
import { describePart } from './describe-marks.js';
import { createEnlargedInk } from '../shared/check/enlarged-ink.js';
import { standBesideInk, toBeSeen } from './beside-ink.js';
import { formatConfidence, formatConfidenceShort } from '../shared/numbers.js';

/**
 * @import { Part, Pick, ShownNumber } from '../shared/reading/shown-reading.js'
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Seen } from '../shared/check/enlarged-ink.js'
 * @import { Rect } from './beside-ink.js'
 * @typedef {{
 *   onPart: (part: Part, text: string) => void,
 *   onNumber: (number: ShownNumber, text: string) => void,
 *   onAsRead: (number: ShownNumber) => void,
 *   onSelect: (part: Part) => void,
 * }} Events
 * @typedef {{
 *   unsureBelow: number,
 *   sheet: HTMLElement,
 *   seen: (box: Box) => Seen,
 *   rectOf: (box: Box, isRevealed: boolean) => Rect | null,
 * }} Page seen: some ink, to be shown large; rectOf: where it is in the window, into which it is scrolled
 *   where it is revealed
 */

const DIGITS = Array.from('0123456789');
/** Of the other readings of a whole number; what is less likely is typed sooner than found. */
const MOST_OTHERS = 4;

/**
 * Shows what else a digit, or a whole number, may be, and takes a person's word for it.
 * @param {Events} events
 */
export function createCorrectionDialog(events) {
  let leave = () => {};
  const { element, open, close } = createDialog('correction', () => leave());
  const ink = createEnlargedInk();
  /** @type {(text: string) => void} */
  let choose = () => {};
  element.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const text = signOf(event.key);
    if (text !== null) choose(text);
  });

  /** @param {() => void} act */
  const andClose = (act) => () => {
    // First, since closing gives the focus back to what the answer may replace.
    close();
    act();
  };

  /** @param {Pick} pick @param {Page} page */
  function fill({ part, number }, page) {
    const { unsureBelow, sheet, seen, rectOf } = page;
    const box = part?.box ?? number.box;
    choose = (text) => part && andClose(() => events.onPart(part, text))();
    /** @param {Part} other */
    const turnTo = (other) => {
      events.onSelect(other);
      fill({ part: other, number }, page);
      // The button that was pressed is gone.
      /** @type {HTMLElement | null} */ (element.querySelector('.correction-digits [aria-pressed="true"]'))?.focus();
    };
    const whole = wholeNumber(number, {
      set: (text) => andClose(() => events.onNumber(number, text))(),
      undo: andClose(() => events.onAsRead(number)),
    });
    const button = buildButton(textOf('correct.close'), () => close(), { className: 'correction-close' });
    element.replaceChildren(
      build(
        'div',
        { className: 'correction-content' },
        build(
          'div',
          { className: 'correction-head' },
          build('h2', { textContent: titleOf(part, number, unsureBelow) }),
          button,
        ),
        ink.element,
        ...(number.parts.length > 1 ? [tabs(number, part, { unsureBelow, turnTo })] : []),
        ...(part?.box ? digitChoices(part, { choose, add: () => whole.add(part) }) : []),
        whole.element,
      ),
    );
    const spoken = spokenNumber(part?.text || number.text || number.read);
    element.ariaLabel = textOf('correct.title', { number: spoken });
    open();
    ink.show(seen(box));
    leave();
    leave = standBesideInk(element, sheet, () =>
      toBeSeen(rectOf(box, true), rectOf(number.box, false), { width: innerWidth, height: innerHeight }),
    );
  }

  return { open: fill };
}

/** @param {string} key @returns {string | null} what it stands for, where the dialog has a button for it */
function signOf(key) {
  if (key === 'Delete' || key === 'Backspace') return '';
  const sign = plainSigns(key);
  return [...DIGITS, ...SIGNS, '?'].includes(sign) ? sign : null;
}

/** @param {Part | null} part @param {ShownNumber} number @param {number} unsureBelow */
function titleOf(part, number, unsureBelow) {
  if (!part?.box) return number.text ? leftToRight(number.text) : textOf('correct.deleted');
  const [text, read] = [part.text, part.read].map(leftToRight);
  if (part.isCorrected)
    return part.text ? textOf('correct.read', { text, read }) : textOf('correct.deleted.read', { read });
  const unread = part.text === '?' && !part.isChecked;
  return unread
    ? textOf('correct.notDigit.sure', { share: formatConfidence(part.confidence) })
    : describePart(part, unsureBelow, text).label;
}

/**
 * The number's digits, to turn from one to another.
 * @param {ShownNumber} number
 * @param {Part | null} current
 * @param {{ unsureBelow: number, turnTo: (part: Part) => void }} how
 */
function tabs({ parts }, current, { unsureBelow, turnTo }) {
  const buttons = parts.map((part) => {
    const { mark, label } = describePart(part, unsureBelow);
    const button = buildButton(part.text, () => turnTo(part), { className: 'answer-part', ariaLabel: label });
    Object.assign(button.dataset, { mark, deleted: part.text === '' ? part.read : '' });
    button.ariaPressed = String(part === current);
    return button;
  });
  return build(
    'div',
    { className: 'correction-digits', role: 'group', ariaLabel: textOf('correct.digits') },
    ...buttons,
  );
}

/**
 * @param {Part} part
 * @returns {(text: string, own: number) => number | undefined} how likely it is that it is another digit, beside how sure the
 *   reading as a whole is of it; none where nothing is known
 */
function sharesOf({ text, confidence, probabilities, isCorrected, isChecked }) {
  const taken = probabilities?.[text === '?' ? NOT_A_DIGIT : Number(text)];
  return (sign, own) => {
    if (!probabilities) return undefined;
    // A person's word leaves the reader's own shares as they were.
    if (isCorrected || isChecked || taken === undefined || taken >= 1) return own;
    return sign === text ? confidence : (own * (1 - confidence)) / (1 - taken);
  };
}

/**
 * @param {Part} part
 * @param {{ choose: (text: string) => void, add: () => void }} events
 * @returns {HTMLElement[]} a button for everything that it may be
 */
function digitChoices(part, { choose, add }) {
  /** @param {string} text @param {string} name @param {number} [share] */
  const choice = (text, name, share) => {
    const isCurrent = text === part.text;
    const button = buildButton('', () => choose(text), { className: 'choice', ariaPressed: String(isCurrent) });
    button.append(build('span', { className: 'choice-name', textContent: name }));
    if (share !== undefined)
      button.append(build('span', { className: 'choice-share', textContent: formatConfidenceShort(share) }));
    button.autofocus = isCurrent;
    return button;
  };
  const { probabilities } = part;
  const shareOf = sharesOf(part);
  const digits = DIGITS.map((digit) => choice(digit, digit, shareOf(digit, probabilities?.[Number(digit)] ?? 0)));
  const signs = SIGNS.map((sign) => {
    const button = choice(sign, sign);
    button.ariaLabel = sign === '-' ? textOf('correct.sign.minus') : signWords(sign);
    return button;
  });
  return [
    build('div', { className: 'choices', role: 'group', ariaLabel: textOf('correct.digit') }, ...digits),
    build('div', { className: 'choices choices-signs', role: 'group', ariaLabel: textOf('correct.sign') }, ...signs),
    build(
      'div',
      { className: 'choices choices-wide', role: 'group', ariaLabel: textOf('correct.other') },
      choice('?', textOf('correct.notDigit'), shareOf('?', probabilities?.[NOT_A_DIGIT] ?? 0)),
      choice('', textOf('correct.delete')),
      buildButton(textOf('correct.add'), add, { className: 'choice' }),
    ),
  ];
}

/**
 * @param {ShownNumber} number
 * @param {{ set: (text: string) => void, undo: () => void }} events
 */
function wholeNumber(number, { set, undo }) {
  const input = build('input', { type: 'text', inputMode: 'decimal', value: number.text, autocomplete: 'off' });
  input.ariaLabel = textOf('correct.whole');
  const problem = build('p', { className: 'correction-problem', role: 'alert' });
  const form = build(
    'form',
    { noValidate: true },
    input,
    build('button', { type: 'submit', textContent: textOf('correct.whole.set') }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = parseNumber(input.value);
    if ('text' in typed) return set(typed.text);
    problem.textContent = textOf(`correct.whole.${typed.problem}`);
    input.focus();
  });
  const likely = number.alternatives.filter(({ text }) => !text.includes('?'));
  const others = number.isCorrected ? [] : likely.slice(0, MOST_OTHERS);
  const buttons = others.map(({ text, confidence }) => {
    const button = buildButton('', () => set(text), { className: 'choice' });
    button.append(build('span', { className: 'choice-name', textContent: text }));
    button.append(build('span', { className: 'choice-share', textContent: formatConfidenceShort(confidence) }));
    return button;
  });
  const wasRead = textOf('correct.whole.asRead', { number: leftToRight(number.read) });
  const asRead = number.isCorrected ? [buildButton(wasRead, undo)] : [];
  const choices = build('div', { className: 'choices choices-wide' }, ...buttons, ...asRead);
  const title = build('h3', { textContent: textOf('correct.whole') });
  return {
    element: build('div', { className: 'correction-whole' }, title, choices, form, problem),
    /** Where a digit is missing: the next key writes it after this one. @param {Part} part */
    add(part) {
      const before = number.parts.slice(0, number.parts.indexOf(part) + 1);
      const place = before.reduce((length, { text }) => length + text.length, 0);
      input.focus();
      input.setSelectionRange(place, place);
    },
  };
}
