import './digits.css';
import { text } from '../../texts/texts.js';
import { memo } from '../memo.js';
import { build } from '../dom/elements.js';
import { partAt } from './snapshot.js';

/**
 * @import { DigitReading, NumberReading } from '../../reader/reading.js'
 * @import { DigitPlace, Snapshot } from './snapshot.js'
 *
 * @typedef {{ place: DigitPlace, number: NumberReading, digit: DigitReading, shown: number | null }} Chosen `shown`: what
 *   the answer says, which a person may have corrected; null for no digit
 */

/**
 * The digit that a panel is about: the one that is pointed at, else the first.
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
 * @param {Snapshot['corrected']} corrected
 * @param {DigitPlace} place
 * @param {number | null} read what is shown where nobody corrected it to another digit
 */
export function shownAs(corrected, place, read) {
  const part = partAt(corrected, place);
  return part?.isCorrected && /^\d$/.test(part.text) ? Number(part.text) : read;
}

/**
 * The answer's digits, to choose the one that a panel is about. Nothing is shown where there is no choice.
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
