import { toRecordsCsv, toStrokeLines } from './records/export.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { saveFile } from '../shared/dom/files.js';

/** @import { KeptReading } from './records/kept-reading.js' */

/**
 * Saves readings as a file, and tells what is not in it.
 * @param {() => ReadonlyArray<KeptReading>} recordsOf
 */
export function createExport(recordsOf) {
  const result = build('p', { className: 'history-result', role: 'status' });

  function saveStrokes() {
    const { text: lines, digits, leftOut } = toStrokeLines(recordsOf());
    if (digits > 0) saveFile('inkdigit-strokes.jsonl', lines, 'application/x-ndjson');
    setText(result, resultInWords(digits, leftOut));
  }

  function saveTable() {
    const records = recordsOf();
    saveFile('inkdigit-history.csv', toRecordsCsv(records), 'text/csv');
    setText(result, text('history.export.rows', { count: records.length }));
  }

  const element = build(
    'section',
    { className: 'history-export' },
    build('h3', { textContent: text('history.export') }),
    build('p', { className: 'history-about', textContent: text('history.export.what') }),
    build(
      'div',
      { className: 'history-buttons' },
      buildButton(text('history.export.table'), saveTable),
      buildButton(text('history.export.strokes'), saveStrokes),
    ),
    result,
  );

  return {
    element,
    /** @param {boolean} hasAny */
    render(hasAny) {
      element.hidden = !hasAny;
    },
    reset: () => setText(result, ''),
  };
}

/** @param {number} digits @param {{ unsure: number, unclear: number }} leftOut */
function resultInWords(digits, { unsure, unclear }) {
  return [
    text(digits > 0 ? 'history.export.digits' : 'history.export.none', { count: digits }),
    ...(unsure > 0 ? [text('history.export.unsure', { count: unsure })] : []),
    ...(unclear > 0 ? [text('history.export.unclear', { count: unclear })] : []),
  ].join(' ');
}
