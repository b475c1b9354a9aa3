import { isolated } from '../texts/within.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';

/**
 * @import { RowView } from './rows/describe-row.js'
 * @typedef {ReturnType<typeof createBatchRow>} BatchRow
 */

/** Roles are spelled out: on a narrow screen the rows are laid out as cards, which would end a table's own. */
const CELL = { role: 'gridcell', tabIndex: -1 };

/**
 * One picture's row: picture, readings, confidence, corrections, what needs a look, removal.
 *
 * @param {string} id
 * @param {ReadonlyArray<string>} columns names of the readings
 * @param {() => void} onRemove
 */
export function createBatchRow(id, columns, onRemove) {
  const image = build('img', { alt: '', className: 'batch-thumbnail', decoding: 'async' });
  const name = build('span', { className: 'batch-name', dir: 'auto' });
  const heading = build(
    'th',
    { ...CELL, scope: 'row', role: 'rowheader', className: 'batch-picture' },
    build('span', { className: 'batch-thumbnail-frame' }, image),
    name,
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
  const remove = buildButton('×', onRemove, { className: 'batch-remove', tabIndex: -1 });
  const removal = build('td', { role: 'gridcell', className: 'batch-removal' }, remove);
  const cells = [heading, ...readings.map(({ cell }) => cell), confidence, corrections, look, removal];
  const row = build('tr', { role: 'row' }, ...cells);
  row.dataset.id = id;
  /** What takes the focus, from left to right. */
  const targets = [...cells.slice(0, -1), remove];

  return {
    element: row,
    image,
    targets,
    /** @param {RowView} view */
    render(view) {
      Object.assign(row.dataset, { status: view.status, look: String(view.needsLook) });
      setText(name, view.name);
      remove.ariaLabel = text('batch.remove', { name: isolated(view.name) });
      view.cells.forEach(({ text: read, kind, words }, column) => {
        const parts = readings[column];
        parts.cell.dataset.kind = kind;
        setText(parts.text, read);
        // With a single column the row's own words say the same.
        setText(parts.words, columns.length > 1 || kind === 'corrected' || kind === 'checked' ? words : '');
      });
      setText(figure, view.confidence);
      // Where rows are cards, for which there is no heading.
      confidence.dataset.sure = view.sure;
      setText(corrections, view.corrections);
      setText(lookText, view.look);
      share.hidden = view.share === null;
      share.style.setProperty('--share', String(view.share ?? 0));
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
