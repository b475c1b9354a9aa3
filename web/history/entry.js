import { intl } from '../texts/intl.js';
import { text } from '../texts/texts.js';
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

/**
 * One reading: its ink or picture, what it says, when, and what to know of it.
 *
 * @param {KeptReading} record
 * @param {Thumbnails} thumbnails
 * @param {Pick<Events, 'onOpen' | 'onDelete'>} events
 * @returns {HTMLLIElement}
 */
export function createEntry(record, thumbnails, { onOpen, onDelete }) {
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
 * The place of what was deleted, as long as it can be brought back.
 * @param {KeptReading} record
 * @param {Events['onUndo']} onUndo
 * @returns {HTMLLIElement}
 */
export function createDeleted(record, onUndo) {
  const undo = buildButton(text('history.entry.undo'), () => onUndo(record), { className: 'history-undo' });
  const words = build('span', { textContent: text('history.entry.deleted', { text: nameOf(record) }) });
  return build('li', { className: 'history-entry history-deleted' }, words, undo);
}

/** @param {KeptReading} record @returns {string} in one line */
export const nameOf = ({ text: read }) => read.replaceAll('\n', ', ') || text('history.entry.nothing');

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
