import { memo } from '../shared/memo.js';
import { placeOf } from '../shared/panel/snapshot.js';
import { inkOf } from './state.js';

/**
 * @import { Part, Shown } from '../shared/reading/shown-reading.js'
 * @import { Ink } from '../shared/strokes.js'
 * @import { Picture } from '../picture/pictures.js'
 * @import { Snapshot } from '../shared/panel/snapshot.js'
 * @import { State } from './state.js'
 * @typedef {Pick<Snapshot, 'ink' | 'picture' | 'page'>} Source
 */

/**
 * A panel is shown this of the state.
 * @returns {(state: State, of: { shown: Shown | null, selected: Part | null }) => Snapshot} the same one as long as nothing in
 *   it has changed
 */
export function createSnapshotOf() {
  const ofPad = memo(
    (/** @type {Ink} */ ink, /** @type {number} */ width, /** @type {number} */ height) =>
      /** @type {Source} */ ({ ink, picture: null, page: { width, height } }),
  );
  const ofPicture = memo(
    (/** @type {Picture} */ { image, size }) =>
      /** @type {Source} */ ({ ink: null, picture: { url: image.src, ...size }, page: size }),
  );
  const make = memo(
    (
      /** @type {Source} */ source,
      /** @type {State['reading']} */ reading,
      /** @type {Shown | null} */ corrected,
      /** @type {Part | null} */ selected,
    ) => ({ ...source, reading, corrected, selected: placeOf(corrected, selected) }),
  );
  return (state, { shown, selected }) => {
    const picture = state.view === 'picture' ? state.picture : null;
    const { calm, placement } = state;
    const reading = shown ? (picture?.reading ?? calm.reading) : null;
    const ink = shown ? calm.ink : inkOf(state);
    return make(picture ? ofPicture(picture) : ofPad(ink, placement.width, placement.height), reading, shown, selected);
  };
}
