import { text } from '../texts/texts.js';
import { areaInShares, WHOLE } from '../shared/frame/area.js';
import { turnedArea, turnedBack, turnedSize } from '../shared/frame/turned.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { build, setText } from '../shared/dom/elements.js';
import { named } from '../shared/dom/fill-texts.js';
import { createMarks } from '../shared/marks/marks.js';
import { createSkippedNote, withKinds } from '../shared/marks/skipped-note.js';
import { createSkipped } from './skipped.js';
import { createZoom } from './zoom.js';
import '../shared/pictures/turned.css';
import './view.css';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { Pick } from '../shared/reading/shown-reading.js'
 * @import { Mark } from '../shared/marks/marks.js'
 * @import { Picture } from './pictures.js'
 * @typedef {(picture: Picture | null, marks: ReadonlyArray<Mark>, isCropping: boolean) => void} Render
 */

/**
 * The opened picture, where the pad was, with what was read in it. Its code comes with the first picture.
 * @param {HTMLElement} root empty
 * @param {{
 *   onPick: (pick: Pick) => void,
 *   onSkipped: (index: number) => Promise<unknown>,
 *   onArea: (area: Area) => void,
 *   onProblem: (error: unknown) => void,
 * }} events the area is in shares of the picture as it was given; onSkipped: what was passed over is to be read
 */
export function createPictureView(root, { onPick, onSkipped, onArea, onProblem }) {
  const { frame, sheet, photo, layer, marksLayer, name, foot, status } = buildView(root);
  const marks = createMarks(marksLayer);
  const note = createSkippedNote(root, marks);
  const selected = () => marksLayer.querySelector('[data-selected]')?.getBoundingClientRect();
  const zoom = createZoom(frame, sheet, () => {
    const { left = 0, top = 0, width = 0, height = 0 } = selected() ?? {};
    return width > 0 ? { x: left + width / 2, y: top + height / 2 } : null;
  });
  const skipped = createSkipped(sheet, onSkipped, () => (note.element.hidden ? frame : note.element).focus());
  note.element.addEventListener('click', ({ detail }) => {
    // By keys there is nothing to tap.
    if (detail === 0 && note.element.ariaPressed === 'true') skipped.start();
  });
  const announcer = createAnnouncer(status);
  foot.append(name, note.element, zoom.smaller, zoom.larger);
  /** @type {Promise<ReturnType<typeof import('./crop-frame.js').createCropFrame>> | undefined} */
  let crop;
  /** @type {{ picture: Picture | null, isCropping: boolean }} */
  let last = { picture: null, isCropping: false };
  /** @type {unknown} */
  let lastChosen;

  sheet.addEventListener('click', ({ target, clientX, clientY }) => {
    if (last.isCropping || skipped.has(/** @type {Element} */ (target))) return;
    const pick = marks.pickAt({ x: clientX, y: clientY }, { onBox: true });
    const { left, top, width, height } = sheet.getBoundingClientRect();
    skipped.chooseAt(pick ? null : { x: (clientX - left) / width, y: (clientY - top) / height });
    if (pick) onPick(pick);
  });

  async function renderCrop() {
    if (!crop && !last.isCropping && !last.picture?.area) return;
    const onShown = (/** @type {Area} */ area) => onArea(turnedArea(area, turnedBack(turnOf(last.picture))));
    // Its code comes with the first crop.
    crop ??= import('./crop-frame.js').then(({ createCropFrame }) => createCropFrame(layer, onShown));
    const cropFrame = await crop;
    const { picture, isCropping } = last;
    if (!picture) return;
    const area = picture.area ? turnedArea(areaInShares(picture.area, picture.size), turnOf(picture)) : WHOLE;
    cropFrame.render(area, isCropping);
  }

  /** @param {Picture} picture */
  function renderPhoto(picture) {
    const turned = turnOf(picture);
    if (photo.firstChild === picture.image && turned === turnOf(last.picture)) return;
    const { width, height } = turnedSize(picture.size, turned);
    photo.replaceChildren(picture.image);
    photo.dataset.turned = String(turned);
    sheet.style.setProperty('--ratio', String(width / height));
    zoom.reset();
  }

  return {
    /** @type {Render} */
    render(picture, shown, isCropping) {
      root.hidden = picture === null;
      root.toggleAttribute('data-cropping', isCropping);
      setText(name, picture?.name ?? '');
      if (picture) {
        picture.image.alt = text('opened.alt');
        renderPhoto(picture);
      } else photo.replaceChildren();
      marks.render(withKinds(shown));
      skipped.render(shown);
      const chosen = shown.find(({ isSelected }) => isSelected)?.pick?.part;
      if (chosen && chosen !== lastChosen) zoom.reveal(/** @type {DOMRect} */ (selected()));
      lastChosen = chosen;
      announcer.announce(note.render(shown));
      const before = last;
      last = { picture, isCropping };
      const isSame = picture?.area === before.picture?.area && turnOf(picture) === turnOf(before.picture);
      if (isSame && isCropping === before.isCropping) return;
      renderCrop().catch((error) => {
        crop = undefined;
        onProblem(error);
      });
    },
  };
}

/** @param {Picture | null} picture @returns {number} degrees that it is turned to stand upright */
const turnOf = (picture) => picture?.reading.turned ?? 0;

/** @param {HTMLElement} root */
function buildView(root) {
  const photo = build('div', { className: 'picture-photo' });
  const marksLayer = build('div', { className: 'marks', ariaHidden: 'true' });
  const layer = named(build('div', { className: 'crop', role: 'group', hidden: true }), { textLabel: 'picture.crop' });
  const sheet = build('div', { className: 'picture-sheet' }, photo, marksLayer, layer);
  const name = build('p', { className: 'picture-name' });
  const foot = build('div', { className: 'picture-foot' });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const frame = build('div', { className: 'picture-frame', role: 'group', tabIndex: 0 }, sheet);
  root.append(frame, foot, status);
  return { frame, sheet, photo, layer, marksLayer, name, foot, status };
}
