import { isolate } from '../../texts/intl.js';
import { text } from '../../texts/texts.js';
import { build, buildButton, setText } from '../../shared/dom/elements.js';
import { setNumbers } from '../number-text.js';
import { createSight } from './in-sight.js';

/**
 * @import { RowView } from '../rows/describe.js'
 * @import { Row } from '../rows/rows.js'
 * @import { Place } from '../rows/state.js'
 * @typedef {ReturnType<typeof createRow> & { view: RowView | null }} TableRow view: what it shows
 * @typedef {{ onRemove: (id: string) => void, onChoose: (id: string) => void }} RowEvents
 * @typedef {{
 *   rows: ReadonlyArray<Row>,
 *   describe: (row: Row) => RowView,
 *   columns: ReadonlyArray<string>,
 *   selected: Place | null,
 *   chosen: ReadonlySet<string>,
 * }} RowsView describe: asked of the rows in the page alone; the very same view for what is as it was
 */

/** @type {RowsView['describe']} */
const undescribed = () => {
  throw new Error('There is no row yet.');
};

/** Roles are spelled out: on a narrow screen the rows are laid out as cards, which would end a table's own. */
const CELL = { role: 'gridcell', tabIndex: -1 };

/**
 * The rows of the table. They know which of their cells is at which place; of thousands, only those around what is in sight
 * are in the page.
 *
 * @param {RowEvents} events
 * @param {Pick<ReturnType<typeof import('../../shared/pictures/thumbnails.js').createThumbnails>, 'watch' | 'unwatch'>} thumbnails
 */
export function createTableRows(events, thumbnails) {
  const body = build('tbody', { role: 'rowgroup' });
  const sight = createSight(body, place);
  /** @type {Map<string, TableRow>} */
  const made = new Map();
  /** @type {RowsView} */
  let shown = { rows: [], describe: undescribed, columns: [], selected: null, chosen: new Set() };

  /** @param {RowView} view @returns {TableRow} */
  function add({ id, crop }) {
    const row = { ...createRow(id, shown.columns, events), view: null };
    made.set(id, row);
    thumbnails.watch(row.element, id, row.image, crop);
    return row;
  }

  /** @param {(id: string) => boolean} isGone */
  function drop(isGone) {
    for (const [id, { element }] of made) {
      if (!isGone(id)) continue;
      made.delete(id);
      thumbnails.unwatch(element);
      element.remove();
    }
  }

  /** @param {number} at @returns {HTMLElement} the row at a place, as it is to be shown now */
  function rowAt(at) {
    const view = shown.describe(shown.rows[at]);
    const row = made.get(view.id) ?? add(view);
    if (row.view !== view) row.render(view);
    row.view = view;
    // Counted from 1, and the first one has the headings.
    row.element.ariaRowIndex = String(at + 2);
    return row.element;
  }

  function place() {
    const { rows, selected, chosen } = shown;
    const pieces = sight.pieces(
      rows.length,
      rows.findIndex(({ id }) => id === selected?.id),
    );
    const inPage = pieces.flatMap((piece) => (typeof piece === 'number' ? rows[piece].id : []));
    const ids = new Set(inPage);
    drop((id) => !ids.has(id));
    let gaps = 0;
    const elements = pieces.map((piece) => (typeof piece === 'number' ? rowAt(piece) : sight.gapAt(gaps++)));
    elements.forEach((element, index) => {
      // Moved only where it is not there yet: a row that is moved loses the focus.
      if (body.children[index] !== element) body.insertBefore(element, body.children[index] ?? null);
    });
    while (body.children.length > elements.length) body.lastElementChild?.remove();
    const stop = selected && made.has(selected.id) ? selected : { id: inPage[0], column: 1 };
    for (const [id, row] of made) {
      row.renderPlace(id === stop.id ? stop.column : -1, id === selected?.id);
      row.renderChoice(chosen.has(id));
    }
    sight.placed();
  }

  return {
    element: body,
    /** @param {RowsView} view */
    render(view) {
      if (shown.columns.join('\n') !== view.columns.join('\n')) drop(() => true);
      if (shown.rows[0]?.part?.by !== view.rows[0]?.part?.by) sight.forget();
      if (shown.selected?.id !== view.selected?.id) {
        sight.turnTo(view.rows.findIndex(({ id }) => id === view.selected?.id));
      }
      shown = view;
      place();
    },
    /** @param {Place} place @returns {HTMLElement | undefined} what takes the focus there */
    targetAt: ({ id, column }) => made.get(id)?.targets[column],
    /** @param {EventTarget | null} target @returns {Place | null} */
    placeOf(target) {
      const row = target instanceof Element ? target.closest('tr') : null;
      const id = row?.dataset.id ?? '';
      const column = [...(row?.children ?? [])].findIndex((cell) => cell.contains(/** @type {Element} */ (target)));
      return made.has(id) && column >= 0 ? { id, column } : null;
    },
  };
}

/**
 * One picture's row. Its cells: picture, one a reading, confidence, corrections, need for a look, removal.
 *
 * @param {string} id
 * @param {ReadonlyArray<string>} columns names of the readings
 * @param {RowEvents} events
 */
function createRow(id, columns, { onRemove, onChoose }) {
  const image = build('img', { alt: '', className: 'batch-thumbnail', decoding: 'async' });
  const name = build('span', { className: 'batch-name', dir: 'auto' });
  const place = build('span', { className: 'batch-place' });
  const choice = build('input', { type: 'checkbox', className: 'batch-choice', tabIndex: -1 });
  choice.addEventListener('change', () => onChoose(id));
  const heading = build(
    'th',
    { ...CELL, scope: 'row', role: 'rowheader', className: 'batch-picture' },
    build(
      'span',
      { className: 'batch-heading' },
      build('label', { className: 'batch-choose' }, choice),
      build('span', { className: 'batch-thumbnail-frame' }, image),
      build('span', { className: 'batch-names' }, name, place),
    ),
  );
  const readings = columns.map((column) => createReading(columns.length > 1 ? column : ''));
  const [confidence, corrections, look] = ['confidence', 'corrections', 'look'].map((kind) =>
    build('td', { ...CELL, className: `batch-${kind}` }),
  );
  const figure = build('span', {});
  confidence.append(figure);
  const lookText = build('span', { dir: 'auto' });
  const share = build('span', { className: 'batch-share', ariaHidden: 'true' });
  look.append(lookText, share);
  const remove = buildButton('×', () => onRemove(id), { className: 'batch-remove', tabIndex: -1 });
  const removal = build('td', { role: 'gridcell', className: 'batch-removal' }, remove);
  const cells = [heading, ...readings.map(({ cell }) => cell), confidence, corrections, look, removal];
  const row = build('tr', { role: 'row' }, ...cells);
  row.dataset.id = id;
  /** These take the focus, from left to right. */
  const targets = [...cells.slice(0, -1), remove];

  return {
    element: row,
    image,
    targets,
    /** @param {RowView} view */
    render(view) {
      Object.assign(row.dataset, { status: view.status, look: String(view.needsLook) });
      row.toggleAttribute('data-part', view.place !== '');
      setText(name, view.name);
      setText(place, view.place);
      const whole = isolate([view.name, view.place].filter(Boolean).join(', '));
      choice.ariaLabel = text('batch.choose', { name: whole });
      remove.ariaLabel = text('batch.remove', { name: whole });
      view.cells.forEach(({ text: read, kind, words }, column) => {
        const parts = readings[column];
        parts.cell.dataset.kind = kind;
        setNumbers(parts.text, read);
        // With a single column the row's own words say the same.
        setText(parts.words, columns.length > 1 || kind === 'corrected' || kind === 'checked' ? words : '');
      });
      setText(figure, view.confidence);
      confidence.dataset.isSure = String(!view.needsLook);
      confidence.style.setProperty('--confidence', String(view.level));
      // Shown where rows are cards, which have no heading.
      confidence.dataset.sure = confidence.title = view.sure;
      setText(corrections, view.corrections);
      setText(lookText, view.look);
      share.hidden = view.share === null;
      share.style.setProperty('--share', String(view.share ?? 0));
    },
    /** @param {boolean} isChosen */
    renderChoice(isChosen) {
      choice.checked = isChosen;
      row.ariaSelected = String(isChosen);
    },
    /** @param {number} column whose cell is in the page's tab order; -1 for none @param {boolean} isSelected */
    renderPlace(column, isSelected) {
      row.toggleAttribute('data-selected', isSelected);
      targets.forEach((target, index) => {
        const tabIndex = index === column ? 0 : -1;
        if (target.tabIndex !== tabIndex) target.tabIndex = tabIndex;
      });
    },
  };
}

/** @param {string} label of its column, where there are several */
function createReading(label) {
  const read = build('span', { className: 'batch-text', dir: 'ltr' });
  const words = build('span', { className: 'batch-words' });
  const cell = build('td', { ...CELL, className: 'batch-reading' }, read, words);
  cell.dataset.label = label;
  return { cell, text: read, words };
}
