import { describe, expect, it, vi } from 'vitest';
import { fromFile, toFile } from '../../../web/form/form-file.js';
import { createStoredForms } from '../../../web/form/stored-forms.js';

const area = { x: 0.2, y: 0.2, width: 0.4, height: 0.1 };
/** @type {import('../../../web/shared/forms/form.js').Form} */
const form = { name: 'Order', fields: [{ name: 'Date', area, pattern: { kind: 'date', order: 'dmy', year: 4 } }] };
const sample = new Blob(['a picture']);

function memory() {
  /** @type {Map<string, unknown>} */
  const kept = new Map();
  const store = {
    entries: async () => /** @type {[string, unknown][]} */ ([...kept.entries()]),
    get: async (/** @type {string} */ key) => kept.get(key),
    setMany: vi.fn(async (/** @type {[string, unknown][]} */ entries) => {
      for (const [key, value] of entries) kept.set(key, value);
    }),
    delMany: async (/** @type {string[]} */ keys) => keys.forEach((key) => kept.delete(key)),
  };
  return { kept, store };
}

describe('stored forms', () => {
  it('come back with their sample, by name', async () => {
    const { store } = memory();
    const forms = createStoredForms(store);
    expect(await forms.save({ id: 'a', form, sample })).toBe(true);
    expect(await forms.save({ id: 'b', form: { ...form, name: 'Card' }, sample: null })).toBe(true);
    expect(await createStoredForms(store).list()).toEqual([
      { id: 'b', form: { ...form, name: 'Card' }, sample: null },
      { id: 'a', form, sample },
    ]);
  });

  it('are renamed by storing them once more, and deleted', async () => {
    const forms = createStoredForms(memory().store);
    await forms.save({ id: 'a', form, sample });
    await forms.save({ id: 'a', form: { ...form, name: 'Purchase' }, sample });
    expect((await forms.list()).map((each) => each.form.name)).toEqual(['Purchase']);
    expect(await forms.remove('a')).toBe(true);
    expect(await forms.list()).toEqual([]);
  });

  it('keep what is being drawn, and do not write the picture anew for each step', async () => {
    const { store } = memory();
    const forms = createStoredForms(store);
    const sheet = { id: null, form, sample, selected: 0 };
    await forms.saveDraft(sheet);
    await forms.saveDraft({ ...sheet, form: { ...form, name: 'Another' } });
    expect(
      store.setMany.mock.calls.flatMap(([entries]) => entries).filter(([, value]) => value === sample),
    ).toHaveLength(1);
    const found = await createStoredForms(store).loadDraft();
    expect(found).toEqual({ ...sheet, form: { ...form, name: 'Another' } });
  });

  it('keep sums in a file, which an earlier page refuses rather than to check nothing', async () => {
    const total = { ...form.fields[0], name: 'Total', sumOf: [0] };
    const summed = { ...form, fields: [form.fields[0], total] };
    expect(toFile(form).text).toContain('"version": 1');
    expect(toFile(summed).text).toContain('"version": 2');
    expect(await fromFile(new Blob([toFile(summed).text]))).toEqual(summed);
  });

  it('keep print and rules of the sample, also in a file, and refuse what are none', async () => {
    const landmarks = {
      version: 1,
      area: { x: 0.1, y: 0.1, width: 0.8, height: 0.8 },
      width: 8,
      height: 8,
      marks: 'Pw==',
    };
    const known = /** @type {typeof form} */ ({ ...form, landmarks });
    const forms = createStoredForms(memory().store);
    await forms.save({ id: 'a', form: known, sample: null });
    expect((await forms.list()).map((each) => each.form)).toEqual([known]);
    expect(await fromFile(new Blob([toFile(known).text]))).toEqual(known);
    for (const wrong of [{ version: 2 }, { area: null }, { width: 1e6 }, { height: 0.5 }, { marks: 'no Base64!' }]) {
      const { text } = toFile(/** @type {any} */ ({ ...form, landmarks: { ...landmarks, ...wrong } }));
      await expect(fromFile(new Blob([text])), JSON.stringify(wrong)).rejects.toMatchObject({
        code: 'form.error.damaged',
      });
    }
  });

  it('do without what is damaged', async () => {
    const { kept, store } = memory();
    kept.set('form a', { form: { name: 'Order', fields: 7 }, sample: null });
    kept.set('draft', { form: null });
    expect(await createStoredForms(store).list()).toEqual([]);
    expect(await createStoredForms(store).loadDraft()).toBeNull();
  });

  it('say so where the browser keeps nothing', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => {});
    // As in this test's own surroundings, which have no IndexedDB.
    const forms = createStoredForms();
    expect(await forms.list()).toEqual([]);
    expect(await forms.loadDraft()).toBeNull();
    expect(await forms.save({ id: 'a', form, sample })).toBe(false);
    expect(await forms.saveDraft({ id: null, form, sample, selected: null })).toBe(false);
    expect(await forms.remove('a')).toBe(false);
  });
});

describe('a form as a file', () => {
  it('is the same form for a colleague', async () => {
    const { name, text } = toFile({ ...form, aspect: 0.7 });
    expect(name).toBe('order.inkdigit.json');
    expect(await fromFile(new Blob([text]))).toEqual({ ...form, aspect: 0.7 });
  });

  it('has a name that every system takes', () => {
    expect(toFile({ ...form, name: ' Rechnung 2024/25: "Müller" ' }).name).toMatch(
      /^rechnung-2024-25-mu.*ller\.inkdigit/,
    );
    expect(toFile({ ...form, name: '///' }).name).toBe('form.inkdigit.json');
  });

  it.each([
    ['a picture', '\x89PNG\r\n', 'This file is no form of Inkdigit, or it is cut off'],
    ['a file that is cut off', toFile(form).text.slice(0, 80), 'This file is no form of Inkdigit, or it is cut off'],
    ['other JSON', '{"name":"Order","fields":[]}', 'This file is no form of Inkdigit:'],
    ['null', 'null', 'This file is no form of Inkdigit:'],
    ['a later version', toFile(form).text.replace('"version": 1', '"version": 3'), 'made by a newer Inkdigit'],
    ['a field outside the picture', toFile(form).text.replace('"x": 0.2', '"x": 0.9'), 'This form is damaged'],
    ['a field without a pattern', toFile(form).text.replace('"kind"', '"sort"'), 'This form is damaged'],
    ['far too much', ' '.repeat(1.1e6), 'This file is too large for a form'],
  ])('is refused when it is %s', async (_what, text, message) => {
    await expect(fromFile(new Blob([text]))).rejects.toThrow(message);
  });
});
