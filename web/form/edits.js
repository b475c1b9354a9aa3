import { addField, adjust, change, changeField, redoStep, undoStep } from './draft.js';
import { MOST_ZOOM } from './state.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { Draft } from './draft.js'
 * @import { Field } from '../shared/forms/form.js'
 * @import { FormState } from './state.js'
 */

/**
 * What a person does with the form that is open, as changes of the form view's state.
 * @param {{ get: () => FormState, set: (changed: Partial<FormState>) => void }} state
 */
export function createEdits({ get, set }) {
  /** @param {Draft} draft */
  const edit = (draft) => set({ draft, note: null });
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
    onAdd: (area) => set({ draft: addField(get().draft, area), isDrawing: false, note: null }),
    /** @param {number | null} selected */
    onSelect(selected) {
      if (selected !== get().draft.now.selected) set({ draft: adjust(get().draft, { selected }) });
    },
    /** @param {number} index @param {Partial<Field>} changed @param {string} part */
    onChange: (index, changed, part) => edit(changeField(get().draft, index, changed, part)),
  };
}
