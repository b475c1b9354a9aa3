import { onceMade } from '../reader/lazy.js';
import { errorOf } from '../texts/problems.js';
import { loadLaterTexts } from '../texts/texts.js';

/**
 * Makes something once, the first time that it is asked for: its code and its texts are not part of the first visit. What failed is
 * tried again when it is next asked for: the network may be back.
 *
 * @template Made
 * @param {() => Promise<Made>} make
 * @returns {() => Promise<Made>} rejects with words for a person
 */
export const lazy = (make) =>
  onceMade(() =>
    loadLaterTexts()
      .then(make)
      .catch((cause) => {
        throw errorOf('panel.failed', { cause });
      }),
  );
