import { beforeEach, describe, expect, it, vi } from 'vitest';
import { record } from '../../../web/shared/undo.js';
import { createPictures } from '../../../web/picture/pictures.js';
import { BLANK } from '../../../web/shared/strokes.js';
import { startState, toolsOf } from '../../../web/app/state.js';
import { madeUpReading } from '../../support/made-up-reading.js';

/** @typedef {import('../../../web/picture/pictures.js').Picture} Picture */

/** @type {import('../../../web/shared/reading/correct.js').Correction} */
const SAID = { of: 'number', box: { x: 0, y: 0, width: 9, height: 20 }, ink: 3, text: '8' };

function open() {
  /** @type {Picture | null} */
  let shown = null;
  /** @type {Blob[]} */
  const keptFiles = [];
  const kept = /** @type {any} */ ({ keep: (/** @type {Picture} */ { file }) => keptFiles.push(file) });
  const set = (/** @type {Picture} */ picture) => {
    shown = picture;
  };
  const pictures = createPictures(async () => madeUpReading('7'), kept, {
    get: () => shown,
    prepare: async () => {},
    onProgress: () => {},
    onOpen: set,
    onPages: () => {},
    onChange: set,
    onProblem(error) {
      throw error;
    },
  });
  return {
    ...pictures,
    say: () => pictures.correct((history) => record(history, [SAID])),
    name: () => shown?.name,
    area: () => shown?.area,
    crop: (/** @type {Picture['area']} */ area) => pictures.readArea(/** @type {Picture} */ (shown), area),
    said: () => shown?.history.now,
    /** @returns {boolean[]} whether Undo and Redo lead anywhere */
    can() {
      const { undo, redo } = toolsOf({ ...startState(BLANK), view: 'picture', picture: shown }).possible;
      return [undo, redo];
    },
    keptName: () => /** @type {File} */ (keptFiles.at(-1)).name,
  };
}

const file = (/** @type {string} */ name) => new File(['ink'], name, { type: 'image/png' });

describe('the picture in the place of the pad', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'Image',
      class {
        naturalWidth = 40;
        naturalHeight = 30;
        decode = async () => {};
      },
    );
  });

  it('comes back with what was said of it by Undo of the one that took its place', async () => {
    const pictures = open();
    await pictures.open(file('first.png'));
    pictures.say();
    await pictures.open(file('second.png'));
    expect([pictures.name(), pictures.said(), pictures.can()]).toEqual(['second.png', [], [true, false]]);
    pictures.undo();
    expect([pictures.name(), pictures.said(), pictures.can()]).toEqual(['first.png', [SAID], [true, true]]);
    expect(pictures.keptName()).toBe('first.png');
    pictures.redo();
    expect([pictures.name(), pictures.can()]).toEqual(['second.png', [true, false]]);
  });

  it('first takes back what was said of the one in sight', async () => {
    const pictures = open();
    await pictures.open(file('first.png'));
    pictures.say();
    await pictures.open(file('second.png'));
    pictures.say();
    pictures.undo();
    expect([pictures.name(), pictures.said(), pictures.can()]).toEqual(['second.png', [], [true, true]]);
    pictures.undo();
    expect(pictures.name()).toBe('first.png');
    pictures.undo();
    expect([pictures.name(), pictures.said(), pictures.can()]).toEqual(['first.png', [], [false, true]]);
    pictures.redo();
    pictures.redo();
    pictures.redo();
    expect([pictures.name(), pictures.said(), pictures.can()]).toEqual(['second.png', [SAID], [true, false]]);
  });

  it('is not held on to where nothing was said of it, or where the batch keeps what was', async () => {
    const pictures = open();
    await pictures.open(file('first.png'));
    await pictures.open(file('row.png'), { row: '1' });
    expect(pictures.can()).toEqual([false, false]);
    pictures.say();
    await pictures.open(file('second.png'));
    expect(pictures.can()).toEqual([false, false]);
  });

  it('comes back by Undo as it was before it was cropped, and what was said of it stays in either', async () => {
    const pictures = open();
    await pictures.open(file('first.png'), { row: '1' });
    pictures.say();
    const area = { x: 0, y: 0, width: 20, height: 30 };
    await pictures.crop(area);
    expect([pictures.area(), pictures.said(), pictures.can()]).toEqual([area, [SAID], [true, false]]);
    pictures.undo();
    expect([pictures.area(), pictures.said(), pictures.can()]).toEqual([null, [SAID], [true, true]]);
    pictures.undo();
    expect([pictures.area(), pictures.said(), pictures.can()]).toEqual([null, [], [false, true]]);
    pictures.redo();
    pictures.redo();
    expect([pictures.area(), pictures.said(), pictures.can()]).toEqual([area, [SAID], [true, false]]);
  });
});
