import { memo } from '../memo.js';
import { inkOf } from '../../app/state.js';

/**
 * @import { Reading } from '../../reader/reading.js'
 * @import { Part, Shown } from '../reading/shown-reading.js'
 * @import { Ink } from '../strokes.js'
 * @import { Picture } from '../../picture/pictures.js'
 * @import { State } from '../../app/state.js'
 * @typedef {{ number: number, digit: number }} DigitPlace indexes into `reading.numbers[number].digits`
 * @typedef {{
 *   reading: Reading | null,
 *   corrected: Shown | null,
 *   ink: Ink | null,
 *   picture: { url: string, width: number, height: number } | null,
 *   page: { width: number, height: number },
 *   selected: DigitPlace | null,
 * }} Snapshot ink is null while a picture is open; page: the size of the pad or the picture, in the boxes' units
 * @typedef {Pick<Snapshot, 'ink' | 'picture' | 'page'>} Source
 */

/**
 * What a panel is shown of the state.
 * @returns {(state: State, of: { shown: Shown | null, selected: Part | null }) => Snapshot} the same one as long as nothing in
 *   it has changed
 */
export function createSnapshotOf() {
  const ofPad = memo(
    (/** @type {Ink} */ ink, /** @type {State['placement']} */ { width, height }) =>
      /** @type {Source} */ ({ ink, picture: null, page: { width, height } }),
  );
  const ofPicture = memo(
    (/** @type {Picture} */ { image, size }) =>
      /** @type {Source} */ ({ ink: null, picture: { url: image.src, ...size }, page: size }),
  );
  const make = memo(
    (
      /** @type {Source} */ source,
      /** @type {State['reading']} */ reading,
      /** @type {Shown | null} */ corrected,
      /** @type {Part | null} */ selected,
    ) => ({ ...source, reading, corrected, selected: placeOf(corrected, selected) }),
  );
  return (state, { shown, selected }) => {
    const picture = state.view === 'picture' ? state.picture : null;
    const reading = shown ? (picture?.reading ?? state.reading) : null;
    return make(picture ? ofPicture(picture) : ofPad(inkOf(state), state.placement), reading, shown, selected);
  };
}

/** @param {Shown['numbers'][number]} number @returns {Part[]} one for each of the reading's digits */
const digitsOf = ({ parts }) => parts.filter(({ image }) => image !== null);

/** @param {Shown | null} shown @param {Part | null} selected @returns {DigitPlace | null} */
function placeOf(shown, selected) {
  const numbers = shown?.numbers ?? [];
  const number = numbers.findIndex((each) => selected && digitsOf(each).includes(selected));
  return number < 0 || !selected ? null : { number, digit: digitsOf(numbers[number]).indexOf(selected) };
}

/** @param {Shown | null} shown @param {DigitPlace} place @returns {Part | null} the digit that is there */
export function partAt(shown, { number, digit }) {
  const found = shown?.numbers[number];
  return (found && digitsOf(found)[digit]) ?? null;
}
