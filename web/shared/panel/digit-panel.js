import './digit-panel.css';
import { text } from '../../texts/texts.js';
import { memo } from '../memo.js';
import { build, buildButton, setText } from '../dom/elements.js';
import { partAt } from './snapshot.js';

/**
 * The parts of a panel that is about one digit of the answer.
 *
 * @import { DigitReading, NumberReading } from '../../reader/reading.js'
 * @import { Ink } from '../strokes.js'
 * @import { DigitPlace, Snapshot } from './snapshot.js'
 *
 * @typedef {{ place: DigitPlace, number: NumberReading, digit: DigitReading, shown: number | null }} Chosen `shown`: what
 *   the answer says, which a person may have corrected; null for no digit
 */

/** A 7 as a hand may write it, in sides of the pad. */
const EXAMPLE = [
  [
    [0.32, 0.24],
    [0.5, 0.25],
    [0.69, 0.23],
    [0.6, 0.39],
    [0.51, 0.57],
    [0.45, 0.79],
  ].map(([x, y]) => ({ x, y })),
];

/** Ink that is written changes at every frame: what takes longer waits until the pen has rested so many milliseconds. */
const REST = 150;

/**
 * Finds the digit that a panel is about: the one that is pointed at, else the first.
 *
 * @param {Pick<Snapshot, 'reading' | 'corrected' | 'selected'>} snapshot
 * @returns {Chosen | null} null where no digit was read
 */
export function chosenDigit({ reading, corrected, selected }) {
  const numbers = reading?.numbers ?? [];
  const first = { number: numbers.findIndex(({ digits }) => digits.length > 0), digit: 0 };
  for (const place of [selected ?? first, first]) {
    const number = numbers[place.number];
    const digit = number?.digits[place.digit];
    if (digit) return { place, number, digit, shown: shownAs(corrected, place, digit.digit) };
  }
  return null;
}

/**
 * Tells which digit the answer shows at a place.
 *
 * @param {Snapshot['corrected']} corrected
 * @param {DigitPlace} place
 * @param {number | null} read what is shown where nobody corrected it to another digit
 */
export function shownAs(corrected, place, read) {
  const part = partAt(corrected, place);
  return part?.isCorrected && /^\d$/.test(part.text) ? Number(part.text) : read;
}

/**
 * Lists the answer's digits, to choose the one that a panel is about. Nothing is shown where there is no choice.
 *
 * @param {(place: DigitPlace) => void} onChoose
 */
export function createDigitRow(onChoose) {
  const element = build('div', { className: 'digit-row', role: 'group', ariaLabel: text('why.digits') });
  /** @type {{ place: DigitPlace, button: HTMLButtonElement }[]} */
  let buttons = [];

  /** @type {(reading: Snapshot['reading'], corrected: Snapshot['corrected']) => void} */
  const list = memo((reading, corrected) => {
    const numbers = (reading?.numbers ?? []).map(({ digits }, number) =>
      digits.flatMap(({ digit: read }, digit) => {
        const place = { number, digit };
        // A number that was typed anew has no digits to point at.
        if (corrected && !partAt(corrected, place)) return [];
        return { place, button: buttonOf(shownAs(corrected, place, read), place, digits.length) };
      }),
    );
    buttons = numbers.flat();
    element.replaceChildren(
      ...numbers.map((each) => build('span', { className: 'digit-row-number' }, ...each.map(({ button }) => button))),
    );
    element.hidden = buttons.length < 2;
  });

  return {
    element,
    /** @param {Snapshot} snapshot @param {DigitPlace | null} chosen */
    render({ reading, corrected }, chosen) {
      list(reading, corrected);
      for (const { place, button } of buttons) {
        const isChosen = place.number === chosen?.number && place.digit === chosen.digit;
        button.setAttribute('aria-pressed', String(isChosen));
      }
    },
  };

  /** @param {number | null} shown @param {DigitPlace} place @param {number} count of digits that the number has */
  function buttonOf(shown, place, count) {
    const digit = shown === null ? '?' : String(shown);
    return build('button', {
      type: 'button',
      className: 'digit-row-digit',
      textContent: digit,
      ariaLabel: text('why.digit', { digit, place: place.digit + 1, count }),
      onclick: () => onChoose(place),
    });
  }
}

/**
 * Says that there is no digit to tell of yet, with a button that writes one.
 *
 * @param {string} section of the texts: why this panel, or writing
 * @param {(ink: Ink) => void} openInk
 */
export function createEmptyMessage(section, openInk) {
  const words = build('p', {});
  const example = buildButton(text('why.empty.example'), () => openInk(EXAMPLE), { className: 'panel-button' });
  return {
    element: build('div', { className: 'panel-empty' }, words, example),
    /** @param {Snapshot} snapshot */
    render(snapshot) {
      const reason = reasonOf(snapshot);
      setText(words, text(reason === 'ink' ? `${section}.empty` : `why.empty.${reason}`));
      example.hidden = reason !== 'ink';
    },
  };
}

/** @param {Snapshot} snapshot */
function reasonOf({ reading, ink, picture }) {
  if (!reading && (picture || ink?.length)) return 'reading';
  return picture ? 'picture' : 'ink';
}

/**
 * Shows a snapshot at once, or, while ink is being written, as soon as the pen rests.
 *
 * @param {(snapshot: Snapshot) => void} show
 * @returns {(snapshot: Snapshot) => void}
 */
export function whenPenRests(show) {
  /** @type {Snapshot | null} */
  let last = null;
  let timer = 0;
  return (snapshot) => {
    clearTimeout(timer);
    const isWritten = last?.ink && snapshot.ink && snapshot.ink !== last.ink;
    last = snapshot;
    if (isWritten) timer = window.setTimeout(() => show(snapshot), REST);
    else show(snapshot);
  };
}
