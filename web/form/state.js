import { adjust, startDraft } from './draft.js';
import { nameOfField } from '../shared/forms/form.js';

/**
 * @import { Draft } from './draft.js'
 * @import { Field, Form } from '../shared/forms/form.js'
 * @import { StoredForm } from './stored-forms.js'
 * @import { Result } from './sample-reader.js'
 * @typedef {{ blob: Blob, image: HTMLImageElement, size: { width: number, height: number } }} Sample ready to be shown
 * @typedef {{ code: string, values: { name: string }, undo: (() => void) | null }} Note what was just done, by the key of its
 *   words, and how to take it back
 * @typedef {Readonly<{
 *   draft: Draft,
 *   stored: ReadonlyArray<StoredForm>,
 *   sample: Sample | null,
 *   isDrawing: boolean,
 *   zoom: number,
 *   isKept: boolean,
 *   note: Note | null,
 * }>} FormState everything that the form view shows follows from this. `sample` is the newest picture that is ready to
 *   be shown, `isDrawing` whether a finger draws, `isKept` whether the browser keeps what is drawn
 */

export const MOST_ZOOM = 4;

/** A sheet without a picture has the shape of A4. */
const USUAL_ASPECT = 210 / 297;

/** @returns {FormState} */
export function startState() {
  return { draft: startDraft(), stored: [], sample: null, isDrawing: true, zoom: 1, isKept: true, note: null };
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
  return now.form.fields.map((field, index) => ({
    field,
    area: field.area,
    cells: field.cells,
    name: nameOfField(now.form, index),
    isSelected: index === now.selected,
    result: resultOf(field),
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
    selected: now.selected,
    isDrawing: state.isDrawing,
    zoom: state.zoom,
  };
}

/** @param {FormState} state @returns {boolean} whether the form is stored as it is now */
export function isStored({ draft: { now }, stored }) {
  return stored.some(({ id, form, sample }) => id === now.id && sample === now.sample && isSameForm(form, now.form));
}

/** @param {Form} one @param {Form} other */
export function isSameForm(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The shape of the sample belongs to the form: a picture of another shape is not one of it.
 * @param {Draft} draft
 * @param {Sample} sample
 * @returns {Draft}
 */
export function withAspect(draft, { blob, size }) {
  const aspect = Math.round((size.width / size.height) * 1000) / 1000;
  const { form, sample } = draft.now;
  return sample === blob && form.aspect !== aspect ? adjust(draft, { form: { ...form, aspect } }) : draft;
}
