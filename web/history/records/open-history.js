import { deviceStorage, tabStorage } from '../../shared/storage/local.js';
import { openDatabase } from './database.js';
import { followPage } from './follow-page.js';
import { clearStorage, forgetEverything } from './forget-everything.js';
import { createKeepSwitch } from './keep-switch.js';
import { Records } from './records.js';
import { smallPicture } from './small-picture.js';

/**
 * @import { Shrinker } from '../../shared/pictures/shrinker.js'
 * @import { Notice } from './records.js'
 */

/** Between tabs: 'changed' or 'forgotten'. */
const CHANNEL = 'inkdigit-records';

/**
 * The history of what was read, as the page uses it.
 *
 * @param {{
 *   shrink: Shrinker['shrink'],
 *   unsureBelow: () => number,
 *   onNotice: (notice: Notice) => void,
 *   onChange: () => void,
 *   onForgotten: () => void,
 *   except?: ReadonlyArray<string>,
 * }} options onChange: the records are others, in whichever tab; onForgotten: everything was forgotten, here or in
 *   another tab, and the page has to be loaded anew; except: keys of `localStorage` that are never forgotten
 */
export function openHistory({ shrink, unsureBelow, onNotice, onChange, onForgotten, except }) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null;
  const records = new Records({
    database: openDatabase(),
    keeping: createKeepSwitch(deviceStorage),
    shrink: (file, size) => smallPicture(file, size, shrink),
    estimate: () => navigator.storage?.estimate() ?? Promise.resolve({}), // not at an address without encryption
    onNotice,
    onChange() {
      channel?.postMessage('changed');
      onChange();
    },
  });
  const follow = followPage(records, tabStorage, unsureBelow);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === 'changed') return onChange();
      follow.drop();
      clearStorage(tabStorage);
      onForgotten();
    };
  }

  return {
    records,
    follow,
    /** @param {boolean} isOn what has not come to rest is not kept either once it is off */
    setKeeping(isOn) {
      if (!isOn) follow.drop();
      records.setKeeping(isOn);
    },
    /** @returns {Promise<boolean>} false where something could not be deleted; then nothing is loaded anew */
    async forgetEverything() {
      follow.drop();
      await records.clear(); // after what is being written
      const isDone = await forgetEverything([deviceStorage, tabStorage], except);
      channel?.postMessage('forgotten');
      if (isDone) onForgotten();
      return isDone;
    },
  };
}
