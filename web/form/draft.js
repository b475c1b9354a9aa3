import { record, redo, startHistory, undo } from '../shared/undo.js';
import { moveArea } from '../shared/frame/area.js';
import { withoutField } from '../shared/forms/between-fields.js';
import { MOST_FIELDS } from '../shared/forms/form.js';
import { KINDS } from '../shared/forms/pattern.js';

/**
 * The form that is being drawn, and every step that can be taken back. Nothing in it ever changes: each function makes a
 * new draft.
 *
 * @import { History } from '../shared/undo.js'
 * @import { Area } from '../shared/frame/area.js'
 * @import { Field, Form } from '../shared/forms/form.js'
 * @typedef {Readonly<{ id: string | null, form: Form, sample: Blob | null, selected: number | null }>} Sheet `id`: of the
 *   stored form that it belongs to, null for one that was never stored
 * @typedef {{ index: number, sumOf: ReadonlyArray<number> }} Sum a field, by its place, and those that it is the sum of
 * @typedef {Readonly<History<Sheet> & { step: string }>} Draft `step` names the last step, so that typing a name is one
 *   step and not one a letter
 */

const BLANK = /** @type {Sheet} */ ({ id: null, form: { name: '', fields: [] }, sample: null, selected: null });

/** A field that the keyboard adds lies here, or this far below the last one. @type {Area} */
const FIRST_AREA = { x: 0.1, y: 0.1, width: 0.3, height: 0.06 };
const BELOW = 0.02;

/**
 * @param {Partial<Sheet>} [sheet]
 * @returns {Draft} without a past
 */
export function startDraft(sheet = {}) {
  return { ...startHistory({ ...BLANK, ...sheet }), step: '' };
}

/**
 * @param {Draft} draft
 * @param {Partial<Sheet>} changed
 * @param {string} [step] the same one again adds to it instead of making another
 * @returns {Draft}
 */
export function change(draft, changed, step = '') {
  const now = { ...draft.now, ...changed };
  if (step && step === draft.step) return { ...draft, now, future: [] };
  return { ...record(draft, now), step };
}

/**
 * Change what is no step to take back, such as which field is selected.
 * @param {Draft} draft
 * @param {Partial<Sheet>} changed
 * @returns {Draft}
 */
export function adjust(draft, changed) {
  return { ...draft, now: { ...draft.now, ...changed }, step: '' };
}

/** @param {Draft} draft @returns {Draft} */
export function undoStep(draft) {
  return { ...undo(draft), step: '' };
}

/** @param {Draft} draft @returns {Draft} */
export function redoStep(draft) {
  return { ...redo(draft), step: '' };
}

/**
 * @param {Draft} draft
 * @param {Area} [area] below the last field if none is drawn
 * @returns {Draft} with one more field, which is selected
 */
export function addField(draft, area = nextArea(draft.now.form.fields)) {
  return addFields(draft, [{ area }]);
}

/**
 * @param {Draft} draft
 * @param {ReadonlyArray<{ area: Area, cells?: number }>} places
 * @returns {Draft} with a field at each, as many as a form can have; one alone is selected
 */
export function addFields(draft, places) {
  const { form } = draft.now;
  const { initial } = KINDS.digits;
  const added = places.map(({ area, cells }) =>
    cells ? { name: '', area, pattern: { ...initial, max: cells }, cells } : { name: '', area, pattern: initial },
  );
  const fields = [...form.fields, ...added].slice(0, Math.max(form.fields.length + 1, MOST_FIELDS));
  return change(draft, { form: { ...form, fields }, selected: places.length === 1 ? fields.length - 1 : null });
}

/**
 * @param {Draft} draft
 * @param {number} index
 * @returns {Draft}
 */
export function removeField(draft, index) {
  const { form } = draft.now;
  return change(draft, { form: { ...form, fields: withoutField(form.fields, index) }, selected: null });
}

/**
 * @param {Draft} draft
 * @param {number} index
 * @param {Partial<Field>} changed
 * @param {string} [part] what is changed, again and again
 * @returns {Draft}
 */
export function changeField(draft, index, changed, part = '') {
  const { form } = draft.now;
  const fields = form.fields.with(index, { ...form.fields[index], ...changed });
  return change(draft, { form: { ...form, fields }, selected: index }, part && `${part} ${index}`);
}

/**
 * @param {Draft} draft
 * @param {ReadonlyArray<Sum>} sums those of nothing are no sums
 * @returns {Draft}
 */
export function setSums(draft, sums) {
  const { form } = draft.now;
  const fields = sums.reduce(
    (all, { index, sumOf }) => all.with(index, { ...all[index], sumOf: sumOf.length > 0 ? sumOf : undefined }),
    form.fields,
  );
  return change(draft, { form: { ...form, fields } });
}

/** @param {ReadonlyArray<Field>} fields */
function nextArea(fields) {
  const last = fields.at(-1)?.area;
  if (!last) return FIRST_AREA;
  const below = moveArea(last, { x: 0, y: last.height + BELOW });
  // At the foot of the picture it would lie on top of the last one.
  return below.y < last.y + last.height ? moveArea(last, { x: BELOW, y: -last.height / 2 }) : below;
}
