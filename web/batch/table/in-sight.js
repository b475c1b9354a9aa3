import { build } from '../../shared/dom/elements.js';

/**
 * @typedef {{ from: number, count: number }} Gap rows that are not in the page, one below the other
 * @typedef {number | Gap} Piece of the table, from top to bottom: a row by its place, or a gap
 */

/** Of more rows than these only those around what is in sight are in the page: laying out one takes a third of a millisecond. */
export const MOST_ROWS = 100;

/** Pixels around what is in sight in which no gap stays. */
const MARGIN = '600px';

/** Pixels; measured as soon as there are rows. */
const USUAL_HEIGHT = 60;

/**
 * @param {number} count of all rows
 * @param {number} first of those around what is in sight
 * @param {number} selected it is in the page wherever it is, since it has the focus; -1 for none
 * @returns {Piece[]}
 */
export function piecesOf(count, first, selected) {
  const start = startOf(count, first);
  const end = Math.min(count, start + MOST_ROWS);
  const rows = Array.from({ length: end - start }, (_, place) => start + place);
  if (selected >= 0 && selected < start) rows.unshift(selected);
  if (selected >= end) rows.push(selected);
  const pieces = rows.flatMap((row, place) => [...gap(place === 0 ? 0 : rows[place - 1] + 1, row), row]);
  return [...pieces, ...gap((rows.at(-1) ?? -1) + 1, count)];
}

/** @param {number} from @param {number} to @returns {Gap[]} */
const gap = (from, to) => (to > from ? [{ from, count: to - from }] : []);

/** @param {number} count @param {number} first @returns {number} the same, where so many rows follow it, else the last that has them */
const startOf = (count, first) => Math.max(0, Math.min(first, count - MOST_ROWS));

/**
 * Knows which of the rows are in the page while it is scrolled.
 *
 * @param {HTMLElement} body whose children are the pieces
 * @param {() => void} onMove other rows are to be in the page
 */
export function createSight(body, onMove) {
  let first = 0;
  let height = 0;
  /** @type {Piece[]} */
  let pieces = [];
  /** @type {HTMLTableRowElement[]} */
  const gaps = [];
  const observer = new IntersectionObserver(
    (entries) => {
      if (!height) measure();
      if (entries.some(({ isIntersecting }) => isIntersecting)) follow();
    },
    // The table scrolls within its frame, or with the page.
    { rootMargin: MARGIN, .../** @type {{}} */ ({ scrollMargin: MARGIN }) },
  );

  function measure() {
    const [from, to] = [first, first + MOST_ROWS - 1].map((row) => body.children[pieces.indexOf(row)]);
    const [top, bottom] = [from, to].map((row) => row.getBoundingClientRect().top);
    height = (bottom - top) / (MOST_ROWS - 1);
    placeGaps();
  }

  function placeGaps() {
    const shown = pieces.filter((piece) => typeof piece !== 'number');
    shown.forEach(({ count }, place) => (gaps[place].style.height = `${count * (height || USUAL_HEIGHT)}px`));
  }

  /** Goes where the person has scrolled to. */
  function follow() {
    const next = startOf(countOf(pieces), rowInTheMiddle() - MOST_ROWS / 2);
    if (next === first) return;
    first = next;
    onMove();
  }

  /** @returns {number} */
  function rowInTheMiddle() {
    const frame = (body.closest('.batch-frame') ?? body).getBoundingClientRect();
    const middle = (Math.max(0, frame.top) + Math.min(window.innerHeight, frame.bottom)) / 2;
    const boxes = [...body.children].map((element) => element.getBoundingClientRect());
    const place = Math.max(0, boxes.findLastIndex(({ top }) => top <= middle)); // prettier-ignore
    const piece = pieces[place];
    if (typeof piece === 'number') return piece;
    return piece.from + Math.floor((piece.count * (middle - boxes[place].top)) / boxes[place].height);
  }

  return {
    /** @param {number} row that is to be in sight next; -1 for none */
    turnTo(row) {
      if (row >= 0 && (row < first || row >= first + MOST_ROWS)) first = Math.max(0, row - MOST_ROWS / 2);
    },
    /** @param {number} count of all rows @param {number} selected @returns {Piece[]} what the body's children are to be now */
    pieces(count, selected) {
      first = startOf(count, first);
      pieces = piecesOf(count, first, selected);
      return pieces;
    },
    /** @param {number} place among the gaps @returns {HTMLElement} */
    gapAt: (place) => (gaps[place] ??= createGap()),
    /** Called once they are. */
    placed() {
      observer.disconnect();
      placeGaps();
      for (const element of gaps) if (element.isConnected) observer.observe(element);
    },
    /** Rows of another kind are of another height. */
    forget: () => (height = 0),
  };
}

/** @param {ReadonlyArray<Piece>} pieces @returns {number} of rows */
function countOf(pieces) {
  const last = pieces.at(-1) ?? -1;
  return typeof last === 'number' ? last + 1 : last.from + last.count;
}

const createGap = () => build('tr', { className: 'batch-gap', ariaHidden: 'true' }, build('td', { colSpan: 100 }));
