import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { createMarks } from '../shared/marks/marks.js';

/**
 * @import { ViewedMark } from './rows/describe.js'
 * @import { Box } from './rows/rows.js'
 * @import { Shrinker } from '../shared/pictures/shrinker.js'
 * @typedef {{
 *   id: string,
 *   name: string,
 *   status: string,
 *   title: string,
 *   text: string,
 *   words: string,
 *   canAgree: boolean,
 *   marks: ReadonlyArray<ViewedMark>,
 *   area: Box | null,
 * }} Viewed boxes in the picture's pixels; area: what is worth to be looked at closely
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
  const layer = build('div', { className: 'marks', ariaHidden: 'true' });
  const stage = build('div', { className: 'batch-stage' }, image, layer);
  const frame = build('div', { className: 'batch-viewer-frame picture' }, stage);
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
    frame,
  );
  const marks = createMarks(layer);
  /** @type {Viewed | null} */
  let shown = null;
  let loaded = '';
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
    stage.hidden = !shown || shown.id !== loaded || size === null;
    // A file that the reader refused may well be a picture: a person reads it then.
    frame.hidden = open.hidden = stage.hidden && shown?.status === 'failed';
    zoom.hidden = frame.hidden;
    if (!shown || !size || stage.hidden) return;
    const { width, height } = size;
    const whole = { x: 0, y: 0, width, height };
    marks.render(shown.marks.map((mark) => toMark(mark, whole)));
    zoom.hidden = !shown.area;
    const window = zoomedTo((zoom.ariaPressed === 'true' && shown.area) || whole, whole);
    for (const [name, measure] of Object.entries(window)) stage.style.setProperty(`--${name}`, String(measure));
    stage.style.setProperty('--ratio', String(width / height));
  }

  return {
    element: root,
    /** @param {Viewed | null} view */
    render(view) {
      root.hidden = view === null;
      shown = view;
      if (view) {
        setText(title, view.title);
        setText(value, view.text);
        setText(words, view.words);
        image.alt = view.name;
        agree.hidden = !view.canAgree;
      }
      if ((view?.id ?? '') !== loaded) void load(view?.id ?? '');
      else place();
    },
  };
}

/**
 * @param {ViewedMark} viewed
 * @param {Box} whole the picture
 * @returns {import('../shared/marks/marks.js').Mark}
 */
function toMark({ kind, mark, text: label, box, isSelected }, { width, height }) {
  const share = { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
  return { kind, mark, label, figure: '', isSelected, pick: null, box: share };
}

/**
 * @param {Box} area
 * @param {{ width: number, height: number }} picture
 * @returns {{ zoom: number, across: number, down: number }} how many times larger, and which point of the picture, in
 *   shares, is in the middle
 */
function zoomedTo(area, picture) {
  const most = Math.min(picture.width / area.width, picture.height / area.height);
  return {
    zoom: Math.max(1, Math.min(12, 0.6 * most)),
    across: (area.x + area.width / 2) / picture.width,
    down: (area.y + area.height / 2) / picture.height,
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
