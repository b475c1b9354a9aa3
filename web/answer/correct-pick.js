import { lazily } from '../shared/lazily.js';

/**
 * Lets a person correct what was picked; the dialog comes with its first use.
 * @param {import('./correction-dialog.js').Events} events
 * @returns {(pick: import('../shared/reading/shown-reading.js').Pick, unsureBelow: number) => Promise<void>}
 */
export function createCorrectPick(events) {
  const dialog = lazily(async () => {
    const { createCorrectionDialog } = await import('./correction-dialog.js');
    return createCorrectionDialog(events);
  });
  return async (pick, unsureBelow) => (await dialog()).open(pick, unsureBelow);
}
