import './view.css';
import { adjust } from './draft.js';
import { fromFile } from './form-file.js';
import { errorOf } from '../texts/problems.js';
import { createTester } from './tester.js';
import { latestJob } from '../shared/latest-job.js';
import { createActions } from './actions.js';
import { createEdits } from './edits.js';
import { decodeSample } from './sample.js';
import { createShelf } from './shelf.js';
import { fieldsOf, headOf, isBlank, MOST_ZOOM, sampleOf, sheetOf, startState, withAspect } from './state.js';
import { createWidgets } from './widgets.js';
import { leaveField } from '../shared/dom/elements.js';
import { onLanguage } from '../texts/texts.js';

/**
 * @import { Sheet } from './draft.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { Read } from '../shared/forms/read-form.js'
 * @import { FormState } from './state.js'
 * @import { FormEvents } from './widgets.js'
 */

/**
 * Where fields are drawn on a sample, named and given patterns.
 * @param {HTMLElement} root empty
 * @param {{ read: Read, onSave: (form: Form) => void, onClose: () => void, tell: (error: unknown) => void }} page
 *   `onSave` is given the form that the batch is to use; `tell` shows an error to the person
 */
export function createFormView(root, { read, onSave, onClose, tell }) {
  let state = startState();
  let frame = 0;
  const shelf = createShelf();
  const get = () => state;
  const actions = createActions({ get, set, shelf });
  const tester = createTester(read, () => set({}));
  const keep = latestJob((/** @type {Sheet} */ now) => shelf.keepDraft(now), {
    done: (isKept) => set({ isKept }),
    failed: tell,
  });
  const showSample = latestJob(decodeSample, {
    done: (sample, isLatest) => isLatest && set({ sample, draft: withAspect(state.draft, sample) }),
    failed(error, isLatest) {
      if (!isLatest) return;
      set({ draft: adjust(state.draft, { sample: null }) });
      tell(error);
    },
  });
  const importFile = latestJob(fromFile, { done: actions.takeImported, failed: tell });
  const restored = shelf.restore().then(({ now, stored }) => {
    state = { ...state, stored, draft: adjust(state.draft, now ?? {}) };
  });

  /** @type {FormEvents} */
  const events = {
    onBack: onClose,
    onUse() {
      if (state.draft.now.form.fields.length === 0) return tell(errorOf('form.error.noField'));
      onSave(actions.save());
    },
    onSave: () => void actions.save(),
    ...createEdits({ get, set }),
    onRemove: actions.remove,
    onOpen: actions.openStored,
    onExport: ({ form }) => shelf.exportForm(form),
    onDelete: actions.forget,
    onImport: importFile.ask,
    onNew: actions.startAnother,
  };
  let widgets = createWidgets(root, events, render);
  onLanguage(() => {
    const hadFocus = leaveField(root);
    widgets = createWidgets(root, events, render);
    render();
    if (hadFocus) widgets.head.focus();
  });

  /** @param {Partial<FormState>} changed */
  function set(changed) {
    const isEdited = changed.draft && changed.draft.now !== state.draft.now;
    state = { ...state, ...changed };
    // At once: whoever reloads the page in the next moment finds it as it was.
    if (isEdited) keep.ask(state.draft.now);
    frame ||= requestAnimationFrame(render);
  }

  function render() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (root.hidden) return;
    const { now } = state.draft;
    if (now.sample) showSample.ask(now.sample);
    tester.ask(now.form.fields, sampleOf(state));
    const fields = fieldsOf(state, (field) => tester.resultOf(field, now.sample));
    renderWidgets(widgets, state, fields);
  }

  return {
    /** @type {(sample: Blob | null, form: Form | null) => Promise<void>} null for what is there already */
    async open(sample, form) {
      root.hidden = false;
      await restored;
      actions.goOnWith(sample, form);
      render();
      widgets.head.focus();
    },
    hide() {
      root.hidden = true;
      tester.ask([], null);
    },
  };
}

/**
 * @param {ReturnType<typeof createWidgets>} widgets
 * @param {FormState} state
 * @param {ReturnType<typeof fieldsOf>} fields
 */
function renderWidgets(widgets, state, fields) {
  const { now } = state.draft;
  const view = { ...state, ...headOf(state), isBlank: isBlank(state), mostZoom: MOST_ZOOM };
  widgets.head.render(view);
  widgets.name.render(view);
  widgets.tools.render(view);
  widgets.sheet.render({ ...sheetOf(state), fields });
  widgets.sample.hidden = now.sample !== null;
  widgets.fields.render(fields);
  widgets.stored.render({ stored: state.stored, open: now.id, hasSample: now.sample !== null });
  widgets.layout.render(view);
}
