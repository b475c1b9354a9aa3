import { isCorrections, isCrop, isTurned } from '../shared/reading/whole.js';
import { having, isText, orNothing } from '../shared/shapes.js';
import { openStore } from '../shared/storage/database.js';
import { errorOf } from '../texts/problems.js';

/** @import { Kept } from './stored-picture.js' */

const isSaid = having({ area: isCrop, turned: isTurned, row: orNothing(isText), corrections: isCorrections });

/**
 * The opened picture and what was said of it, as the database keeps them.
 *
 * @param {Pick<ReturnType<typeof openStore>, 'get' | 'setMany' | 'delMany'>} [store]
 */
export function openKeptPicture(store = openStore('picture')) {
  return {
    ...store,
    /**
     * @param {string | null} id of this tab's
     * @returns {Promise<Kept>} the picture alone where what was said of it is damaged
     * @throws {Error} with a code, where it is not there any more
     */
    async load(id) {
      const [file, said] = await Promise.all([store.get('file'), store.get('said')]);
      if (!(file instanceof Blob) || said?.id !== id) throw errorOf('picture.gone');
      const { area = null, turned = null, row = null, corrections } = isSaid(said) ? said : { corrections: [] };
      return { file, area, turned, row, corrections };
    },
  };
}
