import {
  addField,
  addFields,
  adjust,
  change,
  changeField,
  redoStep,
  removeField,
  setSums,
  startDraft,
  undoStep,
} from './draft.js';
import { nameOfField } from '../shared/forms/form.js';
import { newId } from '../shared/new-id.js';
import { text } from '../texts/texts.js';
import { isSameForm, isStored, MOST_ZOOM, placeOf } from './state.js';
import { addStored, removeStored } from './stored-forms.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { Field, Form } from '../shared/forms/form.js'
 * @import { Draft, Sum } from './draft.js'
 * @import { FormState, Note, Offer } from './state.js'
 * @import { createStoredForms, StoredForm } from './stored-forms.js'
 * @typedef {{ get: () => FormState, set: (changed: Partial<FormState>) => void }} Access to the state of the form view
 * @typedef {Access & { forms: Pick<ReturnType<typeof createStoredForms>, 'save' | 'remove'> }} AccessAndForms
 */

/**
 * Each action of a person in the form view changes its state.
 * @param {AccessAndForms} access
 */
export function createActions({ get, set, forms }) {
  /** @param {Draft} draft @param {Note | null} [note] */
  const edit = (draft, note = null) => set({ draft, note });
  const { save, putAway, onDelete } = createStoreActions({ get, set, forms });

  /**
   * @param {Blob | null} sample a picture to draw on; a form that has its own keeps that
   * @param {Form | null} form to go on with; null for the one that is being drawn
   */
  function goOnWith(sample, form) {
    const isOpen = form === null || isSameForm(form, get().draft.now.form);
    if (!isOpen) putAway();
    const { draft, stored } = get();
    const { now } = draft;
    const known = stored.find((each) => form && isSameForm(each.form, form));
    if (!isOpen) edit(change(draft, { form, id: known?.id ?? null, sample: known?.sample ?? sample, selected: null }));
    else if (sample && !(form && now.sample)) edit(change(draft, { sample }));
  }

  return {
    ...createEdits({ get, set }),
    save,
    goOnWith,
    onDelete,

    onNew() {
      putAway();
      edit(change(get().draft, startDraft().now));
    },

    /** @param {StoredForm} stored */
    onOpen({ id, form, sample }) {
      putAway();
      const { draft } = get();
      edit(change(draft, { id, form, sample: sample ?? draft.now.sample, selected: null }));
    },

    /** @param {Form} form */
    openImported(form) {
      putAway();
      const changed = change(get().draft, { id: null, form, selected: null });
      edit(changed, { code: 'form.imported', values: { name: form.name }, undo: null });
    },
  };
}

/**
 * Each of these changes which forms are stored.
 * @param {AccessAndForms} access
 */
function createStoreActions({ get, set, forms }) {
  /** @returns {Form} what is stored now */
  function save() {
    const { draft, stored } = get();
    const form = { ...draft.now.form, name: draft.now.form.name.trim() || text('form.unnamed') };
    const id = draft.now.id ?? newId();
    set({
      draft: adjust(draft, { id, form }),
      stored: put(stored, { id, form, sample: draft.now.sample }),
      note: { code: 'form.saved', values: { name: form.name }, undo: null },
    });
    return form;
  }

  /** @param {FormState['stored']} stored @param {StoredForm} added */
  function put(stored, added) {
    void forms.save(added);
    return addStored(stored, added);
  }

  /** Nothing is lost by going on to another form. */
  function putAway() {
    if (get().draft.now.form.fields.length > 0 && !isStored(get())) save();
  }

  return {
    save,
    putAway,

    /** @param {StoredForm} removed */
    onDelete(removed) {
      const undo = () => set({ stored: put(get().stored, removed), note: null });
      void forms.remove(removed.id);
      set({
        stored: removeStored(get().stored, removed),
        note: { code: 'form.deleted', values: { name: removed.form.name }, undo },
      });
    },
  };
}

/**
 * Each edit changes the form that is open.
 * @param {Access} access
 */
function createEdits({ get, set }) {
  /** @param {Draft} draft @param {Note | null} [note] */
  const edit = (draft, note = null) => set({ draft, note });
  return {
    onUndo: () => edit(undoStep(get().draft)),
    onRedo: () => edit(redoStep(get().draft)),
    /** @param {string} name */
    onName(name) {
      const { draft } = get();
      edit(change(draft, { form: { ...draft.now.form, name } }, 'form name'));
    },
    /** @param {Blob} sample */
    onSample: (sample) => edit(change(get().draft, { sample })),
    onDrawing() {
      // Unselected, no field's handles are in the way of the finger.
      set({ isDrawing: !get().isDrawing, draft: adjust(get().draft, { selected: null }) });
    },
    /** @param {number} by */
    onZoom: (by) => set({ zoom: Math.min(MOST_ZOOM, Math.max(1, get().zoom + by)) }),
    /** @param {Area} [area] */
    onAdd(area) {
      const { draft } = get();
      const added = area ? addFields(draft, [placeOf(get(), area)]) : addField(draft);
      set({ draft: added, isDrawing: false, note: null });
    },
    /** @param {ReadonlyArray<Offer>} offers */
    onTake: (offers) => set({ draft: addFields(get().draft, offers), note: null }),
    /** @param {number} index */
    onRemove(index) {
      const { draft } = get();
      const name = nameOfField(draft.now.form, index);
      edit(removeField(draft, index), {
        code: 'form.deleted',
        values: { name },
        undo: () => edit(undoStep(get().draft)),
      });
    },
    /** @param {number | null} selected */
    onSelect(selected) {
      if (selected !== get().draft.now.selected) set({ draft: adjust(get().draft, { selected }) });
    },
    /** @param {ReadonlyArray<Sum>} sums */
    onSums: (sums) => edit(setSums(get().draft, sums)),
    /** @param {number} index @param {Partial<Field>} changed @param {string} part */
    onChange: (index, changed, part) => edit(changeField(get().draft, index, changed, part)),
  };
}
