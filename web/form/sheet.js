import { areaBetween, arrowStep, draggedArea, isLargeEnough, moveArea, resizeArea } from '../shared/frame/area.js';
import { cornerOf, createBoxes } from './boxes.js';
import { createOffers } from './offers.js';
import { watchDrags } from '../shared/frame/drag.js';
import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';

/**
 * @import { Area, Corner, Point } from '../shared/frame/area.js'
 * @import { Offer } from './state.js'
 * @typedef {{
 *   onDraw: (area: Area) => void,
 *   onTake: (offer: Offer, isByKey: boolean) => void,
 *   onSelect: (index: number | null) => void,
 *   onArea: (index: number, area: Area, step: string) => void,
 *   onRemove: (index: number) => void,
 *   onEdit: (index: number) => void,
 * }} SheetEvents
 * @typedef {{
 *   image: HTMLImageElement | null,
 *   aspect: number,
 *   fields: { name: string, area: Area, cells?: number }[],
 *   offers: ReadonlyArray<Offer>,
 *   selected: number | null,
 *   isDrawing: boolean,
 *   zoom: number,
 * }} SheetView `isDrawing`: whether a finger draws, instead of scrolling the page
 * @typedef {{ index: number | null, area: Area, start: Point, corner: Corner | null, from: Area }} Held what is being
 *   dragged: a field by its index or, without one, a new field
 */

/** An arrow key moves a field by these shares of the picture: at its press, and again while it is held down. */
const KEY_STEP = 0.005;
const HELD_STEP = 0.015;

/**
 * The sample picture with the fields on it.
 * @param {string} keys the id of the words that tell which keys work
 * @param {SheetEvents} events
 */
export function createSheet(keys, events) {
  const paper = build('div', { className: 'form-paper' });
  const element = build('div', { className: 'form-stage' }, paper);
  const offers = createOffers(paper, () => wasDragged, events.onTake);
  const boxes = createBoxes(paper, keys);
  /** @type {SheetView | undefined} */
  let shown;
  /** @type {Held | null} */
  let held = null;
  /** Whether the last press became a drag: the click that ends it takes nothing. */
  let wasDragged = false;

  watchDrags(paper, {
    begin(point, event) {
      held = shown ? take(shown, point, event) : null;
      wasDragged = false;
      if (held?.index !== null && held) events.onSelect(held.index);
      return held !== null;
    },
    move(point) {
      if (!held) return;
      held = { ...held, area: follow(held, point) };
      renderAreas();
    },
    end() {
      const done = held;
      held = null;
      wasDragged = done !== null && (done.index !== null || isLargeEnough(done.area));
      if (done && done.index !== null && done.area !== done.from) events.onArea(done.index, done.area, '');
      if (done?.index === null && isLargeEnough(done.area)) events.onDraw(done.area);
      else if (done?.index === null) events.onSelect(null);
      renderAreas();
    },
    cancel() {
      held = null;
      renderAreas();
    },
  });

  paper.addEventListener('keydown', (event) => {
    const index = indexOf(event.target);
    if (index === null || !shown || event.altKey || event.ctrlKey || event.metaKey) return;
    if (actOnKey(event, { index, area: shown.fields[index].area }, events)) event.preventDefault();
  });
  paper.addEventListener('focusin', ({ target }) => {
    const index = indexOf(target);
    if (index !== null && !held) events.onSelect(index);
  });

  function renderAreas() {
    if (!shown) return;
    const { fields, selected } = shown;
    offers.render(shown.offers);
    const views = fields.map(({ name, area, cells }, index) => ({
      name,
      cells,
      area: held?.index === index ? held.area : area,
      isSelected: index === selected,
    }));
    boxes.render(views, held?.index === null ? held.area : null);
  }

  return {
    element,
    /** @param {SheetView} view */
    render(view) {
      if (view.image !== (shown?.image ?? null)) {
        shown?.image?.remove();
        if (view.image) paper.prepend(Object.assign(view.image, { alt: text('form.sample') }));
      }
      shown = view;
      paper.toggleAttribute('data-drawing', view.isDrawing);
      element.style.setProperty('--zoom', String(view.zoom));
      paper.style.setProperty('--aspect', String(view.aspect));
      renderAreas();
    },
    focusOffer: offers.focus,
    focusSelected: () => boxes.focus(shown?.selected),
  };
}

/**
 * @param {KeyboardEvent} event on a field
 * @param {{ index: number, area: Area }} field
 * @param {SheetEvents} events
 * @returns {boolean} whether it means something
 */
function actOnKey({ key, shiftKey, repeat }, { index, area }, events) {
  const by = arrowStep(key, repeat ? HELD_STEP : KEY_STEP);
  if (by) {
    events.onArea(index, shiftKey ? resizeArea(area, 'se', by) : moveArea(area, by), shiftKey ? 'size' : 'place');
  } else if (key === 'Delete' || key === 'Backspace') events.onRemove(index);
  else if (key === 'Enter') events.onEdit(index);
  else return false;
  return true;
}

/**
 * A pointer takes hold of a corner of the selected field, a field, or the paper, which a finger only does when it is to
 * draw.
 * @param {SheetView} view
 * @param {Point} start
 * @param {PointerEvent} event
 * @returns {Held | null}
 */
function take({ fields, isDrawing }, start, { target, pointerType }) {
  const index = indexOf(target);
  if (index !== null && target instanceof Element) {
    const { area } = fields[index];
    return { index, area, start, corner: cornerOf(target) ?? null, from: area };
  }
  if (pointerType === 'touch' && !isDrawing) return null;
  const area = areaBetween(start, start);
  return { index: null, area, start, corner: null, from: area };
}

/**
 * @param {Held} held
 * @param {Point} point where the pointer is now
 * @returns {Area}
 */
function follow(held, point) {
  return held.index === null ? areaBetween(held.start, point) : draggedArea(held, point);
}

/** @param {EventTarget | null} target @returns {number | null} of the field that it belongs to */
function indexOf(target) {
  const box = target instanceof Element ? target.closest('[data-index]') : null;
  return box instanceof HTMLElement ? Number(box.dataset.index) : null;
}
