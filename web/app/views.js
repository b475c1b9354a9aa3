import { forgetView, noteView } from './address.js';
import { lazy } from '../shared/lazy.js';
import { findElement } from '../shared/dom/elements.js';

/**
 * @import { Form } from '../shared/forms/form.js'
 * @import { OpenOptions, Picture, Read } from '../picture/pictures.js'
 * @import { View } from './state.js'
 * @typedef {{
 *   read: Read,
 *   reader: () => Promise<import('../inkdigit.js').Reader>,
 *   openPicture: (file: File, options?: OpenOptions) => void,
 *   openForm: (sample: Blob | null, form: Form | null) => void,
 *   useForm: (form: Form) => void,
 *   leaveCamera: () => void,
 *   showBatch: () => void,
 *   leaveForm: () => void,
 *   onClear: () => void,
 *   tell: (problem: unknown) => void,
 *   unsureBelow: () => number,
 * }} LazyEvents onClear: the batch is to leave nothing behind
 * @typedef {Pick<LazyEvents, 'read' | 'reader' | 'openPicture' | 'onClear' | 'tell' | 'unsureBelow'> & {
 *   onTurn: (view: View, isBelowPanel: boolean) => void,
 *   picture: { isOpen: () => boolean, isKept: () => boolean, reopen: () => void },
 *   focus: { pad: HTMLElement, picture: HTMLElement },
 * }} Events picture: whether there is one, or was when the page was left; focus: what gets it in those views
 */

/**
 * Turns from one view to another, and notes it in the address.
 * @param {Events} events
 */
export function createViews({ onTurn, picture, focus, ...events }) {
  const { tell } = events;
  /** Counts how often a person turned to something: a view that takes long to come must not take them back. */
  let turns = 0;
  /** The view that the form was opened from. @type {'picture' | 'batch'} */
  let origin = 'batch';
  const later = createLazyViews({
    ...events,
    openForm: (sample, form) => void showForm(sample, form),
    useForm: (form) => void showBatch([], form),
    leaveCamera: showPad,
    showBatch: () => void showBatch([]),
    leaveForm,
  });

  /** @param {View} view @param {boolean} [isBelowPanel] then the panel is in the address */
  function turnTo(view, isBelowPanel = false) {
    turns += 1;
    later.hideBut(view);
    if (!isBelowPanel) noteView(view);
    onTurn(view, isBelowPanel);
  }

  function showPad() {
    turnTo('pad');
    focus.pad.focus();
  }

  function showPicture() {
    if (picture.isOpen()) {
      turnTo('picture');
      window.scrollTo(0, 0);
      focus.picture.focus({ preventScroll: true });
    } else if (picture.isKept()) picture.reopen();
    else {
      forgetView();
      showPad();
    }
  }

  /**
   * @template Made
   * @param {View} name
   * @param {() => Promise<Made>} get
   * @param {(made: Made) => void} show
   */
  async function turn(name, get, show) {
    turns += 1;
    const turned = turns;
    try {
      const made = await get();
      if (turned !== turns) return;
      turnTo(name);
      show(made);
    } catch (error) {
      tell(error);
    }
  }

  /** @param {ReadonlyArray<File>} files to add @param {Form} [saved] a form for every row */
  function showBatch(files, saved) {
    return turn('batch', later.batch, (table) => {
      table.show();
      if (saved) table.setForm(saved);
      if (files.length > 0) table.add(files);
    });
  }

  /** @param {Blob | null} sample null for what is there already @param {Form | null} edited @param {typeof origin} [from] */
  function showForm(sample, edited, from = 'batch') {
    return turn('form', later.form, ({ open }) => {
      origin = from;
      open(sample, edited);
    });
  }

  function leaveForm() {
    if (origin === 'picture') showPicture();
    else void showBatch([]);
  }

  return {
    /** @param {'pad' | 'picture'} view */
    showBelowPanel: (view) => turnTo(view, true),
    show: {
      pad: showPad,
      picture: showPicture,
      camera: () => void turn('camera', later.camera, ({ show }) => show()),
      batch: () => void showBatch([]),
      form: () => void showForm(null, null),
    },
    showBatch,
    showForm,
    leaveForm,
    /** @param {Picture} opened from a row of the batch, after something was said in it @param {Picture} before */
    async tellBatch(opened, before) {
      await later.batch().then((table) => table.takeFromPicture(before, opened), tell);
    },
  };
}

/**
 * The views beside the pad and the picture: camera, table, form. Each comes with its first use.
 * @param {LazyEvents} events
 */
function createLazyViews({ leaveCamera, leaveForm, useForm, showBatch, ...events }) {
  const { read, openPicture, tell } = events;
  /** @type {Map<View, { hide: () => void }>} */
  const made = new Map();
  /**
   * @template {{ hide: () => void }} Made
   * @param {View} name
   * @param {(root: HTMLElement) => Promise<Made>} make
   */
  const view = (name, make) =>
    lazy(async () => {
      const created = await make(findElement(document, `#${name}`, HTMLElement));
      made.set(name, created);
      return created;
    });

  const batch = view('batch', async (root) => {
    const { createBatchView } = await import('../batch/view.js');
    return createBatchView(root, events);
  });
  return {
    batch,
    camera: view('camera', async (root) => {
      const { createCameraView } = await import('../camera/view.js');
      return createCameraView(root, {
        read,
        onCapture: (file, area) => openPicture(file, { area }),
        onSheet: (file) => void batch().then(({ add }) => add([file]), tell),
        onTable: showBatch,
        onFile: openPicture,
        onClose: leaveCamera,
      });
    }),
    form: view('form', async (root) => {
      const { createFormView } = await import('../form/view.js');
      return createFormView(root, { ...events, onSave: useForm, onClose: leaveForm });
    }),
    /** @param {View} shown */
    hideBut(shown) {
      for (const [name, each] of made) if (name !== shown) each.hide();
    },
  };
}
