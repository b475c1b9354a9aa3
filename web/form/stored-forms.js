import { isForm } from '../shared/forms/form.js';
import { openStore } from '../shared/storage/database.js';

/**
 * The forms that this browser keeps, each with the sample that it was drawn on, and the one that is being drawn.
 *
 * @import { Sheet } from './draft.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { KeyValue } from '../shared/storage/database.js'
 * @typedef {{ id: string, form: Form, sample: Blob | null }} StoredForm
 */

const FORM = 'form ';
const DRAFT = 'draft';
const DRAFT_SAMPLE = 'draft sample';

/**
 * Browsers may keep nothing (private windows, Lockdown Mode, a full disk): then nothing is found, and what writes
 * resolves to false.
 *
 * @param {Omit<KeyValue, 'keys'>} [store]
 */
export function createStoredForms(store = openStore('forms')) {
  /** Written already: pictures are large, and change less often than the fields on them. */
  let keptSample = /** @type {Blob | null | undefined} */ (undefined);

  /** @param {Sheet} sheet */
  async function writeDraft({ id, form, sample, selected }) {
    await store.setMany([[DRAFT, { id, form, selected }]]);
    if (sample === keptSample) return;
    await store.setMany([[DRAFT_SAMPLE, sample]]);
    keptSample = sample;
  }

  return {
    /** @returns {Promise<StoredForm[]>} by name */
    async list() {
      const found = await attempt(() => store.entries(), []);
      return found
        .filter(([key, value]) => String(key).startsWith(FORM) && isForm(value?.form))
        .map(([key, { form, sample }]) => ({ id: key.slice(FORM.length), form, sample: sampleOf(sample) }))
        .sort(byName);
    },
    /** @param {StoredForm} stored @returns {Promise<boolean>} */
    save: ({ id, form, sample }) => succeeds(() => store.setMany([[FORM + id, { form, sample }]])),
    /** @param {string} id @returns {Promise<boolean>} */
    remove: (id) => succeeds(() => store.delMany([FORM + id])),
    /** @param {Sheet} sheet @returns {Promise<boolean>} */
    saveDraft: (sheet) => succeeds(() => writeDraft(sheet)),
    /** @returns {Promise<Sheet | null>} null where nothing readable is kept */
    async loadDraft() {
      const [draft, sample] = await attempt(() => Promise.all([DRAFT, DRAFT_SAMPLE].map((key) => store.get(key))), []);
      if (!isForm(draft?.form)) return null;
      keptSample = sampleOf(sample);
      return { id: draft.id ?? null, form: draft.form, sample: keptSample, selected: draft.selected ?? null };
    },
  };
}

/**
 * The forms as they are shown: one that the browser fails to keep stays until the page is left.
 * @param {ReadonlyArray<StoredForm>} stored
 * @param {StoredForm} added takes the place of the one with its id
 * @returns {ReadonlyArray<StoredForm>} by name
 */
export function addStored(stored, added) {
  return [...removeStored(stored, added), added].sort(byName);
}

/**
 * @param {ReadonlyArray<StoredForm>} stored
 * @param {StoredForm} removed
 * @returns {ReadonlyArray<StoredForm>}
 */
export function removeStored(stored, { id }) {
  return stored.filter((each) => each.id !== id);
}

/** @param {StoredForm} one @param {StoredForm} other */
const byName = (one, other) => one.form.name.localeCompare(other.form.name) || one.id.localeCompare(other.id);

/** @param {unknown} value */
const sampleOf = (value) => (value instanceof Blob ? value : null);

/** @param {() => Promise<unknown>} write */
const succeeds = (write) =>
  attempt(async () => {
    await write();
    return true;
  }, false);

/**
 * @template Result
 * @param {() => Promise<Result>} work
 * @param {Result} otherwise
 */
async function attempt(work, otherwise) {
  try {
    return await work();
  } catch (error) {
    console.info('This browser does not keep forms.', error);
    return otherwise;
  }
}
