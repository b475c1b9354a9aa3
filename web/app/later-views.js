import { lazily } from '../shared/lazily.js';
import { findElement } from '../shared/dom/elements.js';

/**
 * @import { Form } from '../shared/forms/form.js'
 * @import { OpenOptions, Read } from '../picture/pictures.js'
 * @import { View } from './state.js'
 * @typedef {{
 *   read: Read,
 *   openPicture: (file: File, options?: OpenOptions) => void,
 *   openForm: (sample: Blob | null, form: Form | null) => void,
 *   useForm: (form: Form) => void,
 *   leaveCamera: () => void,
 *   leaveForm: () => void,
 *   onClear: () => void,
 *   tell: (problem: unknown) => void,
 *   unsureBelow: () => number,
 * }} Events onClear: the batch is to leave nothing behind
 */

/**
 * The views beside the pad and the picture: camera, table, form. Each comes with its first use.
 * @param {Events} events
 */
export function createLaterViews({ leaveCamera, leaveForm, useForm, ...events }) {
  const { read, openPicture, tell } = events;
  /** @type {Map<View, { hide: () => void }>} */
  const made = new Map();
  /**
   * @template {{ hide: () => void }} Made
   * @param {View} name
   * @param {(root: HTMLElement) => Promise<Made>} make
   */
  const view = (name, make) =>
    lazily(async () => {
      const created = await make(findElement(document, `#${name}`, HTMLElement));
      made.set(name, created);
      return created;
    });

  return {
    camera: view('camera', async (root) => {
      const { createCameraView } = await import('../camera/view.js');
      return createCameraView(root, {
        read,
        onCapture: (file, area) => openPicture(file, { area }),
        onFile: openPicture,
        onClose: leaveCamera,
      });
    }),
    batch: view('batch', async (root) => {
      const { createBatchView } = await import('../batch/view.js');
      return createBatchView(root, events);
    }),
    form: view('form', async (root) => {
      const { createFormView } = await import('../form/view.js');
      return createFormView(root, { read, onSave: useForm, onClose: leaveForm, tell });
    }),
    /** @param {View} shown */
    hideBut(shown) {
      for (const [name, each] of made) if (name !== shown) each.hide();
    },
  };
}
