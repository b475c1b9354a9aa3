import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { formatNumber } from '../shared/numbers.js';

/** @param {import('./panel.js').KnownCard} card @param {string} backend */
export function createFacts(card, backend) {
  const libraries = ['tensorflow', 'keras', 'tensorflowjs'].map((name) => `${name} ${card.libraries[name]}`).join(', ');
  const facts = [
    [text('card.fact.makers'), text('card.fact.makers.words')],
    [text('card.fact.takes'), text('card.fact.takes.words')],
    [text('card.fact.weights'), formatNumber(card.parameters)],
    [text('card.fact.runs'), backend === 'wasm' ? text('card.fact.runs.wasm') : text('card.fact.runs.cpu')],
    [text('card.fact.made'), libraries],
    [text('card.fact.commit'), commitWords(card.commits)],
    [text('card.fact.version'), card.version],
  ];
  return build(
    'dl',
    { className: 'card-facts' },
    ...facts.flatMap(([name, value]) => [build('dt', { textContent: name }), build('dd', { textContent: value })]),
  );
}

/** Stands in a card for a commit that was not stored (training/run.py). */
const UNKNOWN = 'unknown';
const CHANGED = '-dirty';
const DIGITS = 12;

/**
 * @param {ReadonlyArray<string> | null} commits of the training code, as the card has them; null where none was stored
 * @returns {string} for a person
 */
export function commitWords(commits) {
  const words = (commits ?? [UNKNOWN]).map((each) => {
    if (each === UNKNOWN) return text('card.fact.commit.unknown');
    const commit = each.slice(0, DIGITS);
    return each.endsWith(CHANGED) ? text('card.fact.commit.changed', { commit }) : commit;
  });
  return words.join('; ');
}

/** What it learned from. */
export function createSources() {
  const sources = [
    text('card.source.mnist'),
    text('card.source.pen'),
    text('card.source.omniglot'),
    text('card.source.made'),
    text('card.source.you'),
  ];
  return build('ul', { className: 'card-list' }, ...sources.map((line) => build('li', { textContent: line })));
}
