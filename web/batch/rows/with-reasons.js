import { problemOf } from '../../shared/forms/pattern.js';

/**
 * @import { Form } from '../../shared/forms/form.js'
 * @import { Reason } from '../../texts/reason.js'
 * @import { Row } from './rows.js'
 */

/**
 * Earlier versions kept what is wrong in English words. An error keeps them; what breaks a pattern can be found again.
 *
 * @param {Row} row as it was kept
 * @param {Form | null} form that it was read with
 * @returns {Row} the same where it is of this version
 */
export function withReasons(row, form) {
  const kept = /** @type {{ error?: unknown, cells: ReadonlyArray<{ problem: unknown } | null> }} */ (row);
  const isOld = (/** @type {{ problem: unknown } | null} */ cell) => typeof cell?.problem === 'string';
  if (typeof kept.error !== 'string' && !kept.cells.some(isOld)) return row;
  const error = typeof kept.error === 'string' ? { message: kept.error } : row.error;
  const cells = row.cells.map((cell, column) =>
    cell && isOld(cell) ? { ...cell, problem: problemAnew(cell, form?.fields[column]) } : cell,
  );
  return { ...row, error, cells };
}

/**
 * @param {{ text: string, problem: unknown }} cell
 * @param {import('../../shared/forms/form.js').Field | undefined} field
 * @returns {Reason | null}
 */
function problemAnew({ text, problem }, field) {
  if (problem === '') return null;
  // What breaks no pattern was in a picture of another shape.
  return (field && problemOf(field.pattern, text)) ?? { code: 'form.problem.shape' };
}
