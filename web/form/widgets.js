import { text } from '../texts/texts.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { placeWords } from './boxes.js';
import { createSampleButton } from './controls.js';
import { createFieldList } from './field-list.js';
import { createHead, createLayout, createNameTools, createSheetTools, KEYS_ID } from './layout.js';
import { createSheet } from './sheet.js';
import { createStoredList } from './stored-list.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { FieldEvents } from './field-list.js'
 * @import { StoredEvents } from './stored-list.js'
 * @import { HeadEvents, NameEvents, SheetToolEvents } from './layout.js'
 * @import { Offer } from './state.js'
 * @typedef {HeadEvents & NameEvents & Omit<SheetToolEvents, 'onAdd' | 'onTakeAll'> & FieldEvents & StoredEvents
 *   & { onAdd: (area?: Area) => void, onTake: (offers: ReadonlyArray<Offer>) => void, onSample: (file: File) => void }} FormEvents
 */

/**
 * The widgets of the form view, in the language that the page has when they are made, and where the focus goes between
 * them. Those that were there before make way.
 * @param {HTMLElement} root
 * @param {FormEvents} events
 * @param {() => void} renderNow so that what an event brought is there to be focused
 */
export function createWidgets(root, events, renderNow) {
  const head = createHead(events);
  const name = createNameTools(events);
  const sample = createSampleButton(text('form.sample.open'), events.onSample);
  const tools = createSheetTools({
    ...events,
    onAdd: () => add(),
    onTakeAll(offers) {
      events.onTake(offers);
      renderNow();
      announceTaken(offers.length);
      tools.focusAdd();
    },
    onDrawing() {
      events.onDrawing();
      renderNow();
    },
  });
  const fields = createFieldList({ ...events, onRemove: remove });
  const sheet = createSheet(KEYS_ID, {
    onSelect: events.onSelect,
    onDraw: add,
    onTake(offer, isByKey) {
      events.onTake([offer]);
      renderNow();
      if (!isByKey) return sheet.focusSelected();
      // Whoever takes them by keys goes on to the next.
      announceTaken(1);
      if (!sheet.focusOffer()) tools.focusAdd();
    },
    onArea(index, area, step) {
      events.onChange(index, { area }, step);
      // Keys may be faster than frames, and each goes on from where the last one left the field.
      renderNow();
      announcer.announce(placeWords(area));
    },
    onRemove: remove,
    onEdit(index) {
      renderNow();
      fields.editName(index);
    },
  });
  const stored = createStoredList({
    ...events,
    onDelete(form) {
      events.onDelete(form);
      renderNow();
      layout.focusNote();
    },
  });
  const layout = createLayout(root, {
    head: [head.element],
    left: [sample, tools.element, sheet.element],
    right: [fields.element, name.element, stored.element],
  });
  const announcer = createAnnouncer(layout.status);
  layout.onShortcut({ undo: events.onUndo, redo: events.onRedo });
  leaveByEscape(layout.element, head.focus);

  /** @param {number} count */
  const announceTaken = (count) => announcer.announce(text('form.offers.taken', { count }));

  /** @param {Area} [area] */
  function add(area) {
    events.onAdd(area);
    renderNow();
    // Arrow keys move it, Enter names it.
    sheet.focusSelected();
  }

  /** @param {number} index */
  function remove(index) {
    events.onRemove(index);
    renderNow();
    // The element that had the focus is gone.
    tools.focusAdd();
  }

  return { head, name, sample, tools, sheet, fields, stored, layout };
}

/**
 * Escape leaves a field as it was before it was typed into, as in the batch, and goes to what it belongs to; from there
 * it leaves the form.
 * @param {HTMLElement} view
 * @param {() => void} goHome takes the focus of what belongs to no field of the form
 */
function leaveByEscape(view, goHome) {
  let original = '';
  /** @param {Event} event that makes what stands there the original */
  const keep = ({ target }) => {
    if (isControl(target)) original = target.value;
  };
  view.addEventListener('focusin', keep);
  view.addEventListener('change', keep);
  view.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Escape' || event.isComposing || !isControl(target)) return;
    event.preventDefault();
    if (target.value !== original) {
      target.value = original;
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const head = target.closest('.form-field')?.querySelector('.form-field-head');
    if (head instanceof HTMLElement) head.focus();
    else goHome();
  });
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLSelectElement} */
const isControl = (target) =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'file');
