import { memo } from '../memo.js';
import { setText } from '../dom/elements.js';

/**
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @typedef {{
 *   kind: 'digit' | 'number' | 'skipped',
 *   mark: string,
 *   box: Box,
 *   label: string,
 *   figure: string,
 *   isSelected: boolean,
 *   pick: import('../reading/shown-reading.js').Pick | null,
 * }} Mark box is in shares of the layer's width and height; label and figure stand below it
 */

/** A label takes `height` pixels below its box; of a box that is not `narrow` pixels wide it says no figure. */
const LABEL = { height: 36, narrow: 40 };

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
  return {
    render: memo((/** @type {ReadonlyArray<Mark>} */ wanted) => {
      marks = wanted;
      while (layer.children.length > marks.length) layer.lastElementChild?.remove();
      while (layer.children.length < marks.length) layer.append(createMark());
      const size = { width: layer.clientWidth, height: layer.clientHeight };
      marks.forEach((mark, place) => renderMark(/** @type {HTMLElement} */ (layer.children[place]), mark, size));
    }),

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

/**
 * @param {HTMLElement} element
 * @param {Mark} mark
 * @param {{ width: number, height: number }} layer in pixels
 */
function renderMark(element, { kind, mark, box, label, figure, isSelected }, layer) {
  Object.assign(element.dataset, { kind, mark });
  element.toggleAttribute('data-selected', isSelected);
  const [above, below] = [box.y * layer.height, (1 - box.y - box.height) * layer.height];
  element.toggleAttribute('data-low', below < LABEL.height && above > below);
  element.toggleAttribute('data-narrow', box.width * layer.width < LABEL.narrow);
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
