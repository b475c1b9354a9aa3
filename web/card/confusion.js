import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { createConfusionTable, signOf } from '../shared/measured/confusion-table.js';
import { setName } from '../shared/measured/names.js';

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
    build('li', { textContent: text('card.mistake', { truth: signOf(truth), read: signOf(read), count: times }) }),
  );
  return [
    build('p', { textContent: text(mistakes.length > 0 ? 'card.frequent' : 'card.noFrequent') }),
    build('ul', { className: 'card-list' }, ...mistakes),
    createConfusionTable(counts, name),
    build('p', { className: 'measured-note', textContent: text('card.confusion.legend') }),
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
