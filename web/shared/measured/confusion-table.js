import './confusion-table.css';
import { NOT_A_DIGIT } from '../../reader/network/classes.js';
import { text } from '../../texts/texts.js';
import { build } from '../dom/elements.js';
import { formatNumber } from '../numbers.js';

/**
 * How often each digit was read as each, as a table of counts.
 *
 * @param {ReadonlyArray<ReadonlyArray<number>>} counts [11][11], rows the truth: 0-9, then "not a digit"
 * @param {string} name of the set, for a person
 * @param {(truth: number, read: number, count: number) => Node} [mistake] what stands in a cell of mistakes in place of its count
 */
export function createConfusionTable(
  counts,
  name,
  mistake = (_truth, _read, count) => document.createTextNode(figure(count)),
) {
  const truths = counts.flatMap((row, truth) => (row.some((each) => each > 0) ? [truth] : []));
  const head = build('tr', {}, build('th', { scope: 'col', textContent: text('card.truth') }));
  head.append(...counts.map((_, read) => build('th', { scope: 'col', textContent: signOf(read) })));
  const rows = truths.map((truth) => {
    const row = build('tr', {}, build('th', { scope: 'row', textContent: signOf(truth) }));
    row.append(
      ...counts[truth].map((count, read) => {
        if (count === 0) return build('td', {});
        if (truth === read) return build('td', { className: 'right', textContent: figure(count) });
        return build('td', { className: 'wrong' }, mistake(truth, read, count));
      }),
    );
    return row;
  });
  const table = build(
    'table',
    { className: 'confusion-table' },
    build('caption', { textContent: text('card.confusion.caption', { set: name }) }),
    build('thead', {}, head),
    build('tbody', {}, ...rows),
  );
  // The table is wider than a phone at 400%: it scrolls, by keyboard too.
  const scrolling = { className: 'confusion-scroll', tabIndex: 0, role: 'region', ariaLabel: text('card.confusion') };
  return build('div', scrolling, table);
}

/** Without marks between thousands, for which a cell has no room. @param {number} count */
const figure = (count) => formatNumber(count, { useGrouping: false });

/** @param {number} place of a class @returns {string} the digit, or ? for what is none */
export const signOf = (place) => (place === NOT_A_DIGIT ? '?' : formatNumber(place));
