import { describe, expect, it } from 'vitest';
import { BLANK } from '../../../web/shared/strokes.js';
import { SQUARE } from '../../../web/pad/place-ink.js';
import { startState } from '../../../web/app/state.js';
import { createSnapshotOf } from '../../../web/app/snapshot.js';

const NOTHING = { shown: null, selected: null };
const state = { ...startState(BLANK), placement: { ...SQUARE, height: 1.6 } };

describe('what a panel is shown', () => {
  it('tells how large the pad is, however little of it is written on', () => {
    expect(createSnapshotOf()(state, NOTHING)).toMatchObject({ ink: [], page: { width: 1, height: 1.6 } });
  });

  it('tells how large the picture is that stands in the place of the pad', () => {
    const picture = /** @type {any} */ ({ image: { src: 'blob:1' }, size: { width: 1200, height: 900 } });
    const snapshot = createSnapshotOf()({ ...state, view: 'picture', picture }, NOTHING);
    expect(snapshot).toMatchObject({ ink: null, page: { width: 1200, height: 900 } });
  });

  it('is the same one until something in it changes', () => {
    const snapshotOf = createSnapshotOf();
    const first = snapshotOf(state, NOTHING);
    expect(snapshotOf({ ...state, isOffline: true }, NOTHING)).toBe(first);
    expect(snapshotOf({ ...state, placement: { ...state.placement, height: 1.2 } }, NOTHING)).not.toBe(first);
  });
});
