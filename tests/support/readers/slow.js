import { classifyMadeUp, madeUpInfo, madeUpReading } from '../made-up-reading.js';

/**
 * Reads a picture's name, and is held at two places in each until the test lets it go on.
 *
 * @typedef {{ started: string[], isHeld: boolean, goOn: () => void }} Page what the test reads and sets there
 */

const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis));
page.started = [];
page.isHeld = Reflect.get(globalThis, 'told').isHeld;

/** @returns {Promise<void>} */
const turn = () =>
  new Promise((resolve) => {
    page.goOn = resolve;
    if (!page.isHeld) setTimeout(resolve);
  });

/** @returns {Promise<import('../made-up-reading.js').MadeUpReader>} */
export async function load() {
  return {
    info: madeUpInfo(),
    classify: classifyMadeUp,
    readInk: async () => madeUpReading(),
    async readImage(source, { signal, onProgress } = {}) {
      const { name } = /** @type {File} */ (source);
      page.started.push(name);
      for (const share of [0, 0.5]) {
        onProgress?.({ stage: 'read', share });
        await turn();
        signal?.throwIfAborted();
      }
      return toReading(name);
    },
    close() {},
  };
}

/** @param {string} name @returns {import('../../../web/inkdigit.js').Reading} */
function toReading(name) {
  const [, text = '', percent = '99'] = /^(.*?)(?: (\d+)%)?\.png$/.exec(name) ?? [];
  if (text.startsWith('broken')) throw new Error('This file is broken: choose another one.');
  if (text === 'blank') return madeUpReading();
  const box = { x: 100, y: 125, width: 200, height: 250 };
  const rest = { box, line: 0, digits: [], separators: [], alternatives: [] };
  const numbers = [{ text, confidence: Number(percent) / 100, ...rest }];
  return { text: text.replace('_', '\n').replace(';', '/'), numbers, skipped: [] };
}
