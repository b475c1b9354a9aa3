import { change, removeField, startDraft, undoStep, adjust } from './draft.js';
import { nameOfField } from '../shared/forms/form.js';
import { text } from '../texts/texts.js';
import { isSameForm, isStored } from './state.js';

/**
 * @import { Draft } from './draft.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { StoredForm } from './stored-forms.js'
 * @import { createShelf } from './shelf.js'
 * @import { FormState, Note } from './state.js'
 */

/**
 * What a person does in the form view, as changes of its state.
 * @param {{
 *   get: () => FormState,
 *   set: (changed: Partial<FormState>) => void,
 *   shelf: ReturnType<typeof createShelf>,
 * }} state
 */
export function createActions({ get, set, shelf }) {
  /** @param {Draft} draft @param {Note | null} [note] */
  const edit = (draft, note = null) => set({ draft, note });

  /** @returns {Form} what is stored now */
  function save() {
    const { draft, stored } = get();
    const form = { ...draft.now.form, name: draft.now.form.name.trim() || text('form.unnamed') };
    const kept = shelf.put(stored, { id: draft.now.id, form, sample: draft.now.sample });
    set({
      draft: adjust(draft, { id: kept.id, form }),
      stored: kept.stored,
      note: { code: 'form.saved', values: { name: form.name }, undo: null },
    });
    return form;
  }

  /** Nothing is lost by going on to another form. */
  function putAway() {
    if (get().draft.now.form.fields.length > 0 && !isStored(get())) save();
  }

  return {
    edit,
    save,

    /** @param {number} index */
    remove(index) {
      const { draft } = get();
      const name = nameOfField(draft.now.form, index);
      edit(removeField(draft, index), {
        code: 'form.deleted',
        values: { name },
        undo: () => edit(undoStep(get().draft)),
      });
    },

    startAnother() {
      putAway();
      edit(change(get().draft, startDraft().now));
    },

    /** @param {StoredForm} stored */
    openStored({ id, form, sample }) {
      putAway();
      const { draft } = get();
      edit(change(draft, { id, form, sample: sample ?? draft.now.sample, selected: null }));
    },

    /** @param {Form} form */
    takeImported(form) {
      putAway();
      const changed = change(get().draft, { id: null, form, selected: null });
      edit(changed, { code: 'form.imported', values: { name: form.name }, undo: null });
    },

    /** @param {StoredForm} removed */
    forget(removed) {
      const undo = () => set({ stored: shelf.put(get().stored, removed).stored, note: null });
      set({
        stored: shelf.remove(get().stored, removed),
        note: { code: 'form.deleted', values: { name: removed.form.name }, undo },
      });
    },

    /**
     * @param {Blob | null} sample a picture to draw on; a form that has its own keeps that
     * @param {Form | null} form to go on with; null for the one that is being drawn
     */
    goOnWith(sample, form) {
      const isOpen = form === null || isSameForm(form, get().draft.now.form);
      if (!isOpen) putAway();
      const { draft, stored } = get();
      const { now } = draft;
      const known = stored.find((each) => form && isSameForm(each.form, form));
      if (!isOpen)
        edit(change(draft, { form, id: known?.id ?? null, sample: known?.sample ?? sample, selected: null }));
      else if (sample && !(form && now.sample)) edit(change(draft, { sample }));
    },
  };
}
