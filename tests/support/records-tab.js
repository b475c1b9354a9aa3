import { vi } from 'vitest';
import { createPageAutosave } from '../../web/history/records/page-autosave.js';
import { createKeepSwitch } from '../../web/history/records/open-history.js';
import { Records } from '../../web/history/records/records.js';
import { inMemory, storageOf } from './records-made.js';

/**
 * @import { Corrections } from '../../web/shared/reading/correct.js'
 * @import { written } from './records-made.js'
 */

/** As the page has it: the very same one as long as nothing is corrected. @type {never[]} */
const NONE = [];

/**
 * A tab of the page with its history, in memory; tabs that are given the same memory are of the same browser.
 *
 * @param {{ memory?: ReturnType<typeof inMemory>, session?: () => Storage, local?: () => Storage }} [shared]
 */
export function openTab({ memory = inMemory(), session = storageOf().storage, local = storageOf().storage } = {}) {
  const records = new Records({
    database: memory.open(),
    keeping: createKeepSwitch(local),
    shrink: async (blob) => ({ blob, scale: 1 }),
    onNotice: vi.fn(),
    onChange: vi.fn(),
  });
  const autosave = createPageAutosave(records, session, () => 0.8);
  /** @type {(drawn: ReturnType<typeof written>, corrections?: Corrections) => void} */
  const show = ({ ink, reading }, corrections = NONE) => autosave.offerDrawing({ ink, corrections }, reading);
  const texts = async () => (await records.list()).map(({ text }) => text).toSorted();
  return { records, autosave, show, texts, clear: () => autosave.offerDrawing({ ink: [], corrections: NONE }, null) };
}
