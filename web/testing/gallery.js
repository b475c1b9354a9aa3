import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { PIXELS } from '../reader/ink/rasterize.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { signOf } from '../shared/measured/confusion-table.js';
import { formatConfidence } from '../shared/numbers.js';
import { imagesOf } from './session.js';

/**
 * @import { Reader } from '../inkdigit.js'
 * @import { Mistake } from './measures.js'
 * @import { Result } from './session.js'
 * @typedef {{ truth: number, read: number } | null} Cell of the confusion matrix; null for all of it
 * @typedef {(correctedKey: string) => {
 *   element: HTMLElement,
 *   render: (digit: { image: Float32Array, read: number | null, explanation: Explanation }, shown: number | null) => void,
 * }} CreateExplained
 * @typedef {import('../reader/network/classifier.js').Explanation} Explanation
 */

/** So many are shown, and as many more each time. */
const SOME = 24;
const SIDE = 28;

/**
 * The mistakes as pictures, the surest first. The one that is chosen is explained.
 *
 * @param {() => Promise<Reader>} reader
 * @param {CreateExplained} createExplained
 */
export function createGallery(reader, createExplained) {
  /** @type {Result | null} */
  let result = null;
  /** @type {Mistake[]} */
  let mistakes = [];
  const why = createWhy(reader, createExplained);
  const words = build('p', { role: 'status' });
  const all = buildButton(text('testing.mistakes.all'), () => choose(null));
  const list = build('ul', { className: 'testing-gallery', role: 'list' });
  const more = buildButton('', showMore, { className: 'panel-button' });

  /** @param {Cell} cell */
  function choose(cell) {
    const mine = result?.measures?.mistakes ?? [];
    mistakes = cell ? mine.filter(({ truth, read }) => truth === cell.truth && read === cell.read) : mine;
    all.hidden = !cell;
    setText(words, wordsFor(cell, mistakes.length));
    list.replaceChildren();
    show();
    // What is explained may not be among them.
    why.close();
  }

  function show() {
    const shown = list.childElementCount;
    list.append(...mistakes.slice(shown, shown + SOME).map((mistake) => build('li', {}, tileOf(mistake))));
    const left = mistakes.length - list.childElementCount;
    more.hidden = left <= 0;
    setText(more, text('history.more', { count: Math.min(left, SOME) }));
  }

  function showMore() {
    const next = list.childElementCount;
    show();
    // The button may be gone, and what it brought is what a person goes on with.
    list.children[next].querySelector('button')?.focus();
  }

  /** @param {Mistake} mistake */
  function tileOf(mistake) {
    const { index } = mistake;
    const bytes = /** @type {Result} */ (result).images.subarray(index * PIXELS, (index + 1) * PIXELS);
    const tile = createTile(mistake, bytes);
    tile.addEventListener('click', () => {
      const isOpen = tile.getAttribute('aria-pressed') === 'true';
      for (const each of list.querySelectorAll('button')) each.setAttribute('aria-pressed', 'false');
      if (isOpen) return why.close();
      tile.setAttribute('aria-pressed', 'true');
      void why.open(mistake, imagesOf(bytes));
    });
    return tile;
  }

  return {
    element: build('div', { className: 'testing-mistakes' }, words, all, list, more, why.element),
    choose,
    /** @param {Result} tested */
    render(tested) {
      result = tested;
      choose(null);
    },
  };
}

/** @param {Cell} cell @param {number} count */
function wordsFor(cell, count) {
  if (!cell) return text(count > 0 ? 'testing.mistakes.count' : 'testing.mistakes.none', { count });
  return text('testing.cell', { count, truth: signOf(cell.truth), read: signOf(cell.read) });
}

/** @param {Mistake} mistake */
const nameOf = ({ index, truth, read, confidence }) =>
  text('testing.mistake', {
    place: index + 1,
    truth: signOf(truth),
    read: signOf(read),
    share: formatConfidence(confidence),
  });

/** @param {Mistake} mistake @param {Uint8Array} bytes 784 */
function createTile(mistake, bytes) {
  const name = nameOf(mistake);
  const signs = `${signOf(mistake.truth)} → ${signOf(mistake.read)}`;
  const tile = build(
    'button',
    { type: 'button', className: 'testing-tile', title: name },
    pictureOf(bytes),
    build('span', { className: 'visually-hidden', textContent: name }),
    build('span', { dir: 'ltr', ariaHidden: 'true', textContent: signs }),
  );
  tile.setAttribute('aria-pressed', 'false');
  return tile;
}

/**
 * @param {() => Promise<Reader>} reader
 * @param {CreateExplained} createExplained
 */
function createWhy(reader, createExplained) {
  const explained = createExplained('testing.labeled');
  const name = build('p', {});
  const found = build('div', { className: 'testing-why', hidden: true }, name, explained.element);
  const failed = build('p', { role: 'alert', hidden: true, textContent: text('why.failed') });
  /** @type {Mistake | null} */
  let wanted = null;

  function close() {
    wanted = null;
    found.hidden = failed.hidden = true;
  }

  return {
    element: build('div', {}, failed, found),
    close,
    /** @param {Mistake} mistake @param {Float32Array} image */
    async open(mistake, image) {
      wanted = mistake;
      try {
        const explanation = await (await reader()).explain(image);
        if (wanted !== mistake) return;
        const [truth, read] = [mistake.truth, mistake.read].map((sign) => (sign === NOT_A_DIGIT ? null : sign));
        setText(name, nameOf(mistake));
        found.hidden = false;
        // Sets are read by the network alone.
        explained.render({ image, read, explanation: { ...explanation, hand: undefined } }, truth ?? read);
        found.scrollIntoView({ block: 'nearest' });
      } catch (error) {
        console.warn(error);
        if (wanted === mistake) failed.hidden = false;
      }
    },
  };
}

/** White on black, as the network gets it. @param {Uint8Array} bytes 784 */
function pictureOf(bytes) {
  const canvas = build('canvas', { width: SIDE, height: SIDE });
  const pixels = new ImageData(SIDE, SIDE);
  bytes.forEach((value, at) => pixels.data.set([value, value, value, 255], 4 * at));
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
