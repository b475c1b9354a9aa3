import { onceMade } from '../../reader/lazy.js';
import { memo } from '../memo.js';
import { setText } from '../dom/elements.js';

/**
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @typedef {ReturnType<typeof import('./place-labels.js').createPlacer>} Placer
 * @typedef {{
 *   kind: 'digit' | 'number' | 'skipped',
 *   mark: string,
 *   box: Box,
 *   label: string,
 *   figure: string,
 *   isSelected: boolean,
 *   pick: import('../reading/shown-reading.js').Pick | null,
 * }} Mark box is in shares of the layer's width and height; label and figure stand where no ink is
 */

/** A label counts as at least so many pixels wide and high, for fingers. */
const LEAST_TARGET = 28;

/**
 * Shows boxes with labels over the pad or a picture. They are for eye and finger only: the answer holds the same, as text
 * and as buttons.
 *
 * @param {HTMLElement} layer
 */
export function createMarks(layer) {
  /** @type {ReadonlyArray<Mark>} */
  let marks = [];
  const placer = onceMade(async () => (await import('./place-labels.js')).createPlacer(layer));
  return {
    render: memo((/** @type {Parameters<Placer>} */ ...[wanted, ...ink]) => {
      marks = wanted;
      while (layer.children.length > marks.length) layer.lastElementChild?.remove();
      while (layer.children.length < marks.length) layer.append(createMark());
      marks.forEach((mark, place) => renderMark(/** @type {HTMLElement} */ (layer.children[place]), mark));
      // Until they have a place, labels are out of sight.
      if (marks.length > 0) placer().then((place) => place(marks, ...ink), console.warn);
    }),

    /** Finds a place for labels anew, since others are shown now. */
    place: () => void (marks.length > 0 && placer().then((place) => place(marks), console.warn)),

    /**
     * @param {{ x: number, y: number }} point in the window
     * @param {{ onBox: boolean }} where whether the box itself counts too, or only its label
     * @returns {import('../reading/shown-reading.js').Pick | null} what is there
     */
    pickAt(point, { onBox }) {
      const at = (/** @type {boolean} */ onLabel) =>
        // The mark that was drawn last lies on top: digits over their number.
        marks.findLastIndex(({ pick }, place) => {
          const element = layer.children[place];
          const target = onLabel ? element.querySelector('.mark-label') : element;
          return pick !== null && target !== null && isWithin(point, target.getBoundingClientRect(), onLabel);
        });
      const place = [true, ...(onBox ? [false] : [])].map(at).find((found) => found >= 0);
      return place === undefined ? null : marks[place].pick;
    },
  };
}

function createMark() {
  const [mark, label, text, figure] = ['mark', 'mark-label', 'mark-text', 'mark-figure'].map((name) => {
    const element = document.createElement('span');
    element.className = name;
    return element;
  });
  label.append(text, figure);
  mark.append(label);
  return mark;
}

/** @param {HTMLElement} element @param {Mark} mark */
function renderMark(element, { kind, mark, box, label, figure, isSelected }) {
  Object.assign(element.dataset, { kind, mark });
  element.toggleAttribute('data-selected', isSelected);
  for (const [name, share] of Object.entries(box)) element.style.setProperty(`--${name}`, String(share));
  setText(/** @type {Element} */ (element.querySelector('.mark-text')), label);
  setText(/** @type {Element} */ (element.querySelector('.mark-figure')), figure);
}

/**
 * @param {{ x: number, y: number }} point
 * @param {DOMRect} rect
 * @param {boolean} isLabel
 */
function isWithin({ x, y }, { left, top, width, height }, isLabel) {
  if (width === 0 || height === 0) return false;
  const [across, down] = [width, height].map((length) => (isLabel ? Math.max(0, LEAST_TARGET - length) / 2 : 0));
  return x >= left - across && x <= left + width + across && y >= top - down && y <= top + height + down;
}
