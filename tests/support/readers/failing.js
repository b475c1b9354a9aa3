import { classifyMadeUp, madeUpInfo, madeUpNumber, madeUpReading } from '../made-up-reading.js';

let attempts = 0;

/** Fails at the first picture, and reads a 7 in every other. @returns {Promise<import('../made-up-reading.js').MadeUpReader>} */
export async function load() {
  return {
    info: madeUpInfo(),
    classify: classifyMadeUp,
    readInk: async () => madeUpReading(),
    async readImage() {
      if (attempts++ === 0) throw new Error('The reader is out of breath.');
      return madeUpReading(madeUpNumber('7', { confidence: 0.99 }));
    },
    close() {},
  };
}
