import { CORNERS } from '../shared/frame/area.js';
import { isolate } from '../texts/intl.js';
import { formatShare } from '../shared/numbers.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';

/**
 * @import { Area, Corner } from '../shared/frame/area.js'
 * @typedef {{ name: string, area: Area, cells?: number, isSelected: boolean }} BoxView
 */

/**
 * A field on the sample, with a handle at each corner while it is selected.
 * @param {number} index
 * @param {string} keys the id of the words that tell which keys work
 */
function createBox(index, keys) {
  const label = build('span', { dir: 'auto' });
  const element = build(
    'div',
    { className: 'form-box' },
    build('span', { className: 'form-box-label' }, String(index + 1), label),
    ...CORNERS.map((corner) => build('span', { className: `form-handle ${corner}` })),
  );
  element.dataset.index = String(index);
  element.tabIndex = 0;
  // In an application, screen readers leave the arrow keys to the page.
  element.role = 'application';
  element.ariaRoleDescription = text('form.box');
  element.setAttribute('aria-describedby', keys);
  /** @type {BoxView | undefined} */
  let shown;
  return {
    element,
    /** @param {BoxView} view */
    render(view) {
      if (shown && isSameView(shown, view)) return;
      shown = view;
      const { name, area, cells, isSelected } = view;
      place(element, area);
      element.toggleAttribute('data-cells', cells !== undefined);
      element.style.setProperty('--cells', String(cells ?? 1));
      setText(label, name);
      element.ariaLabel = text('form.box.named', { name: isolate(name), ...sharesOf(area) });
      element.toggleAttribute('data-selected', isSelected);
      element.toggleAttribute('data-at-top', area.y < 0.04);
    },
  };
}

/**
 * The boxes of all fields, and the frame of one that is being drawn.
 * @param {HTMLElement} paper
 * @param {string} keys
 */
export function createBoxes(paper, keys) {
  const ghost = build('div', { className: 'form-box form-ghost' });
  paper.append(ghost);
  /** @type {ReturnType<typeof createBox>[]} */
  const boxes = [];
  return {
    /** @param {ReadonlyArray<BoxView>} views @param {Area | null} drawn */
    render(views, drawn) {
      while (boxes.length < views.length) boxes.push(createBox(boxes.length, keys));
      for (const box of boxes.splice(views.length)) box.element.remove();
      views.forEach((view, index) => boxes[index].render(view));
      ghost.before(...boxes.map((box) => box.element).filter((box) => !box.isConnected));
      ghost.hidden = !drawn;
      if (drawn) place(ghost, drawn);
    },
    /** @param {number | null | undefined} index */
    focus: (index) => boxes[index ?? -1]?.element.focus(),
  };
}

/**
 * Of a hundred fields all but one are as they were.
 * @template {object} View
 * @param {View} one
 * @param {View} other
 */
export function isSameView(one, other) {
  return Object.entries(other).every(([key, value]) => value === one[/** @type {keyof View} */ (key)]);
}

/** @param {HTMLElement} element @param {Area} area */
export function place(element, area) {
  for (const [key, share] of Object.entries(area)) element.style.setProperty(`--${key}`, `${share * 100}%`);
}

/** @param {Area} area */
export function placeWords(area) {
  return text('form.box.place', sharesOf(area));
}

/** @param {Area} area */
export function sharesOf({ x, y, width, height }) {
  const [left, top, wide, high] = [x, y, width, height].map((share) => formatShare(share, 1));
  return { left, top, width: wide, height: high };
}

/** @param {Element} handle @returns {Corner | undefined} */
export function cornerOf(handle) {
  return CORNERS.find((corner) => handle.classList.contains(corner));
}
