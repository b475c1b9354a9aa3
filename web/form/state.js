import { adjust, startDraft } from './draft.js';
import { problemsBetween } from '../shared/forms/between-fields.js';
import { nameOfField } from '../shared/forms/form.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { Draft } from './draft.js'
 * @import { Field, Form, Landmarks } from '../shared/forms/form.js'
 * @import { StoredForm } from './stored-forms.js'
 * @import { Result } from './sample-reader.js'
 * @typedef {{ blob: Blob, image: HTMLImageElement, size: { width: number, height: number } }} Sample ready to be shown
 * @typedef {{ code: string, values: { name: string }, undo: (() => void) | null }} Note what was just done, by the key of its
 *   words, and how to take it back
 * @typedef {{ area: Area, cells?: number }} Offer a place to write that was found on the sample; `cells`: as a field's
 * @typedef {Readonly<{
 *   draft: Draft,
 *   stored: ReadonlyArray<StoredForm>,
 *   sample: Sample | null,
 *   found: { blob: Blob, offers: ReadonlyArray<Offer> } | null,
 *   looked: { blob: Blob, landmarks: Landmarks | null } | null,
 *   isDrawing: boolean,
 *   zoom: number,
 *   isKept: boolean,
 *   note: Note | null,
 * }>} FormState everything that the form view shows follows from this. `sample` is the newest picture that is ready to
 *   be shown, `found` the places to write on the newest one that was searched for them, `looked` what there is on the newest one that was looked at to find its fields in other pictures by, `isDrawing` whether a finger draws, `isKept` whether the browser keeps what is drawn
 */

export const MOST_ZOOM = 4;

/** A box is meant by what shares so much with it: also by what reaches a tenth of it beyond, or stays within, on every side. */
const MEANT = 0.63;

/** A sheet without a picture has the shape of A4. */
const USUAL_ASPECT = 210 / 297;

/** @returns {FormState} */
export function startState() {
  return {
    draft: startDraft(),
    stored: [],
    sample: null,
    found: null,
    looked: null,
    isDrawing: true,
    zoom: 1,
    isKept: true,
    note: null,
  };
}

/** @param {FormState} state @returns {Sample | null} the sample that belongs to the form */
export function sampleOf({ draft, sample }) {
  return sample?.blob === draft.now.sample ? sample : null;
}

/**
 * @param {FormState} state
 * @param {(field: Field) => Result | null} resultOf
 */
export function fieldsOf({ draft: { now } }, resultOf) {
  const { fields } = now.form;
  const results = fields.map(resultOf);
  const between = problemsBetween(
    fields,
    results.map((result) => (result && 'cell' in result ? result.cell.text : null)),
  );
  return fields.map((field, index) => ({
    field,
    area: field.area,
    cells: field.cells,
    name: nameOfField(now.form, index),
    isSelected: index === now.selected,
    result: results[index],
    problem: between[index],
    hasSample: now.sample !== null,
  }));
}

/** @param {FormState} state @returns {boolean} whether there is nothing yet, neither a picture nor a field */
export function isBlank({ draft: { now } }) {
  return now.sample === null && now.form.fields.length === 0;
}

/** @param {FormState} state */
export function headOf(state) {
  const { now, past, future } = state.draft;
  return {
    name: now.form.name,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    isSaved: isBlank(state) || isStored(state),
  };
}

/** @param {FormState} state */
export function sheetOf(state) {
  const { now } = state.draft;
  return {
    image: sampleOf(state)?.image ?? null,
    aspect: now.form.aspect ?? USUAL_ASPECT,
    offers: offersOf(state),
    selected: now.selected,
    isDrawing: state.isDrawing,
    zoom: state.zoom,
  };
}

/** @param {FormState} state @returns {ReadonlyArray<Offer>} what was found on the sample and is no field yet */
function offersOf({ draft: { now }, found }) {
  if (!found || found.blob !== now.sample) return [];
  return found.offers.filter(
    ({ area }) => !now.form.fields.some((field) => isMiddleIn(area, field.area) || isMiddleIn(field.area, area)),
  );
}

/**
 * Nobody draws exactly along a frame, and a frame that is a little inside of a field, or of its margin, is taken for a digit.
 *
 * @param {FormState} state
 * @param {Area} drawn
 * @returns {Offer} what was found there, where it is meant
 */
export function placeOf(state, drawn) {
  const shares = offersOf(state).map((offer) => ({ offer, share: sharedOf(offer.area, drawn) }));
  const meant = shares.filter(({ share }) => share >= MEANT).sort((one, other) => other.share - one.share);
  return meant[0]?.offer ?? { area: drawn };
}

/** @param {Area} one @param {Area} other @returns {number} 0 to 1: of what they cover together, what both cover */
function sharedOf(one, other) {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const both = Math.max(0, across) * Math.max(0, down);
  return both / (one.width * one.height + other.width * other.height - both);
}

/** @param {Area} one @param {Area} other */
function isMiddleIn(one, other) {
  const [across, down] = [one.x + one.width / 2 - other.x, one.y + one.height / 2 - other.y];
  return across >= 0 && across < other.width && down >= 0 && down < other.height;
}

/** @param {FormState} state @returns {boolean} whether the form is stored as it is now */
export function isStored({ draft: { now }, stored }) {
  return stored.some(({ id, form, sample }) => id === now.id && sample === now.sample && isSameForm(form, now.form));
}

/** @param {Form} one @param {Form} other */
export function isSameForm(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @param {FormState} state whether fields will not be found in pictures that lie otherwise than the sample */
export function liesAlone({ draft, looked }) {
  return looked !== null && looked.blob === draft.now.sample && looked.landmarks === null;
}

/**
 * The shape of the sample belongs to the form, and so do its print and rules: by these other pictures of it are known.
 * @param {Draft} draft
 * @param {Pick<FormState, 'sample' | 'looked'>} seen
 * @returns {Draft} the same where that is known already
 */
export function withSample(draft, { sample, looked }) {
  const { form, sample: blob } = draft.now;
  const { aspect, landmarks, ...rest } = form;
  const { width, height } = sample?.size ?? { width: 0, height: 1 };
  const shape = sample?.blob === blob ? Math.round((width / height) * 1000) / 1000 : aspect;
  const marks = looked?.blob === blob ? (looked?.landmarks ?? undefined) : landmarks;
  if (shape === aspect && marks === landmarks) return draft;
  return adjust(draft, { form: { ...rest, ...(shape && { aspect: shape }), ...(marks && { landmarks: marks }) } });
}
