import { text as textOf } from '../texts/texts.js';
import { turnedArea } from '../shared/frame/turned.js';
import { formatConfidence, formatConfidenceShort } from '../shared/numbers.js';
import { spokenNumber } from '../shared/reading/spoken-lines.js';
import { isSureNumber, isSureSign } from '../shared/reading/sureness.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Part, Shown } from '../shared/reading/shown-reading.js'
 * @import { Mark } from '../shared/marks/marks.js'
 */

/**
 * A box around each digit and separator.
 * @param {Shown} shown
 * @param {Box} pad what it shows of the sheet, in the ink's units
 * @param {{ selected: Part | null, unsureBelow: number }} how
 * @returns {Mark[]} in shares of the pad, without those that lie beside it
 */
export function padMarks({ numbers }, pad, how) {
  const marks = numbers.flatMap((number) =>
    number.parts.some(({ box }) => box)
      ? number.parts.flatMap((part) => partMark(part, number, how))
      : [numberMark(number, how)],
  );
  const { x, y, width, height } = pad;
  const isInSight = (/** @type {Mark} */ { box }) =>
    box.x + box.width >= 0 && box.x <= 1 && box.y + box.height >= 0 && box.y <= 1;
  return marks
    .map((mark) => ({ ...mark, box: inShares({ ...mark.box, x: mark.box.x - x, y: mark.box.y - y }, width, height) }))
    .filter(isInSight);
}

const SKIPPED = { kind: /** @type {const} */ ('skipped'), label: '', figure: '', isSelected: false, pick: null };

/**
 * A labeled box around each number, thin ones around its digits, and what was passed over.
 * @param {Shown} shown
 * @param {{ width: number, height: number }} size of the picture
 * @param {{ selected: Part | null, unsureBelow: number }} how
 * @returns {Mark[]} in shares of the picture as it is shown, upright
 */
export function pictureMarks({ numbers, skipped, turned = 0 }, { width, height }, how) {
  /** @type {Mark[]} */
  const marks = [
    ...skipped.map(({ kind = 'word', box }) => ({ ...SKIPPED, mark: kind, box })),
    ...numbers.map((number) => numberMark(number, how)),
    ...numbers.flatMap((number) => number.parts.flatMap((part) => partMark(part, number, how))),
  ];
  return marks.map((mark) => ({ ...mark, box: turnedArea(inShares(mark.box, width, height), turned) }));
}

/**
 * @param {Part} part
 * @param {Shown['numbers'][number]} number
 * @param {{ selected: Part | null, unsureBelow: number }} how
 * @returns {Mark[]} none for what was only typed
 */
function partMark(part, number, { selected, unsureBelow }) {
  if (!part.box) return [];
  const { mark, figure } = describePart(part, unsureBelow);
  const label = part.text || struckOut(part.read);
  const isSelected = part === selected && number.parts.length > 1;
  return [{ kind: 'digit', mark, box: part.box, label, figure, isSelected, pick: { part, number } }];
}

/**
 * @param {Shown['numbers'][number]} number
 * @param {{ unsureBelow: number }} how
 * @returns {Mark}
 */
function numberMark(number, { unsureBelow }) {
  const isSure = isSureNumber(number, unsureBelow);
  const mark = !isSure ? 'unsure' : number.isCorrected ? 'corrected' : 'sure';
  const pick = { part: number.parts[0] ?? null, number };
  return {
    kind: 'number',
    mark,
    box: number.box,
    label: number.text || struckOut(number.read),
    figure: '',
    isSelected: false,
    pick,
  };
}

/** @param {string} text that was deleted */
const struckOut = (text) => text.replaceAll(/./gu, '$&\u0336');

/**
 * @param {Box} box
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
function inShares(box, width, height) {
  return { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
}

/**
 * One digit or separator of the answer, for the eye and for a screen reader.
 * @param {Part} part
 * @param {number} unsureBelow
 * @param {string} [digit] as it is named; as it is spoken, if not given
 * @returns {{ mark: 'sure' | 'unsure' | 'unknown' | 'corrected' | 'deleted', label: string, figure: string }} figure is
 *   how sure it is, in percent
 */
export function describePart(part, unsureBelow, digit = spokenNumber(part.text || part.read)) {
  const { text, confidence, isCorrected, isChecked } = part;
  const values = { digit, share: formatConfidence(confidence) };
  const figure = isCorrected || isChecked ? '' : formatConfidenceShort(confidence);
  if (isChecked && !isCorrected) return { mark: 'sure', label: textOf('answer.digit.checked', values), figure };
  if (text === '?' && !isCorrected) return { mark: 'unknown', label: values.digit, figure };
  const sureness = isSureSign({ confidence }, unsureBelow) ? 'sure' : 'unsure';
  const mark = text === '' ? 'deleted' : isCorrected ? 'corrected' : sureness;
  return { mark, label: textOf(`answer.digit.${mark}`, values), figure };
}
