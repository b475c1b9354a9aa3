import { parseNumber, plainSigns, SIGNS } from '../shared/reading/parse-number.js';
import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { signWords, spokenNumber } from '../shared/reading/spoken-lines.js';
import { createDialog } from '../shared/dom/dialog.js';
import { text as textOf } from '../texts/texts.js';
import { leftToRight } from '../texts/intl.js';
import { build, buildButton } from '../shared/dom/elements.js';
import './correction-dialog.css';
import { describePart } from './describe-marks.js';
import { formatConfidence, formatConfidenceShort } from '../shared/numbers.js';

/**
 * @import { Part, Pick, ShownNumber } from '../shared/reading/shown-reading.js'
 * @typedef {{
 *   onPart: (part: Part, text: string) => void,
 *   onNumber: (number: ShownNumber, text: string) => void,
 *   onAsRead: (number: ShownNumber) => void,
 *   onSelect: (part: Part) => void,
 * }} Events
 */

const DIGITS = Array.from('0123456789');
/** Of the other readings of a whole number; what is less likely is typed sooner than found. */
const MOST_OTHERS = 4;

/**
 * Shows what else a digit, or a whole number, may be, and takes a person's word for it.
 * @param {Events} events
 */
export function createCorrectionDialog(events) {
  const { element, open, close } = createDialog('correction');
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

  /** @param {Pick} pick @param {number} unsureBelow */
  function fill({ part, number }, unsureBelow) {
    choose = (text) => part && andClose(() => events.onPart(part, text))();
    /** @param {Part} other */
    const turnTo = (other) => {
      events.onSelect(other);
      fill({ part: other, number }, unsureBelow);
      // The button that was pressed is gone.
      /** @type {HTMLElement | null} */ (element.querySelector('.correction-digits [aria-pressed="true"]'))?.focus();
    };
    const button = buildButton(textOf('correct.close'), () => close(), { className: 'correction-close' });
    element.replaceChildren(
      build(
        'div',
        { className: 'correction-content' },
        build('div', { className: 'correction-head' }, build('h2', { textContent: titleOf(part, number) }), button),
        ...(number.parts.length > 1 ? [tabs(number, part, { unsureBelow, turnTo })] : []),
        ...(part?.box ? digitChoices(part, choose) : []),
        wholeNumber(number, {
          set: (text) => andClose(() => events.onNumber(number, text))(),
          undo: andClose(() => events.onAsRead(number)),
        }),
      ),
    );
    const spoken = spokenNumber(part?.text || number.text || number.read);
    element.ariaLabel = textOf('correct.title', { number: spoken });
  }

  return {
    /** @param {Pick} pick @param {number} unsureBelow */
    open(pick, unsureBelow) {
      fill(pick, unsureBelow);
      open();
    },
  };
}

/** @param {string} key @returns {string | null} what it stands for, where the dialog has a button for it */
function signOf(key) {
  if (key === 'Delete' || key === 'Backspace') return '';
  const sign = plainSigns(key);
  return [...DIGITS, ...SIGNS, '?'].includes(sign) ? sign : null;
}

/** @param {Part | null} part @param {ShownNumber} number */
function titleOf(part, number) {
  if (!part?.box) return number.text ? leftToRight(number.text) : textOf('correct.deleted');
  const [text, read] = [part.text, part.read].map(leftToRight);
  if (part.isCorrected)
    return part.text ? textOf('correct.read', { text, read }) : textOf('correct.deleted.read', { read });
  const share = formatConfidence(part.confidence);
  return part.text === '?'
    ? textOf('correct.notDigit.sure', { share })
    : textOf('answer.digit.sure', { digit: text, share });
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
 * @param {(text: string) => void} choose
 * @returns {HTMLElement[]} a button for everything that it may be
 */
function digitChoices(part, choose) {
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
  const digits = DIGITS.map((digit) => choice(digit, digit, probabilities?.[Number(digit)]));
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
      choice('?', textOf('correct.notDigit'), probabilities?.[NOT_A_DIGIT]),
      choice('', textOf('correct.delete')),
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
  return build(
    'div',
    { className: 'correction-whole' },
    build('h3', { textContent: textOf('correct.whole') }),
    choices,
    form,
    problem,
  );
}
