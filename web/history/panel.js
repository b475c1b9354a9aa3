import '../shared/panel/fields.css';
import './panel.css';
import { search } from './records/search.js';
import { errorOf, wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { createExport } from './export.js';
import { createStorageSection } from './storage-section.js';
import { createHistoryList, nameOf } from './list.js';
import { createRestorableRecords } from './restorable-records.js';
import { createSearchForm } from './search-form.js';
import { createShrinker } from '../shared/pictures/shrinker.js';
import { createThumbnails } from '../shared/pictures/thumbnails.js';

/**
 * @import { PageHistory } from './controller.js'
 * @import { KeptReading } from './records/kept-reading.js'
 * @typedef {{ history: PageHistory, say: (words: string) => void }} Page
 */

/** So many are rendered at once: a thousand drawings would hold the page up. */
const PAGE = 40;

/**
 * The view of the history, in which readings are found again, opened again, deleted, and saved as a file.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 */
export function createHistoryPanel(root, { history, say }) {
  const records = createRestorableRecords(history);
  const shrinker = createShrinker();
  const list = createHistoryList(
    createThumbnails((id) => pictureOf(history, id), shrinker),
    {
      onOpen: (record) => void history.reopen(record).catch(problem.show),
      onDelete: (record) => void remove(record),
      onUndo: (record) => void restore(record),
    },
  );
  const more = createMore(showMore);
  const finder = createSearchForm(() => {
    most = PAGE;
    render();
  });
  const empty = createEmptyWords(finder.clear);
  const problem = createProblem(() => void refresh());
  const exporter = createExport(() => search(records.kept(), finder.query()));
  const storage = createStorageSection({ history, say });
  const lead = build('p', { className: 'history-lead', textContent: text('history.lead') });
  const body = buildBody(finder, list, more, empty);
  root.append(build('div', { className: 'history' }, lead, problem.element, body, exporter.element, storage.element));

  let most = PAGE;
  /** Null while the panel is closed. @type {(() => void) | null} */
  let unsubscribe = null;

  async function refresh() {
    try {
      await records.refresh();
      problem.hide();
      if (unsubscribe) render();
    } catch (error) {
      problem.show(error);
    }
  }

  function render() {
    const [kept, all] = [records.kept(), records.all()];
    const found = search(all, finder.query());
    list.render(found.slice(0, most), new Set(kept.map(({ id }) => id)));
    more.render(Math.min(PAGE, found.length - most));
    const count = search(kept, finder.query()).length;
    finder.render({ count, all: kept.length }, all.length > 0);
    exporter.render(count > 0);
    const nothing = history.isKeeping() ? 'empty' : 'empty.off';
    empty.render(found.length > 0 ? null : all.length > 0 ? 'nothing' : nothing);
  }

  function showMore() {
    const first = most;
    most += PAGE;
    render();
    list.focusAt(first); // the button may be gone
  }

  /** @param {KeptReading} record */
  async function remove(record) {
    if (await records.remove(record)) say(text('history.entry.deleted', { text: nameOf(record) }));
    await refresh();
    list.focusUndo(record.id);
  }

  /** @param {KeptReading} record */
  async function restore({ id }) {
    await records.restore(id);
    await refresh();
    list.focusOpen(id);
  }

  return {
    show() {
      if (unsubscribe) return;
      unsubscribe = history.subscribe(() => void refresh());
      storage.open();
      void refresh();
    },
    hide() {
      unsubscribe?.();
      unsubscribe = null;
      storage.close();
      exporter.reset();
      records.forget();
      most = PAGE;
      // Its pictures are not held while nobody sees them.
      list.render([], new Set());
      shrinker.rest();
    },
  };
}

/** @param {...{ element: HTMLElement }} parts the list, and the ways to look through it */
const buildBody = (...parts) => build('div', { className: 'history-kept' }, ...parts.map(({ element }) => element));

/** @param {PageHistory} history @param {string} id */
async function pictureOf(history, id) {
  const picture = await (await history.ready()).records.picture(id);
  if (!picture) throw errorOf('history.entry.noPicture');
  return picture;
}

/**
 * Tells why the list is empty.
 * @param {() => void} onEverything
 */
function createEmptyWords(onEverything) {
  const words = build('p', {});
  const everything = buildButton(text('history.everything'), onEverything);
  const element = build('div', { className: 'history-empty', hidden: true }, words, everything);
  return {
    element,
    /** @param {'nothing' | 'empty' | 'empty.off' | null} which */
    render(which) {
      element.hidden = which === null;
      everything.hidden = which !== 'nothing';
      setText(words, which === null ? '' : text(`history.${which}`));
    },
  };
}

/** @param {() => void} onMore */
function createMore(onMore) {
  const element = buildButton('', onMore, { className: 'history-more', hidden: true });
  return {
    element,
    /** @param {number} count that are shown next */
    render(count) {
      element.hidden = count <= 0;
      setText(element, text('history.more', { count }));
    },
  };
}

/**
 * Tells what went wrong, with a way to try again.
 * @param {() => void} onAgain
 */
function createProblem(onAgain) {
  const words = build('p', {});
  const again = buildButton(text('history.again'), onAgain);
  const element = build('div', { className: 'history-problem', role: 'alert', hidden: true }, words, again);
  return {
    element,
    /** @param {unknown} error */
    show(error) {
      console.info('The history:', error);
      setText(words, wordsOf(error));
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
  };
}
