import { text } from '../texts/texts.js';
import { areaInShares } from '../shared/frame/area.js';
import { createMarks } from '../shared/marks/marks.js';
import { findElement, setText } from '../shared/dom/elements.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Pick } from '../shared/reading/shown-reading.js'
 * @import { Mark } from '../shared/marks/marks.js'
 * @typedef {{ image: HTMLImageElement, name: string, size: { width: number, height: number }, area: Box | null }} Picture
 */

const MOST_ZOOM = 6;
const ZOOM_STEP = 1.5;

/**
 * The opened picture, where the pad was, with what was read in it.
 * @param {HTMLElement} root
 * @param {{ onPick: (pick: Pick) => void, onArea: (area: Box) => void, onProblem: (error: unknown) => void }} events
 */
export function createPictureView(root, { onPick, onArea, onProblem }) {
  const sheet = findElement(root, '.picture-sheet', HTMLElement);
  const photo = findElement(root, '.picture-photo', HTMLElement);
  const layer = findElement(root, '.crop', HTMLElement);
  const name = findElement(root, '.picture-name', HTMLElement);
  const legend = findElement(root, '.picture-legend', HTMLElement);
  const marks = createMarks(findElement(root, '.marks', HTMLElement));
  const zoom = createZoom(root, sheet);
  /** @type {Promise<ReturnType<typeof import('./crop-frame.js').createCropFrame>> | undefined} */
  let crop;
  /** @type {{ picture: Picture | null, isCropping: boolean }} */
  let last = { picture: null, isCropping: false };

  sheet.addEventListener('click', ({ clientX, clientY }) => {
    const pick = last.isCropping ? null : marks.pickAt({ x: clientX, y: clientY }, { onBox: true });
    if (pick) onPick(pick);
  });

  async function renderCrop() {
    if (!crop && !last.isCropping && !last.picture?.area) return;
    // Its code comes with the first crop.
    crop ??= import('./crop-frame.js').then(({ createCropFrame }) => createCropFrame(layer, onArea));
    const frame = await crop;
    const { picture, isCropping } = last;
    if (picture) frame.render(areaInShares(picture.area, picture.size), isCropping);
  }

  return {
    /** @param {Picture | null} picture @param {{ marks: ReadonlyArray<Mark>, isCropping: boolean }} how */
    render(picture, how) {
      root.hidden = picture === null;
      root.toggleAttribute('data-cropping', how.isCropping);
      setText(name, picture?.name ?? '');
      if (picture) picture.image.alt = text('picture.alt');
      legend.hidden = !how.marks.some(({ kind }) => kind === 'skipped');
      marks.render(how.marks);
      if (picture && photo.firstChild !== picture.image) {
        photo.replaceChildren(picture.image);
        sheet.style.setProperty('--ratio', String(picture.size.width / picture.size.height));
        zoom.reset();
      }
      if (!picture) photo.replaceChildren();
      if (picture?.area === last.picture?.area && how.isCropping === last.isCropping) return;
      last = { picture, isCropping: how.isCropping };
      renderCrop().catch((error) => {
        crop = undefined;
        onProblem(error);
      });
    },
  };
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} sheet
 */
function createZoom(root, sheet) {
  const out = findElement(root, '.zoom-out', HTMLButtonElement);
  const larger = findElement(root, '.zoom-in', HTMLButtonElement);
  let zoom = 1;
  /** @param {number} wanted */
  function set(wanted) {
    zoom = Math.max(1, Math.min(MOST_ZOOM, wanted));
    sheet.style.setProperty('--zoom', String(zoom));
    out.ariaDisabled = String(zoom === 1);
    larger.ariaDisabled = String(zoom === MOST_ZOOM);
  }
  out.addEventListener('click', () => set(zoom / ZOOM_STEP));
  larger.addEventListener('click', () => set(zoom * ZOOM_STEP));
  set(1);
  return { reset: () => set(1) };
}
