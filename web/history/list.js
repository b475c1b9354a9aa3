import { dayOf } from './records/search.js';
import { intl } from '../texts/intl.js';
import { currentLanguage, text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { createDeleted, createEntry } from './entry.js';

/**
 * @import { KeptReading } from './records/kept-reading.js'
 * @import { Events, Thumbnails } from './entry.js'
 */

const DAY_MS = 86_400_000;

/**
 * Readings, the newest first, under a heading for each day.
 *
 * @param {Thumbnails} thumbnails
 * @param {Events} events
 */
export function createHistoryList(thumbnails, events) {
  const element = build('div', { className: 'history-days' });
  /** @type {Map<string, { revision: string, isDeleted: boolean, element: HTMLLIElement }>} */
  let rows = new Map();

  /** @param {KeptReading} record @param {boolean} isDeleted */
  function rowOf(record, isDeleted) {
    const row = rows.get(record.id);
    if (row?.revision === record.revision && row.isDeleted === isDeleted) return row;
    if (row) release(row.element);
    const made = isDeleted ? createDeleted(record, events.onUndo) : createEntry(record, thumbnails, events);
    return { revision: record.revision, isDeleted, element: made };
  }

  /** @param {HTMLElement} row whose picture is no longer to be shown */
  function release(row) {
    const frame = row.querySelector('.history-picture');
    if (frame) thumbnails.unwatch(frame);
  }

  /** @param {string} id @param {string} selector */
  const focusIn = (id, selector) =>
    /** @type {HTMLElement | null | undefined} */ (rows.get(id)?.element.querySelector(selector))?.focus();

  return {
    element,

    /**
     * @param {ReadonlyArray<KeptReading>} records
     * @param {ReadonlySet<string>} isThere ids of those that are not deleted
     */
    render(records, isThere) {
      const focused = document.activeElement;
      const [held] = [...rows].find(([, row]) => row.element.contains(focused)) ?? [];
      const next = new Map(records.map((record) => [record.id, rowOf(record, !isThere.has(record.id))]));
      for (const [id, row] of rows) if (!next.has(id)) release(row.element);
      rows = next;
      thumbnails.keepOnly(new Set(next.keys()));
      element.replaceChildren(...byDay(records).map((those) => dayElement(those, rows)));
      // What is put into its place anew loses the focus; what was read anew since it was opened is in a row of its own.
      if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true });
      else if (held && focused) focusIn(held, focused.matches('.history-delete') ? '.history-delete' : '.history-open');
    },

    /** @param {number} place of a row, from above */
    focusAt: (place) => focusIn([...rows.keys()][place] ?? '', 'button'),
    /** @param {string} id of what was just deleted */
    focusUndo: (id) => focusIn(id, '.history-undo'),
    /** @param {string} id of what was just brought back */
    focusOpen: (id) => focusIn(id, '.history-open'),
  };
}

/** @param {ReadonlyArray<KeptReading>} records @returns {KeptReading[][]} */
function byDay(records) {
  /** @type {Map<string, KeptReading[]>} */
  const days = new Map();
  for (const record of records) {
    const day = dayOf(record.time);
    days.set(day, [...(days.get(day) ?? []), record]);
  }
  return [...days.values()];
}

/**
 * @param {KeptReading[]} records of one day
 * @param {Map<string, { element: HTMLLIElement }>} rows
 */
function dayElement(records, rows) {
  const list = build('ul', { role: 'list' }, ...records.flatMap(({ id }) => rows.get(id)?.element ?? []));
  return build('section', {}, build('h3', { textContent: dayName(records[0].time) }), list);
}

/** @param {number} time @param {number} [now] @returns {string} 'today', 'yesterday', or the date, as the language has it */
export function dayName(time, now = Date.now()) {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const parts = /** @type {const} */ ({ weekday: 'long', day: 'numeric', month: 'long' });
  const options = isThisYear ? parts : { ...parts, year: /** @type {const} */ ('numeric') };
  const date = intl(Intl.DateTimeFormat, options).format(time);
  const ago = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(time))) / DAY_MS);
  if (ago !== 0 && ago !== 1) return date;
  const [first = '', ...rest] = intl(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(-ago, 'day');
  return text('history.day', { name: first.toLocaleUpperCase(currentLanguage()) + rest.join(''), date });
}
