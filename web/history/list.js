import { dayOf } from './records/search.js';
import { intl, leftToRight } from '../texts/intl.js';
import { currentLanguage, text } from '../texts/texts.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { buildIcon, drawPaths } from '../shared/dom/svg.js';

/**
 * @import { KeptReading } from './records/kept-reading.js'
 * @typedef {Pick<ReturnType<typeof import('../shared/pictures/thumbnails.js').createThumbnails>, 'watch' | 'unwatch' | 'keepOnly'>} Thumbnails
 * @typedef {{
 *   onOpen: (record: KeptReading) => void,
 *   onDelete: (record: KeptReading) => void,
 *   onUndo: (record: KeptReading) => void,
 * }} Events
 */

const DAY_MS = 86_400_000;

/**
 * The list of readings, the newest first, under a heading for each day.
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
      // A row that is moved loses the focus, as does one that makes room for another since its reading has changed.
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

/**
 * The row of one reading: its ink or picture, its text, its time, and notes such as that it is unsure.
 *
 * @param {KeptReading} record
 * @param {Thumbnails} thumbnails
 * @param {Pick<Events, 'onOpen' | 'onDelete'>} events
 * @returns {HTMLLIElement}
 */
function createEntry(record, thumbnails, { onOpen, onDelete }) {
  const name = nameOf(record);
  const canOpen = record.ink !== null || record.scale !== null;
  const shown = [pictureOf(record, thumbnails), wordsOf(record, canOpen)];
  const open = canOpen
    ? buildButton('', () => onOpen(record), { className: 'history-open plain' })
    : build('div', { className: 'history-open' });
  open.append(...shown);
  if (canOpen) open.append(build('span', { className: 'history-go', ariaHidden: 'true' }, text('history.entry.open')));
  const bin = buildButton('', () => onDelete(record), {
    className: 'history-delete plain',
    ariaLabel: text('history.entry.delete', { text: name }),
  });
  bin.append(buildIcon('#icon-clear'));
  return build('li', { className: 'history-entry' }, open, bin);
}

/**
 * The row of a deleted reading, as long as it can be brought back.
 * @param {KeptReading} record
 * @param {Events['onUndo']} onUndo
 * @returns {HTMLLIElement}
 */
function createDeleted(record, onUndo) {
  const undo = buildButton(text('history.entry.undo'), () => onUndo(record), { className: 'history-undo' });
  const words = build('span', { textContent: text('history.entry.deleted', { text: nameOf(record) }) });
  return build('li', { className: 'history-entry history-deleted' }, words, undo);
}

/** @param {KeptReading} record @returns {string} in one line */
export const nameOf = ({ text: read }) =>
  read ? leftToRight(read.replaceAll('\n', ', ')) : text('history.entry.nothing');

/** @param {KeptReading} record @param {Thumbnails} thumbnails */
function pictureOf({ id, ink, scale }, thumbnails) {
  const frame = build('span', { className: 'history-picture' });
  if (ink) frame.append(drawInk(ink));
  else if (scale !== null) {
    const image = build('img', { alt: '' });
    frame.append(image);
    thumbnails.watch(frame, id, image);
  }
  return frame;
}

/** @param {import('../shared/strokes.js').Ink} ink */
function drawInk(ink) {
  const { viewBox, paths } = pathsOfInk(ink);
  return drawPaths(
    viewBox,
    paths.map((d) => ({ d })),
    { className: 'history-ink' },
  );
}

/** @param {KeptReading} record @param {boolean} canOpen */
function wordsOf(record, canOpen) {
  const { isUnsure, isCorrected, time, ink } = record;
  const read = build('span', { className: 'history-text', dir: 'ltr' }, nameOf(record));
  read.dataset.mark = isCorrected ? 'corrected' : isUnsure ? 'unsure' : '';
  const clock = intl(Intl.DateTimeFormat, { timeStyle: 'short' }).format(time);
  const notes = [
    ...(ink ? [] : [canOpen ? 'picture' : 'tooLarge']),
    ...(isUnsure ? ['unsure'] : []),
    ...(isCorrected ? ['corrected'] : []),
  ];
  const note = build(
    'span',
    { className: 'history-note' },
    build('time', { dateTime: new Date(time).toISOString() }, clock),
    ...notes.map((each) => build('span', {}, text(`history.entry.${each}`))),
  );
  const opens = canOpen ? [hidden(text(ink ? 'history.entry.open.pad' : 'history.entry.open.picture'))] : [];
  return build('span', { className: 'history-words' }, ...opens, read, note);
}

/** @param {string} words */
const hidden = (words) => build('span', { className: 'visually-hidden' }, `${words} `);
