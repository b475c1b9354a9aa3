import { toFile } from './form-file.js';
import { createStoredForms } from './stored-forms.js';
import { newId } from '../shared/new-id.js';
import { saveFile } from '../shared/dom/files.js';

/**
 * @import { Sheet } from './draft.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { StoredForm } from './stored-forms.js'
 * @typedef {ReadonlyArray<StoredForm>} Stored
 */

/** The stored forms as they are shown: also what the browser fails to keep stays until the page is left. */
export function createShelf() {
  const forms = createStoredForms();
  return {
    /** @returns {Promise<{ now: Sheet | null, stored: Stored }>} */
    async restore() {
      const [now, stored] = await Promise.all([forms.loadDraft(), forms.list()]);
      return { now, stored };
    },
    keepDraft: forms.saveDraft,
    /**
     * @param {Stored} stored
     * @param {Omit<StoredForm, 'id'> & { id: string | null }} added an id of null makes another form
     * @returns {{ id: string, stored: Stored }}
     */
    put(stored, { id: known, form, sample }) {
      const id = known ?? newId();
      void forms.save({ id, form, sample });
      const others = stored.filter((each) => each.id !== id);
      const all = [...others, { id, form, sample }];
      return { id, stored: all.sort((a, b) => a.form.name.localeCompare(b.form.name)) };
    },
    /** @param {Stored} stored @param {StoredForm} removed @returns {Stored} */
    remove(stored, { id }) {
      void forms.remove(id);
      return stored.filter((each) => each.id !== id);
    },
    /** @param {Form} form */
    exportForm(form) {
      const { name, text } = toFile(form);
      saveFile(name, text, 'application/json');
    },
  };
}
