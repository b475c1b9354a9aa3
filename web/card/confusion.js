import './confusion.css';
import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { formatNumber } from '../shared/numbers.js';
import { setName } from './names.js';

/** @typedef {{ truth: number, read: number, count: number }} Mistake classes: 0-9, then "not a digit" */

/** So many mistakes are listed at most. */
const MOST = 5;

/**
 * Shows what each digit was read as: a table of counts for each test set, one of them in sight.
 *
 * @param {Record<string, number[][]>} confusion by set; rows are the truth
 */
export function createConfusion(confusion) {
  // The set that was tested last counts most.
  const sets = Object.keys(confusion).reverse();
  const choice = build('select', {}, ...sets.map((name) => build('option', { value: name }, setName(name))));
  const shown = build('div', {});
  const show = () => shown.replaceChildren(...contents(confusion[choice.value], setName(choice.value)));
  choice.addEventListener('change', show);
  show();
  return build(
    'div',
    {},
    build('label', { className: 'card-choice' }, build('span', { textContent: text('card.testSet') }), choice),
    shown,
  );
}

/** @param {number[][]} counts @param {string} name @returns {HTMLElement[]} */
function contents(counts, name) {
  const mistakes = frequentMistakes(counts, MOST).map(({ truth, read, count: times }) =>
    build('li', { textContent: text('card.mistake', { truth: sign(truth), read: sign(read), count: times }) }),
  );
  // The table is wider than a phone at 400%: it scrolls, by keyboard too.
  const scrolling = { className: 'card-scroll', tabIndex: 0, role: 'region', ariaLabel: text('card.confusion') };
  return [
    build('p', { textContent: text(mistakes.length > 0 ? 'card.frequent' : 'card.noFrequent') }),
    build('ul', { className: 'card-list' }, ...mistakes),
    build('div', scrolling, table(counts, name)),
    build('p', { className: 'card-note', textContent: text('card.confusion.legend') }),
  ];
}

/**
 * Finds the frequent mistakes.
 *
 * @param {ReadonlyArray<ReadonlyArray<number>>} confusion counts; rows are the truth
 * @param {number} most
 * @returns {Mistake[]} those that happened more than once, the most frequent first
 */
export function frequentMistakes(confusion, most) {
  return confusion
    .flatMap((row, truth) => row.map((count, read) => ({ truth, read, count })))
    .filter(({ truth, read, count }) => truth !== read && count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}

/** @param {number[][]} counts @param {string} name */
function table(counts, name) {
  const truths = counts.flatMap((row, truth) => (row.some((each) => each > 0) ? [truth] : []));
  const head = build('tr', {}, build('th', { scope: 'col', textContent: text('card.truth') }));
  head.append(...counts.map((_, read) => build('th', { scope: 'col', textContent: sign(read) })));
  const rows = truths.map((truth) => {
    const row = build('tr', {}, build('th', { scope: 'row', textContent: sign(truth) }));
    row.append(...counts[truth].map((each, read) => cell(each, truth === read)));
    return row;
  });
  return build(
    'table',
    { className: 'card-confusion' },
    build('caption', { textContent: text('card.confusion.caption', { set: name }) }),
    build('thead', {}, head),
    build('tbody', {}, ...rows),
  );
}

/** @param {number} each @param {boolean} isRight */
function cell(each, isRight) {
  const kind = isRight ? 'right' : each > 0 ? 'wrong' : '';
  return build('td', { className: kind, textContent: each > 0 ? formatNumber(each, { useGrouping: false }) : '' });
}

/** @param {number} place of a class */
const sign = (place) => (place === NOT_A_DIGIT ? '?' : formatNumber(place));
