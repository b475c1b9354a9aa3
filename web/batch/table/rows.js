import { isolate } from '../../texts/intl.js';
import { text } from '../../texts/texts.js';
import { build, buildButton, setText } from '../../shared/dom/elements.js';
import { setNumbers } from '../number-text.js';

/**
 * @import { RowView } from '../rows/describe.js'
 * @import { Place } from '../rows/state.js'
 * @typedef {ReturnType<typeof createRow>} TableRow
 * @typedef {{ onRemove: (id: string) => void, onChoose: (id: string) => void }} RowEvents
 * @typedef {{ rows: ReadonlyArray<RowView>, columns: ReadonlyArray<string>, selected: Place | null, chosen: ReadonlySet<string> }} RowsView
 */

/** Roles are spelled out: on a narrow screen the rows are laid out as cards, which would end a table's own. */
const CELL = { role: 'gridcell', tabIndex: -1 };

/**
 * The rows of the table. They know which of their cells is at which place.
 *
 * @param {RowEvents} events
 * @param {Pick<ReturnType<typeof import('../../shared/pictures/thumbnails.js').createThumbnails>, 'watch' | 'unwatch'>} thumbnails
 */
export function createTableRows(events, thumbnails) {
  const body = build('tbody', { role: 'rowgroup' });
  /** @type {Map<string, TableRow>} */
  const made = new Map();
  /** @type {RowsView} */
  let shown = { rows: [], columns: [], selected: null, chosen: new Set() };

  /** @param {RowView} view @param {ReadonlyArray<string>} columns */
  function add({ id, crop }, columns) {
    const row = createRow(id, columns, events);
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

  return {
    element: body,
    /** @param {RowsView} view */
    render(view) {
      const isOther = shown.columns.join('\n') !== view.columns.join('\n');
      const ids = new Set(view.rows.map(({ id }) => id));
      drop((id) => isOther || !ids.has(id));
      view.rows.forEach((row, index) => {
        const isNew = !made.has(row.id);
        const { element, render } = made.get(row.id) ?? add(row, view.columns);
        // Moved only where it is not there yet: a row that is moved loses the focus.
        if (body.children[index] !== element) body.insertBefore(element, body.children[index] ?? null);
        if (isNew || shown.rows[index] !== row) render(row);
      });
      const stop = view.selected && made.has(view.selected.id) ? view.selected : { id: view.rows[0]?.id, column: 1 };
      for (const [id, row] of made) {
        row.renderPlace(id === stop.id ? stop.column : -1, id === view.selected?.id);
        row.renderChoice(view.chosen.has(id));
      }
      shown = view;
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
      remove.hidden = view.place !== '';
      choice.ariaLabel = text('batch.choose', { name: isolate([view.name, view.place].filter(Boolean).join(', ')) });
      remove.ariaLabel = text('batch.remove', { name: isolate(view.name) });
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
