import { classifyMadeUp, madeUpInfo, madeUpNumber, madeUpReading } from '../made-up-reading.js';

/**
 * Answers every drawing and every picture with the same numbers, a picture from the side that is asked for.
 *
 * @import { ImageOptions } from '../../../web/inkdigit.js'
 * @typedef {{
 *   numbers: [string, import('../made-up-reading.js').How][],
 *   skipped: (import('../../../web/inkdigit.js').Reading['skipped'][number]['box'] & { kind?: 'word' | 'print' })[],
 *   tables: import('../../../web/inkdigit.js').Reading['tables'],
 *   turned: number,
 *   delay: number,
 *   unsure: number,
 * }} Told by the test (use_reader in tests/support/made_up_reader.py); the delay, in milliseconds, is of every stage
 */

/** @type {Told} */
const { numbers, skipped, tables, turned: found, delay, unsure } = Reflect.get(globalThis, 'told');

const reading = {
  ...madeUpReading(...numbers.map(([text, how]) => madeUpNumber(text, how))),
  skipped: skipped.map(({ kind, ...box }) => ({ box, kind })),
  tables,
};

/** @type {ImageOptions['area'][]} the areas of the pictures that were to be read, for the test */
const asked = [];
/** @type {ImageOptions['turned'][]} from which sides, for the test */
const sides = [];
Object.assign(globalThis, { asked, sides });

/** @param {AbortSignal} [signal] */
const wait = (signal) =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, delay);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** @returns {Promise<import('../made-up-reading.js').MadeUpReader>} */
export async function load() {
  return {
    info: madeUpInfo(unsure),
    classify: classifyMadeUp,
    async readInk(ink) {
      await wait();
      return ink.length > 0 ? reading : madeUpReading();
    },
    async readImage(_source, { signal, onProgress, area, turned, isNumber } = {}) {
      asked.push(area);
      sides.push(turned);
      const stages = /** @type {const} */ (['decode', 'binarize', 'segment', 'read']);
      for (const [index, stage] of stages.entries()) {
        onProgress?.({ stage, share: index / stages.length });
        await wait(signal);
      }
      // What was passed over, read after all.
      const after = isNumber && area && madeUpNumber('88', { ...area, size: area.height / 2, sure: [0.4] });
      return { ...(after ? madeUpReading(after) : reading), turned: turned ?? found };
    },
    findFields: async () => [],
    findLandmarks: async () => null,
    close() {},
  };
}
