import { lazily } from './lazily.js';
import { part } from './part.js';

/**
 * @import { Box } from '../ink/rasterize.js'
 * @import { Read } from '../pictures.js'
 * @import { View } from './describe-state.js'
 * @typedef {{
 *   read: Read,
 *   openPicture: (file: File, area: Box | null) => void,
 *   turnTo: (view: View) => void,
 *   showPad: () => void,
 *   hasPicture: () => boolean,
 *   tell: (problem: unknown) => void,
 *   unsureBelow: () => number,
 * }} Events
 */

/**
 * The views beside the pad and the picture: camera, table, form. Each comes with its first use.
 * @param {Events} events
 */
export function createViews({ read, openPicture, turnTo, showPad, hasPicture, tell, unsureBelow }) {
  /** @type {Map<View, { hide: () => void }>} */
  const made = new Map();
  /**
   * @template {{ hide: () => void }} Made
   * @param {View} name
   * @param {(root: HTMLElement) => Promise<Made>} make
   */
  const view = (name, make) =>
    lazily(async () => {
      const created = await make(part(document, `#${name}`, HTMLElement));
      made.set(name, created);
      return created;
    });

  const camera = view('camera', async (root) => {
    const { createCameraView } = await import('./camera-view.js');
    return createCameraView(root, {
      read,
      onCapture: openPicture,
      onFile: (file) => openPicture(file, null),
      onClose: showPad,
    });
  });
  const batch = view('batch', async (root) => {
    const { createBatchView } = await import('./batch-view.js');
    return createBatchView(root, {
      read,
      openPicture: (file) => openPicture(file, null),
      openForm: (sample, form) => void showForm(sample, form),
      tell,
      unsureBelow,
    });
  });
  const form = view('form', async (root) => {
    const { createFormView } = await import('./form-view.js');
    return createFormView(root, {
      read,
      onSave: (saved) => void showBatch([], saved),
      onClose: () => (hasPicture() ? turnTo('picture') : void showBatch([])),
      tell,
    });
  });

  /** @param {() => Promise<void>} work */
  const safely = (work) => work().catch(tell);

  const showCamera = () =>
    safely(async () => {
      const { show } = await camera();
      turnTo('camera');
      show();
    });

  /** @param {File[]} files to add @param {import('../form/form.js').Form} [saved] a form for every row */
  const showBatch = (files, saved) =>
    safely(async () => {
      const table = await batch();
      turnTo('batch');
      table.show();
      if (saved) table.setForm(saved);
      if (files.length > 0) table.add(files);
    });

  /** @param {Blob | null} sample @param {import('../form/form.js').Form | null} edited */
  const showForm = (sample, edited) =>
    safely(async () => {
      const { open } = await form();
      turnTo('form');
      open(sample, edited);
    });

  return {
    showCamera,
    showBatch,
    showForm,
    /** @param {View} shown */
    hideBut(shown) {
      for (const [name, each] of made) if (name !== shown) each.hide();
    },
  };
}
