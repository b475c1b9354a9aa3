import './view.css';
import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { areaBetween, areaInShares } from '../shared/frame/area.js';
import { decodePicture, pictureSize } from '../shared/pictures/decode-picture.js';
import { adjust } from './draft.js';
import { exportForm, fromFile } from './form-file.js';
import { errorOf } from '../texts/problems.js';
import { createSampleReader } from './sample-reader.js';
import { latestJob } from '../shared/latest-job.js';
import { createActions } from './actions.js';
import { createStoredForms } from './stored-forms.js';
import { fieldsOf, headOf, isBlank, liesAlone, MOST_ZOOM, sampleOf, sheetOf, startState, withSample } from './state.js';
import { createWidgets } from './widgets.js';
import { leaveField } from '../shared/dom/elements.js';
import { onLanguage } from '../texts/texts.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { Sheet } from './draft.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { Read } from '../shared/forms/read-form.js'
 * @import { FormState, Sample } from './state.js'
 * @import { Reader } from '../inkdigit.js'
 * @import { FormEvents } from './widgets.js'
 */

const MOST_PIXELS = preprocessing.picture.mostPixels;

/**
 * In the form view fields are drawn on a sample, named and given patterns.
 * @param {HTMLElement} root empty
 * @param {{
 *   read: Read,
 *   reader: () => Promise<Pick<Reader, 'findFields' | 'findLandmarks'>>,
 *   onSave: (form: Form) => void,
 *   onClose: () => void,
 *   tell: (error: unknown) => void,
 * }} page
 *   `onSave` is given the form that the batch is to use; `tell` shows an error to the person
 */
export function createFormView(root, { read, reader, onSave, onClose, tell }) {
  let state = startState();
  let frame = 0;
  /** Until it is known by what other pictures of the sample's form are to be found. @type {Promise<void>} */
  let looking = Promise.resolve();
  const forms = createStoredForms();
  const get = () => state;
  const actions = createActions({ get, set, forms });
  const sampleReader = createSampleReader(read, () => set({}));
  const keep = latestJob((/** @type {Sheet} */ now) => forms.saveDraft(now), {
    done: (isKept) => set({ isKept }),
    failed: tell,
  });
  const showSample = latestJob(decodeSample, {
    done(sample, isLatest) {
      if (!isLatest) return;
      set({ sample });
      looking = look(sample, reader, set);
    },
    failed(error, isLatest) {
      if (!isLatest) return;
      set({ draft: adjust(state.draft, { sample: null }) });
      tell(error);
    },
  });
  const importFile = latestJob(fromFile, { done: actions.openImported, failed: tell });
  const restored = Promise.all([forms.loadDraft(), forms.list()]).then(([now, stored]) => {
    state = { ...state, stored, draft: adjust(state.draft, now ?? {}) };
  });

  /** @type {FormEvents} */
  const events = {
    ...actions,
    onBack: onClose,
    async onUse() {
      if (state.draft.now.form.fields.length === 0) return tell(errorOf('form.error.noField'));
      await looking;
      onSave(actions.save());
    },
    onSave: () => void actions.save(),
    onExport: ({ form }) => exportForm(form),
    onImport: importFile.ask,
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
    const before = state.draft.now;
    const next = { ...state, ...changed };
    state = { ...next, draft: withSample(next.draft, next) };
    // At once: whoever reloads the page in the next moment finds it as it was.
    if (state.draft.now !== before) keep.ask(state.draft.now);
    frame ||= requestAnimationFrame(render);
  }

  function render() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (root.hidden) return;
    const { now } = state.draft;
    if (now.sample) showSample.ask(now.sample);
    sampleReader.ask(now.form.fields, readySample(state));
    const fields = fieldsOf(state, (field) => sampleReader.resultOf(field, now.sample));
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
      sampleReader.ask([], null);
    },
  };
}

/** @param {FormState} state @returns {Parameters<ReturnType<typeof createSampleReader>['ask']>[1]} once it is known what is printed on it */
function readySample(state) {
  const [sample, { looked }] = [sampleOf(state), state];
  return sample && looked?.blob === sample.blob ? { ...sample, landmarks: looked.landmarks } : null;
}

/**
 * What a person sees comes first.
 *
 * @param {Sample} sample
 * @param {() => Promise<Pick<Reader, 'findFields' | 'findLandmarks'>>} reader
 * @param {(seen: Partial<FormState>) => void} set
 */
async function look(sample, reader, set) {
  set({ found: await findOffers(sample, reader) });
  set({ looked: await lookAt(sample.blob, reader) });
}

/**
 * @param {Sample} sample
 * @param {() => Promise<Pick<Reader, 'findFields'>>} reader
 * @returns {Promise<FormState['found']>}
 */
async function findOffers({ blob, size }, reader) {
  try {
    const fields = await (await reader()).findFields(blob);
    return { blob, offers: fields.map(({ box, cells }) => ({ area: within(areaInShares(box, size)), cells })) };
  } catch (error) {
    console.warn('Fields can be drawn, but none are found:', error);
    return { blob, offers: [] };
  }
}

/** What reaches beyond the picture, as of a sheet that lies aslant, is cut off. @param {Area} area */
const within = ({ x, y, width, height }) => areaBetween({ x, y }, { x: x + width, y: y + height });

/**
 * @param {Blob} blob a sample
 * @param {() => Promise<Pick<Reader, 'findLandmarks'>>} reader
 * @returns {Promise<FormState['looked']>}
 */
async function lookAt(blob, reader) {
  try {
    return { blob, landmarks: await (await reader()).findLandmarks(blob) };
  } catch (error) {
    console.warn('Fields will only be found where they are on the sample:', error);
    return { blob, landmarks: null };
  }
}

/**
 * @param {ReturnType<typeof createWidgets>} widgets
 * @param {FormState} state
 * @param {ReturnType<typeof fieldsOf>} fields
 */
function renderWidgets(widgets, state, fields) {
  const { now } = state.draft;
  const sheet = sheetOf(state);
  const view = {
    ...state,
    offers: sheet.offers,
    ...headOf(state),
    isBlank: isBlank(state),
    liesAlone: liesAlone(state),
    mostZoom: MOST_ZOOM,
  };
  widgets.head.render(view);
  widgets.name.render(view);
  widgets.tools.render(view);
  widgets.sheet.render({ ...sheet, fields });
  widgets.sample.hidden = now.sample !== null;
  widgets.fields.render(fields);
  widgets.stored.render({ stored: state.stored, open: now.id, hasSample: now.sample !== null });
  widgets.layout.render(view);
}

/**
 * @param {Blob} blob
 * @returns {Promise<Sample>}
 * @throws {Error} with a code, for what is no picture or too large
 */
async function decodeSample(blob) {
  const size = await pictureSize(blob);
  if (size.width * size.height > MOST_PIXELS) throw errorOf('form.error.tooManyPixels');
  return { blob, image: await decodePicture(blob), size };
}
