import { describe, expect, it, vi } from 'vitest';
import { addField, change, startDraft, undoStep } from '../../../web/form/draft.js';
import { WHOLE } from '../../../web/shared/frame/area.js';
import { wordsOf } from '../../../web/texts/problems.js';
import { createActions } from '../../../web/form/actions.js';
import { headOf, isBlank, isStored, liesAlone, sheetOf, startState, withSample } from '../../../web/form/state.js';

vi.mock('../../../web/shared/new-id.js', () => ({ newId: () => 'new' }));

/**
 * @import { StoredForm } from '../../../web/form/stored-forms.js'
 * @import { FormState } from '../../../web/form/state.js'
 */

const area = { x: 0.2, y: 0.2, width: 0.4, height: 0.1 };
const sample = new Blob(['a picture']);
const another = new Blob(['another']);
/** @type {StoredForm} */
const order = {
  id: 'order',
  form: { name: 'Order', fields: [{ name: 'Date', area, pattern: { kind: 'any' } }] },
  sample,
};

/** A form view's state without a page, and what is done with it. @param {Partial<FormState>} [start] */
function setUp(start) {
  let state = { ...startState(), ...start };
  const get = () => state;
  const set = vi.fn((/** @type {Partial<FormState>} */ changed) => {
    state = { ...state, ...changed };
  });
  const forms = { save: vi.fn(async () => true), remove: vi.fn(async () => true) };
  return { get, forms, ...createActions({ get, set, forms }) };
}

const drawn = () => ({ draft: addField(startDraft({ sample }), area) });

describe('a field that is drawn', () => {
  const box = { x: 0.2, y: 0.3, width: 0.3, height: 0.1 };
  const found = { blob: sample, offers: [{ area: box, cells: 5 }, { area: { ...box, y: 0.4 } }] };

  /** What is drawn, larger than the box by such a share of it on every side. @param {number} by */
  const rough = (by) => ({
    x: box.x - by * box.width,
    y: box.y - by * box.height,
    width: (1 + 2 * by) * box.width,
    height: (1 + 2 * by) * box.height,
  });

  it.each([0.1, 0.05, -0.05, -0.1])('is the box that was found there, where it is larger by %f', (by) => {
    const view = setUp({ draft: startDraft({ sample }), found });
    view.onAdd(rough(by));
    expect(view.get().draft.now.form.fields).toMatchObject([{ area: box, cells: 5 }]);
    expect(view.get().draft.now.selected).toBe(0);
  });

  it('is as it was drawn where it is meant for something else', () => {
    const two = { ...box, height: 0.2 };
    const half = { ...box, width: 0.15 };
    for (const given of [two, half]) {
      const view = setUp({ draft: startDraft({ sample }), found });
      view.onAdd(given);
      expect(view.get().draft.now.form.fields).toMatchObject([{ area: given }]);
    }
  });

  it('is as it was drawn where the box is a field already, or was found on another sample', () => {
    const view = setUp({ draft: addField(startDraft({ sample }), box), found });
    view.onAdd(rough(0.1));
    expect(view.get().draft.now.form.fields[1].area).toEqual(rough(0.1));
    const elsewhere = setUp({ draft: startDraft({ sample: another }), found });
    elsewhere.onAdd(rough(0.1));
    expect(elsewhere.get().draft.now.form.fields[0].area).toEqual(rough(0.1));
  });
});

describe('the form that is open', () => {
  it('is stored under a name, at once and under the same id later', () => {
    const view = setUp(drawn());
    expect(headOf(view.get()).isSaved).toBe(false);
    expect(view.save().name).toBe('Form');
    expect(headOf(view.get())).toMatchObject({ name: 'Form', isSaved: true });
    view.onName('Order');
    expect(headOf(view.get()).isSaved).toBe(false);
    view.save();
    expect(view.get().stored.map(({ id, form }) => [id, form.name])).toEqual([['new', 'Order']]);
    expect(view.forms.save).toHaveBeenLastCalledWith({ id: 'new', form: view.get().draft.now.form, sample });
  });

  it('is put away before another one takes its place', () => {
    const view = setUp({ ...drawn(), stored: [order] });
    view.onOpen(order);
    expect(view.get().draft.now).toMatchObject({ id: 'order', form: order.form, sample });
    expect(view.get().stored.map(({ id }) => id)).toEqual(['new', 'order']);
    view.onNew();
    expect(isBlank(view.get())).toBe(true);
    expect(view.get().stored).toHaveLength(2);
    view.openImported({ ...order.form, name: 'Theirs' });
    expect(view.get().draft.now).toMatchObject({ id: null, form: { name: 'Theirs' } });
    expect(view.get().stored).toHaveLength(2);
  });

  it('comes back by undo after another one was opened', () => {
    const view = setUp({ ...drawn(), stored: [order] });
    view.onOpen(order);
    view.onUndo();
    expect(view.get().draft.now.form.fields[0].pattern.kind).toBe('digits');
    view.onRedo();
    expect(view.get().draft.now.id).toBe('order');
  });

  it('brings a deleted field back', () => {
    const view = setUp(drawn());
    view.onRemove(0);
    expect(wordsOf(view.get().note)).toBe('“Field 1” was deleted.');
    view.get().note?.undo?.();
    expect(view.get().draft.now.form.fields).toHaveLength(1);
    expect(view.get().note).toBeNull();
  });

  it('brings a deleted stored form back', () => {
    const view = setUp({ stored: [order] });
    view.onDelete(order);
    expect(view.get().stored).toEqual([]);
    expect(view.forms.remove).toHaveBeenCalledWith('order');
    view.get().note?.undo?.();
    expect(view.get().stored).toEqual([order]);
    expect(view.forms.save).toHaveBeenCalledWith(order);
  });

  it('lets a finger draw one field, and then scroll', () => {
    const view = setUp({ draft: startDraft({ sample }) });
    expect(sheetOf(view.get()).isDrawing).toBe(true);
    view.onAdd(area);
    expect(sheetOf(view.get())).toMatchObject({ isDrawing: false, selected: 0 });
    view.onDrawing();
    expect(sheetOf(view.get())).toMatchObject({ isDrawing: true, selected: null });
  });

  it('is shown no smaller than it fits, and no larger than four times', () => {
    const view = setUp();
    view.onZoom(-1);
    expect(view.get().zoom).toBe(1);
    for (let count = 0; count < 9; count += 1) view.onZoom(1);
    expect(view.get().zoom).toBe(4);
  });
});

describe('opening the form view', () => {
  it('takes a picture as the sample of what is being drawn', () => {
    const view = setUp(drawn());
    view.goOnWith(another, null);
    expect(view.get().draft.now).toMatchObject({ sample: another, form: { fields: [{ area }] } });
  });

  it('goes on with what was drawn where nothing is given', () => {
    const view = setUp(drawn());
    const before = view.get().draft;
    view.goOnWith(null, null);
    expect(view.get().draft).toBe(before);
  });

  it('opens the form of the batch with its own sample, and else draws on the picture of a row', () => {
    const view = setUp({ stored: [order] });
    view.goOnWith(another, order.form);
    expect(view.get().draft.now).toMatchObject({ id: 'order', sample });
    view.goOnWith(another, order.form);
    expect(view.get().draft.now.sample).toBe(sample);
    const unknown = setUp();
    unknown.goOnWith(another, order.form);
    expect(unknown.get().draft.now).toMatchObject({ id: null, form: order.form, sample: another });
  });

  it('puts away what was being drawn when the batch has another form', () => {
    const view = setUp(drawn());
    view.goOnWith(null, order.form);
    expect(view.get().stored).toHaveLength(1);
    expect(view.get().draft.now.form).toBe(order.form);
  });
});

describe('the sample', () => {
  const size = { width: 1000, height: 800 };
  const image = /** @type {HTMLImageElement} */ ({});
  const landmarks = { version: /** @type {const} */ (1), area: WHOLE, width: 2, height: 2, marks: 'AA==' };

  it('gives the form its shape, which is no step to take back', () => {
    const shown = (/** @type {Blob} */ blob) => ({ sample: { blob, size, image }, looked: null });
    const draft = withSample(startDraft({ sample }), shown(sample));
    expect(draft.now.form.aspect).toBe(1.25);
    expect(draft.past).toEqual([]);
    expect(withSample(draft, shown(sample))).toBe(draft);
    expect(withSample(draft, { ...shown(another), looked: { blob: another, landmarks } })).toBe(draft);
  });

  it('gives the form its print and rules once they are known, and takes those of another sample away', () => {
    const looked = (/** @type {typeof landmarks | null} */ found) => ({
      sample: null,
      looked: { blob: sample, landmarks: found },
    });
    const draft = withSample(startDraft({ sample }), looked(landmarks));
    expect(draft.now.form.landmarks).toBe(landmarks);
    expect(withSample(draft, looked(landmarks))).toBe(draft);
    expect(withSample(draft, looked(null)).now.form).not.toHaveProperty('landmarks');
    const undone = undoStep(addField(draft));
    expect(withSample(undone, looked(landmarks)).now.form.landmarks).toBe(landmarks);
  });

  it('says that pictures have to lie as it does only where too little is printed on it', () => {
    const state = { ...startState(), draft: startDraft({ sample }) };
    expect(liesAlone(state)).toBe(false);
    expect(liesAlone({ ...state, looked: { blob: sample, landmarks } })).toBe(false);
    expect(liesAlone({ ...state, looked: { blob: another, landmarks: null } })).toBe(false);
    expect(liesAlone({ ...state, looked: { blob: sample, landmarks: null } })).toBe(true);
  });

  it('is shown only with the form that it belongs to', () => {
    const state = { ...startState(), draft: startDraft({ sample }), sample: { blob: sample, size, image } };
    expect(sheetOf(state).image).toBe(image);
    expect(sheetOf({ ...state, draft: change(state.draft, { sample: another }) }).image).toBeNull();
    expect(isStored({ ...state, stored: [order] })).toBe(false);
  });
});
