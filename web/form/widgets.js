import { text } from '../texts/texts.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { placeWords } from './box.js';
import { leaveByEscape } from './escape.js';
import { createFieldList } from './field-list.js';
import { createLayout, KEYS_ID } from './layout.js';
import { createSheet } from './sheet.js';
import { createStoreList } from './store-list.js';
import { createHead, createNameTools, createSampleButton, createSheetTools } from './tools.js';

/**
 * @import { Area } from '../shared/frame/area.js'
 * @import { FieldEvents } from './field-list.js'
 * @import { StoreEvents } from './store-list.js'
 * @import { HeadEvents, NameEvents, SheetToolEvents } from './tools.js'
 * @typedef {HeadEvents & NameEvents & Omit<SheetToolEvents, 'onAdd'> & FieldEvents & StoreEvents
 *   & { onAdd: (area?: Area) => void, onSample: (file: File) => void }} FormEvents
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
    onDrawing() {
      events.onDrawing();
      renderNow();
    },
  });
  const fields = createFieldList({ ...events, onRemove: remove });
  const sheet = createSheet(KEYS_ID, {
    onSelect: events.onSelect,
    onDraw: add,
    onArea(index, area, step) {
      events.onChange(index, { area }, step);
      // Keys may be faster than frames, and each goes on from where the last one left the field.
      renderNow();
      announcer.announce(placeWords(area));
    },
    onRemove: remove,
    onEdit: fields.editName,
  });
  const stored = createStoreList({
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
  leaveByEscape(root, head.focus);

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
    // Where the focus was is gone.
    tools.focusAdd();
  }

  return { head, name, sample, tools, sheet, fields, stored, layout };
}
