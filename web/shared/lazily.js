import { onceMade } from '../reader/lazy.js';
import { text } from '../texts/texts.js';

/**
 * Makes something once, the first time that it is asked for: its code is not part of the first visit.
 * @template Made
 * @param {() => Promise<Made>} make
 * @returns {() => Promise<Made>}
 */
export function lazily(make) {
  // Asked for again, it is tried again: the network may be back.
  return onceMade(() =>
    make().catch((cause) => {
      throw new Error(text('panel.failed'), { cause });
    }),
  );
}
