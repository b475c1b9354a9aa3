import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { areaInShares, WHOLE } from '../shared/frame/area.js';
import { turnedArea, turnedSize } from '../shared/frame/turned.js';
import { setNumbers } from './number-text.js';
import { createMarks } from '../shared/marks/marks.js';
import { createSkippedNote, withKinds } from '../shared/marks/skipped-note.js';
import '../shared/pictures/turned.css';

/**
 * @import { ViewedMark } from './rows/describe.js'
 * @import { Box } from './rows/rows.js'
 * @import { Shrinker } from '../shared/pictures/shrinker.js'
 * @typedef {{
 *   id: string,
 *   isPart: boolean,
 *   name: string,
 *   status: string,
 *   title: string,
 *   text: string,
 *   words: string,
 *   canAgree: boolean,
 *   marks: ReadonlyArray<ViewedMark>,
 *   area: Box | null,
 *   turned: number,
 * }} Viewed isPart: whether a part of the picture is meant, which is shown enlarged; boxes in the picture's pixels; area: what is worth to be looked at closely; turned: by how many degrees,
 *   clockwise, it stands upright
 */

/** Pixels; a larger one would be kept decoded, at 48 MB for a photograph. */
const LONGEST_SIDE = 2048;

/**
 * The picture of the selected row, larger, with what was found in it; and the buttons for a hand without a keyboard.
 *
 * @param {{ pictureOf: (id: string) => Promise<Blob>, shrink: Shrinker['shrink'] }} pictures
 * @param {{ onCorrect: () => void, onAgree: () => void, onOpen: () => void }} events
 */
export function createBatchViewer({ pictureOf, shrink }, { onCorrect, onAgree, onOpen }) {
  const image = build('img', { alt: '', className: 'batch-viewer-picture' });
  const stage = createStage(image);
  const [title, value, words] = ['title', 'value', 'why'].map((kind) =>
    build('p', { className: `batch-viewer-${kind}` }),
  );
  value.dir = 'ltr';
  const agree = buildButton(text('batch.viewer.right'), onAgree);
  const open = buildButton(text('batch.viewer.open'), onOpen);
  const zoom = buildButton(text('batch.viewer.zoom'), toggleZoom, { ariaPressed: 'false' });
  const root = build(
    'aside',
    { className: 'batch-viewer', ariaLabel: text('batch.viewer') },
    build('div', { className: 'batch-viewer-words' }, title, value, words),
    build(
      'div',
      { className: 'batch-viewer-tools' },
      buildButton(text('batch.viewer.correct'), onCorrect),
      agree,
      zoom,
      open,
    ),
    stage.frame,
    stage.note,
  );
  /** @type {Viewed | null} */
  let shown = null;
  let loaded = '';
  let loading = Promise.resolve();
  /** @type {{ width: number, height: number } | null} of the picture itself, which is shown smaller; null without one */
  let size = null;

  function toggleZoom() {
    zoom.ariaPressed = String(zoom.ariaPressed !== 'true');
    place();
  }

  /** @param {string} id */
  async function load(id) {
    loaded = id;
    size = null;
    image.removeAttribute('src');
    place();
    if (!id) return;
    const shrunk = await shrink(async () => {
      // A person who goes through the rows quickly waits only for the last.
      if (loaded !== id) throw new Error('Another row is selected.');
      return pictureOf(id);
    }, LONGEST_SIDE);
    if (loaded !== id) return;
    if (shrunk) await showBlob(image, shrunk.blob);
    if (loaded !== id) return;
    size = shrunk;
    place();
  }

  /** Marks lie over the picture in its own measure; zoomed, what needs a look fills most of the frame. */
  function place() {
    const placed = shown?.id === loaded && size ? { ...shown, size } : null;
    // A file that the reader refused may well be a picture: a person reads it then.
    stage.frame.hidden = open.hidden = !placed && shown?.status === 'failed';
    zoom.hidden = placed ? !placed.area : stage.frame.hidden;
    stage.render(placed, zoom.ariaPressed === 'true');
  }

  return {
    element: root,
    /** @param {string} id of the selected row @returns its picture, once that is there; null where it cannot be shown */
    async shown(id) {
      await loading;
      return loaded === id && size ? { image, size } : null;
    },
    /** @param {Viewed | null} view */
    render(view) {
      root.hidden = view === null;
      if (view && view.isPart !== (shown?.isPart ?? false)) zoom.ariaPressed = String(view.isPart);
      shown = view;
      if (view) {
        setText(title, view.title);
        setNumbers(value, view.text);
        setText(words, view.words);
        image.alt = view.name;
        agree.hidden = !view.canAgree;
      }
      if ((view?.id ?? '') !== loaded) loading = load(view?.id ?? '');
      else place();
    },
  };
}

/**
 * The picture as it stands upright, with its marks.
 *
 * @param {HTMLImageElement} image
 */
function createStage(image) {
  const layer = build('div', { className: 'marks', ariaHidden: 'true' });
  const stage = build('div', { className: 'batch-stage' }, image, layer);
  const frame = build('div', { className: 'batch-viewer-frame picture' }, stage);
  const marks = createMarks(layer);
  const note = createSkippedNote(frame, marks);
  return {
    frame,
    note: note.element,
    /** @param {Viewed & { size: { width: number, height: number } } | null} viewed @param {boolean} isZoomed */
    render(viewed, isZoomed) {
      stage.hidden = viewed === null;
      note.element.hidden = viewed === null;
      if (!viewed) return;
      const { area, turned } = viewed;
      const inView = (/** @type {Box} */ box) => turnedArea(areaInShares(box, viewed.size), turned);
      const { width, height } = turnedSize(viewed.size, turned);
      const measures = { ...zoomedTo(isZoomed && area ? inView(area) : WHOLE), ratio: width / height };
      for (const [name, measure] of Object.entries(measures)) stage.style.setProperty(`--${name}`, String(measure));
      stage.dataset.turned = String(turned);
      const drawn = withKinds(viewed.marks.map((mark) => toMark(mark, inView(mark.box))));
      marks.render(drawn);
      note.render(drawn);
    },
  };
}

/**
 * @param {ViewedMark} viewed
 * @param {Box} box in shares of the picture as it is shown
 * @returns {import('../shared/marks/marks.js').Mark}
 */
function toMark({ kind, mark, text: label, isSelected }, box) {
  return { kind, mark, label, figure: '', isSelected, pick: null, box };
}

/** @param {Box} area in shares of the picture @returns how much larger it is shown, and what of it in the middle */
function zoomedTo(area) {
  const most = Math.min(1 / area.width, 1 / area.height);
  return {
    zoom: Math.max(1, Math.min(12, 0.6 * most)),
    across: area.x + area.width / 2,
    down: area.y + area.height / 2,
  };
}

/**
 * @param {HTMLImageElement} image
 * @param {Blob} blob
 */
async function showBlob(image, blob) {
  const url = URL.createObjectURL(blob);
  try {
    image.src = url;
    await image.decode();
  } catch (error) {
    console.debug('Another picture came in between:', error);
  } finally {
    URL.revokeObjectURL(url);
  }
}
