import { correctionsOf, saidIn } from './row-picture.js';
import { sayInPicture, selectedRow } from './rows/state.js';

/**
 * @import { Session } from './session.js'
 * @import { Store } from './store.js'
 * @import { Picture } from '../picture/pictures.js'
 * @import { BatchOptions } from './view.js'
 */

/**
 * Pictures of the batch in the page's other views: one opened by itself, or as the sample of a form.
 *
 * @param {Session} session
 * @param {Store} store
 * @param {Pick<BatchOptions, 'openPicture' | 'openForm'>} options
 */
export function createBatchPictures(session, store, { openPicture, openForm }) {
  return {
    /** The selected one, with what was said of it. */
    async open() {
      const row = selectedRow(session.state);
      if (!row) return;
      const blob = await store.picture(row.id);
      openPicture(new File([blob], row.name, { type: blob.type }), {
        row: row.id,
        area: row.marked?.area,
        begin: (read) => correctionsOf(row, session.state.columns, read),
      });
    },

    /** @param {Picture} before @param {Picture} after something was said in the opened picture of a row */
    async take(before, after) {
      await session.loaded;
      if (after.row === null) return;
      const said = saidIn(session.state.columns, before, after);
      const marked = { area: after.area, corrections: after.history.now };
      session.change(sayInPicture(session.state, after.row, said, marked));
    },

    async openForm() {
      const { state } = session;
      const row = selectedRow(state) ?? state.batch.rows.find(({ status }) => status === 'read');
      openForm(row ? await store.picture(row.id) : null, state.form);
    },
  };
}
