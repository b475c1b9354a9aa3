import { text } from '../texts/texts.js';
import { after, scaling } from '../reader/alignment/homography.js';
import { cropFrom, enlarging, ratioOf, shownCrop } from '../shared/frame/crop.js';
import { turnedSize } from '../shared/frame/turned.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { lazy } from '../shared/lazy.js';
import { build, setText } from '../shared/dom/elements.js';
import { named } from '../shared/dom/fill-texts.js';
import { createMarks } from '../shared/marks/marks.js';
import { createSkippedNote, withKinds } from '../shared/marks/skipped-note.js';
import { createSkipped } from './skipped.js';
import { createZoom } from './zoom.js';
import '../shared/pictures/turned.css';
import './view.css';

/**
 * @import { Crop } from '../shared/frame/crop.js'
 * @import { Pick } from '../shared/reading/shown-reading.js'
 * @import { Mark } from '../shared/marks/marks.js'
 * @import { Picture } from './pictures.js'
 * @typedef {(picture: Picture | null, marks: ReadonlyArray<Mark>, isCropping: boolean) => void} Render
 */

/**
 * The opened picture, where the pad was, with what was read in it. Its code comes with the first picture.
 * @param {HTMLElement} root empty
 * @param {{
 *   act: (action: string) => void,
 *   onPick: (pick: Pick) => void,
 *   onSkipped: (index: number) => Promise<unknown>,
 *   onCrop: (crop: Crop | null) => void,
 *   onProblem: (error: unknown) => void,
 * }} events onSkipped: what was passed over is to be read; onCrop: null for all of the picture
 */
export function createPictureView(root, { act, onPick, onSkipped, onCrop, onProblem }) {
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
  foot.append(name, note.element, skipped.button, zoom.smaller, zoom.larger);
  const cropping = createCropping({ root, layer, foot }, { act, onCrop, onProblem });
  const showPhoto = createPhoto({ sheet, photo }, zoom.reset);
  let isCropped = false;
  /** @type {unknown} */
  let lastChosen;

  sheet.addEventListener('click', ({ clientX, clientY }) => {
    if (isCropped) return;
    const pick = marks.pickAt({ x: clientX, y: clientY }, { onBox: true });
    const { left, top, width, height } = sheet.getBoundingClientRect();
    skipped.chooseAt(pick ? null : { x: (clientX - left) / width, y: (clientY - top) / height });
    if (pick) onPick(pick);
  });

  return {
    /** @type {Render} */
    render(picture, given, isCropping) {
      root.hidden = picture === null;
      root.toggleAttribute('data-cropping', isCropping);
      setText(name, picture?.name ?? '');
      const place = showPhoto(picture, isCropping);
      const shown = place ? given.map((mark) => ({ ...mark, box: place(mark.box) })) : given;
      marks.render(withKinds(shown));
      skipped.render(shown);
      const chosen = shown.find(({ isSelected }) => isSelected)?.pick?.part;
      if (chosen && chosen !== lastChosen) zoom.reveal(/** @type {DOMRect} */ (selected()));
      lastChosen = chosen;
      announcer.announce(note.render(shown));
      cropping.render(picture, isCropping);
      isCropped = isCropping;
    },
  };
}

/**
 * What is seen of the picture: all of it while it is cropped, else the crop, enlarged and flat.
 * @param {{ sheet: HTMLElement, photo: HTMLElement }} elements
 * @param {() => void} onOther another part is shown
 */
function createPhoto({ sheet, photo }, onOther) {
  /** @type {ReturnType<typeof enlarging> | null} */
  let enlarged = null;
  let shown = '';
  /** So much larger it is laid out than it is shown, so that what is enlarged stays sharp. */
  let detail = 1;

  function place() {
    photo.style.transform = '';
    if (!enlarged) return;
    const { clientWidth: width, clientHeight: height } = sheet;
    const [a, b, c, d, e, f, g, h, i] = after(
      after(scaling(width, height), enlarged.view),
      scaling(1 / (detail * width), 1 / (detail * height)),
    );
    photo.style.transform = `matrix3d(${[a, d, 0, g, b, e, 0, h, 0, 0, 1, 0, c, f, 0, i]})`;
  }
  new ResizeObserver(place).observe(sheet);

  return (/** @type {Picture | null} */ picture, /** @type {boolean} */ isCropping) => {
    if (picture) picture.image.alt = text('opened.alt');
    const crop = isCropping ? null : (picture?.area ?? null);
    const now = picture ? JSON.stringify([crop, turnOf(picture)]) : '';
    if (shown === now && (photo.firstChild === picture?.image || !picture)) return enlarged?.place;
    shown = now;
    photo.replaceChildren(...(picture ? [picture.image] : []));
    if (!picture) return enlarged?.place;
    const size = turnedSize(picture.size, turnOf(picture));
    const part = shownCrop(crop, picture.size, turnOf(picture));
    enlarged = crop && enlarging(part);
    detail = Math.min(MOST_DETAIL, 1 / Math.max(part.area.width, part.area.height));
    photo.dataset.turned = String(turnOf(picture));
    photo.style.setProperty('--detail', String(detail));
    sheet.style.setProperty('--ratio', String(ratioOf(part, size)));
    place();
    onOther();
    return enlarged?.place;
  };
}

/** @param {Picture} one @param {Picture} other */
const isSamePart = (one, other) => one.file === other.file && one.area === other.area && turnOf(one) === turnOf(other);

/** A larger one would take the memory of many screens. */
const MOST_DETAIL = 4;

/**
 * The frame by which a picture is cropped. Its code comes with the first crop.
 * @param {{ root: HTMLElement, layer: HTMLElement, foot: HTMLElement }} elements
 * @param {{ act: (action: string) => void, onCrop: (crop: Crop | null) => void, onProblem: (error: unknown) => void }} events
 */
function createCropping({ root, layer, foot }, { act, onCrop, onProblem }) {
  /** @type {{ picture: Picture, isGivenUp: boolean } | null} */
  let open = null;
  const load = lazy(async () => {
    const [{ createCropFrame }, { findSheet, QUICK_SIDE }, { smallCopy }] = await Promise.all([
      import('./crop-frame.js'),
      import('../reader/find-sheet/find-sheet.js'),
      import('../shared/pictures/small-copy.js'),
    ]);
    const frame = createCropFrame(layer, {
      onDone: () => act('crop'),
      findCorners() {
        if (!open) return null;
        const { image, size } = open.picture;
        const found = findSheet(smallCopy(image, size, QUICK_SIDE));
        const pixels = found?.map(({ x, y }) => ({ x: x * size.width, y: y * size.height }));
        const crop = pixels && { x: 0, y: 0, width: 1, height: 1, corners: pixels };
        return crop ? shownCrop(crop, size, turnOf(open.picture)).corners : null;
      },
    });
    foot.append(frame.tools);
    return frame;
  });
  // Before the page takes Escape for the end of cropping, which takes the crop over.
  const note = (/** @type {Event} */ event) => open && (open.isGivenUp = 'key' in event && event.key === 'Escape');
  for (const kind of ['keydown', 'pointerdown']) root.ownerDocument.addEventListener(kind, note, true);

  return {
    /** @param {Picture | null} picture @param {boolean} isCropping */
    render(picture, isCropping) {
      const was = open;
      const isSame = was !== null && picture !== null && isSamePart(was.picture, picture);
      if (isCropping && isSame) was.picture = picture;
      if (isCropping ? isSame : !was) return;
      open = isCropping && picture ? { picture, isGivenUp: false } : null;
      load().then((frame) => {
        if (!open && isSame && !was.isGivenUp) takeCrop(picture, frame.shape());
        frame.tools.hidden = !open;
        frame.render(
          open ? shownCrop(open.picture.area, open.picture.size, turnOf(open.picture)) : frame.shape(),
          open !== null,
        );
      }, onProblem);
    },
  };

  /** @param {Picture} picture @param {ReturnType<typeof shownCrop>} shape */
  function takeCrop(picture, shape) {
    const crop = cropFrom(shape, picture.size, turnOf(picture));
    if (JSON.stringify(crop) !== JSON.stringify(picture.area)) onCrop(crop);
  }
}

/** @param {Picture | null} picture @returns {number} degrees that it is turned to stand upright */
const turnOf = (picture) => picture?.reading.turned ?? 0;

/** @param {HTMLElement} root */
function buildView(root) {
  const photo = build('div', { className: 'picture-photo' });
  const marksLayer = build('div', { className: 'marks', ariaHidden: 'true' });
  const layer = named(build('div', { className: 'crop', role: 'group', hidden: true }), { textLabel: 'picture.crop' });
  const clip = build('div', { className: 'picture-clip' }, photo);
  const sheet = build('div', { className: 'picture-sheet' }, clip, marksLayer, layer);
  const name = build('p', { className: 'picture-name' });
  const foot = build('div', { className: 'picture-foot' });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const frame = build('div', { className: 'picture-frame', role: 'group', tabIndex: 0 }, sheet);
  root.append(frame, foot, status);
  return { frame, sheet, photo, layer, marksLayer, name, foot, status };
}
