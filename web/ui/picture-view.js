import { part } from './part.js';
import { setText } from './set-text.js';

/** @typedef {{ image: HTMLImageElement, name: string }} Picture */

/**
 * The opened picture, where the pad was.
 * @param {HTMLElement} root
 */
export function createPictureView(root) {
  const frame = part(root, '.picture-frame', HTMLElement);
  const name = part(root, '.picture-name', HTMLElement);
  return {
    /** @param {Picture | null} picture */
    render(picture) {
      root.hidden = picture === null;
      setText(name, picture?.name ?? '');
      if (frame.firstChild !== (picture?.image ?? null)) frame.replaceChildren(...(picture ? [picture.image] : []));
    },
  };
}
