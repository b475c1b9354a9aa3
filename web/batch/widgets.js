import { onceMade } from '../reader/lazy.js';
import { createRowDescriber, describeBlank, describeTools, describeViewed } from './rows/describe.js';
import { chosenRows } from './rows/selection.js';
import { allRows, hasCorrections, shownRows } from './rows/state.js';
import { describeProgress, spokenProgress } from './rows/progress.js';
import { text } from '../texts/texts.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { createBatchTable } from './table/table.js';
import { createChoiceBar } from './table/choice.js';
import { createBatchProgress, createBatchTools } from './toolbar.js';
import { createBatchViewer } from './viewer.js';
import { build, findElement, setText } from '../shared/dom/elements.js';
import { memo } from '../shared/memo.js';
import { createThumbnails } from '../shared/pictures/thumbnails.js';

/**
 * @import { Place, State } from './rows/state.js'
 * @import { Shrinker } from '../shared/pictures/shrinker.js'
 * @typedef {Parameters<typeof createBatchTools>[0] & Parameters<typeof createBatchTable>[0]
 *   & Parameters<typeof createChoiceBar>[0] & Parameters<typeof createBatchProgress>[0] & Parameters<typeof createBatchViewer>[1]} BatchEvents
 */

/** Small pictures wait no longer. */
const LONGEST_MS = 4000;

/**
 * The widgets of the batch, and what they show of its state. They speak the language that the page has when they are made;
 * those that were there before make way.
 *
 * @param {HTMLElement} root
 * @param {{ pictureOf: (id: string) => Promise<Blob>, shrinker: Shrinker }} pictures
 * @param {BatchEvents} events
 * @param {Promise<void>} first until the first picture is read
 */
export function createBatchWidgets(root, { pictureOf, shrinker }, events, first) {
  const heading = build('h2', { className: 'batch-title', tabIndex: -1, textContent: text('batch.title') });
  const note = build('p', { className: 'batch-note', role: 'status' });
  const blank = build('p', { className: 'batch-blank' });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const announcer = createAnnouncer(status);
  // Small pictures would take a processor from the reader.
  const calm = onceMade(() => Promise.race([first, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]));
  const thumbnails = createThumbnails((id) => calm().then(() => pictureOf(id)), shrinker);
  const keepThumbnails = memo((/** @type {ReadonlyArray<import('./rows/rows.js').Row>} */ rows) =>
    thumbnails.keepOnly(new Set(rows.map(({ id }) => id))),
  );
  const describeRows = createRowDescriber();
  const progress = createBatchProgress(events);
  const tools = createBatchTools(events);
  const choice = createChoiceBar(events);
  const table = createBatchTable(events, thumbnails);
  const viewer = createBatchViewer({ pictureOf, shrink: shrinker.shrink }, events);
  /** @type {Pick<State, 'selected' | 'editing'>} */
  let { selected, editing } = { selected: null, editing: null };
  let wasShown = false;
  root.classList.add('batch');
  root.replaceChildren(
    build(
      'div',
      { className: 'batch-head' },
      heading,
      findElement(root, '.batch-sources', HTMLElement),
      progress.element,
    ),
    tools.element,
    note,
    build('div', { className: 'batch-frame' }, table.element, blank),
    viewer.element,
    choice.element,
    status,
  );

  return {
    /** @param {State} state @param {boolean} isShown */
    render(state, isShown) {
      const described = describeProgress(state);
      progress.render(described);
      tools.render(describeTools(state));
      const columns = state.columns.map(({ title }) => title);
      table.render({
        ...state,
        rows: shownRows(state),
        describe: describeRows(state),
        columns,
        caption: text('batch.caption'),
        hasCorrections: hasCorrections(state),
      });
      choice.render({ chosen: chosenRows(state).length, isParts: state.by !== 'picture' && !state.form });
      viewer.render(isShown ? describeViewed(state) : null);
      setText(blank, describeBlank(state));
      root.toggleAttribute('data-blank', state.shown.length === 0);
      root.toggleAttribute('data-empty', state.batch.rows.length === 0);
      keepThumbnails(allRows(state));
      const isNew = !wasShown || state.selected !== selected || state.editing !== editing;
      if (isShown && state.selected && isNew) {
        // The picture, which comes with the selection, has moved the table by now.
        table.reveal(state.selected);
      }
      ({ selected, editing } = state);
      wasShown = isShown;
      if (!isShown) shrinker.rest();
      else announcer.announce(spokenProgress(described.counts, state.isPaused));
    },
    /** @param {string} words about the whole batch */
    note: (words) => setText(note, words),
    /** @param {Place | null} place a cell; null for the heading */
    focus: (place) => (place ? table.focus(place) : heading.focus()),
    get isInUse() {
      return table.hasFocus;
    },
    /** @type {typeof viewer.shown} */
    pictureOf: (id) => viewer.shown(id),
    /** Called before other widgets take their place. */
    close: table.close,
  };
}
