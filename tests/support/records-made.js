import { shownReading } from '../../web/shared/reading/shown-reading.js';
import { inkBox, rasterize } from '../../web/reader/ink/rasterize.js';
import { write } from './hand.js';
import { madeUpNumber, madeUpReading } from './made-up-reading.js';

/**
 * @import { Database } from '../../web/history/records/database.js'
 * @import { Content, KeptReading } from '../../web/history/records/kept-reading.js'
 * @import { Reading } from '../../web/reader/reading.js'
 */

/**
 * A number on the pad, and a reading of it whose boxes and images are those of what was written.
 *
 * @param {string} text digits as they are written
 * @param {{ as?: string, confidence?: number, names?: string[], gap?: number }} [how] as: what the reader takes them for
 * @returns {{ ink: { x: number, y: number }[][], reading: Reading }}
 */
export function written(text, { as = text, confidence = 0.97, names = Array.from(text), gap } = {}) {
  const glyphs = write(names, { size: 0.2, x: 0.1, y: 0.3, gap });
  const number = madeUpNumber(as, { confidence, sure: Array.from(as, () => confidence) });
  number.digits.forEach((digit, place) => {
    const box = inkBox(glyphs[place]);
    if (box) Object.assign(digit, { box, image: rasterize(glyphs[place]) });
  });
  const ink = glyphs.flat();
  return { ink, reading: madeUpReading({ ...number, box: inkBox(ink) ?? number.box }) };
}

/** @param {Reading} reading @param {number} place of the digit */
export const partAt = (reading, place) => shownReading(reading, []).numbers[0].parts[place];

/**
 * @param {string} text
 * @param {Partial<KeptReading>} [changed]
 * @returns {KeptReading}
 */
export function keptReading(text, changed = {}) {
  const numbers = text.split(/\s+/).map((each) => ({ text: each, read: each, confidence: 0.97, isCorrected: false }));
  const time = new Date(2026, 10, 21, 9, 30).getTime();
  const content = { text, numbers, digits: [], isUnsure: false, isCorrected: false, corrections: [] };
  const of = { ink: [], picture: null, id: `id of ${text}`, revision: '1', time, bytes: 100, scale: null };
  return { ...content, ...of, ...changed };
}

/** @param {string} text @returns {Content} */
export function contentOf(text) {
  const { numbers, digits, isUnsure, isCorrected, corrections, ink, picture } = keptReading(text);
  return { text, numbers, digits, isUnsure, isCorrected, corrections, ink, picture };
}

/** What several tabs have in common. */
export function inMemory() {
  /** @type {Map<string, KeptReading>} */
  const records = new Map();
  /** @type {Map<string, Blob>} */
  const pictures = new Map();
  /** @returns {Database} */
  const open = () => ({
    list: async () => [...records.values()],
    ids: async () => ({ records: [...records.keys()], pictures: [...pictures.keys()] }),
    picture: async (id) => pictures.get(id),
    async put(record, { picture = null, replaces = null } = {}) {
      if (replaces !== null && records.get(record.id)?.revision !== replaces) return false;
      records.set(record.id, structuredClone(record));
      if (picture) pictures.set(record.id, picture);
      return true;
    },
    async remove(ids) {
      for (const id of ids) [records, pictures].forEach((table) => table.delete(id));
    },
    async clear() {
      [records, pictures].forEach((table) => table.clear());
    },
  });
  return { kept: records, pictures, open };
}

/** A browser's storage. @param {Record<string, string>} [values] */
export function storageOf(values = {}) {
  const kept = new Map(Object.entries(values));
  const storage = {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
    key: (/** @type {number} */ index) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
  return { kept, storage: () => storage };
}

export const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
