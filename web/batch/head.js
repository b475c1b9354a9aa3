import { text } from '../texts/texts.js';
import { build, buildButton } from '../shared/dom/elements.js';

/** @import { Arrangement, Order } from './rows/arrange.js' */

/**
 * The headings, by which the rows can be sorted.
 *
 * @param {(order: Order) => void} onSort
 */
export function createBatchHead(onSort) {
  const head = build('thead', { role: 'rowgroup' });
  let shown = '';
  return {
    element: head,
    /** @param {ReadonlyArray<string>} columns of the readings @param {Arrangement} arrangement */
    render(columns, arrangement) {
      const wanted = JSON.stringify([columns, arrangement.order, arrangement.isReversed]);
      if (wanted === shown) return;
      shown = wanted;
      const focused = head.contains(document.activeElement) ? document.activeElement?.textContent : null;
      head.replaceChildren(build('tr', { role: 'row' }, ...headings(columns, arrangement, onSort)));
      for (const button of head.querySelectorAll('button')) if (button.textContent === focused) button.focus();
    },
  };
}

/**
 * @param {ReadonlyArray<string>} columns
 * @param {Arrangement} arrangement
 * @param {(order: Order) => void} onSort
 */
function headings(columns, { order, isReversed }, onSort) {
  /** @type {[string, Order | null][]} */
  const all = [
    [text('batch.head.picture'), 'name'],
    ...columns.map((name) => /** @type {[string, null]} */ ([name, null])),
    [text('batch.head.confidence'), 'confidence'],
    [text('batch.head.corrections'), null],
    [text('batch.head.look'), 'look'],
  ];
  const cells = all.map(([name, by]) => {
    const sort = by === order ? (isReversed ? 'descending' : 'ascending') : by && 'none';
    const button = by && buildButton(name, () => onSort(by), { className: 'batch-sort' });
    return build('th', { role: 'columnheader', scope: 'col', ariaSort: sort }, button ?? name);
  });
  const removal = build('span', { className: 'visually-hidden' }, text('batch.head.remove'));
  return [...cells, build('th', { role: 'columnheader', scope: 'col' }, removal)];
}
