/** @typedef {{ row: number, column: number }} Place in the table as it is shown */

/** Page Up and Page Down go by so many rows. */
const PAGE = 10;

/** @type {Record<string, (place: Place, last: Place) => Place>} */
const MOVES = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, last) => last,
};

/** @type {Record<string, string>} which side the next column is at, where one writes from right to left */
const MIRRORED = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * The place to which a key leads in a grid (WAI-ARIA Authoring Practices, grid pattern).
 *
 * @param {Place} place
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} event
 * @param {Place} last the corner of the last row and the last column
 * @param {boolean} [isMirrored] whether the first column is at the right
 * @returns {Place | null} within the table; null for a key that does not move
 */
export function placeAfter(place, { key, ctrlKey, metaKey, altKey, shiftKey }, last, isMirrored = false) {
  if (altKey || shiftKey) return null;
  const meant = (isMirrored && MIRRORED[key]) || key;
  const move = MOVES[ctrlKey || metaKey ? `Control+${meant}` : meant];
  if (!move) return null;
  const { row, column } = move(place, last);
  return { row: Math.min(Math.max(row, 0), last.row), column: Math.min(Math.max(column, 0), last.column) };
}

/**
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>} event
 * @param {boolean} isReading whether the cell can be corrected
 * @returns {{ typed: string | null } | null} how the key begins a correction: of the text that is there, or with
 *   what replaces it; null for a key that does not
 */
export function editBy({ key, ctrlKey, metaKey, altKey, isComposing }, isReading) {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (key === 'Enter' || key === 'F2') return { typed: null };
  if (!isReading) return null;
  if (key === 'Delete' || key === 'Backspace') return { typed: '' };
  return key.length === 1 && key !== ' ' ? { typed: key } : null;
}
