import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { formatNumber, formatShare } from '../shared/numbers.js';

/** @import { KnownCard } from './panel.js' */

const PEN = 'pen, held-out writers';
const MNIST = 'MNIST, held-out writers';
const PHOTOGRAPHS = 'simulated photographs, held-out writers';

/** Stands in a card for a commit that was not stored (training/run.py). */
const UNKNOWN = 'unknown';
const CHANGED = '-dirty';
const DIGITS = 12;

/** Lists what the network is. @param {KnownCard} card @param {string} backend */
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

/** Lists what the network learned from. */
export function createSources() {
  const sources = [
    text('card.source.mnist'),
    text('card.source.pen'),
    text('card.source.omniglot'),
    text('card.source.unipen'),
    text('card.source.made'),
    text('card.source.you'),
  ];
  return createList(sources);
}

/** Says how far one may believe the network when it says that it is sure. @param {KnownCard} card */
export function createSureness({ evaluation, thresholds }) {
  const [mnist, pen] = [evaluation[MNIST], evaluation[PEN]];
  return createList([
    text('card.sureness.error', {
      mnist: formatPoints(mnist.calibration_error),
      pen: formatPoints(pen.calibration_error),
    }),
    text('card.sureness.unsure', {
      threshold: formatShare(thresholds.unsure),
      mnist: formatShare(mnist.not_sure, 2, 2),
      pen: formatShare(pen.not_sure, 2, 2),
    }),
  ]);
}

/** Says what the figures do not tell. @param {KnownCard} card */
export function createCaveats({ evaluation }) {
  const [mnist, pen, photographs] = [evaluation[MNIST], evaluation[PEN], evaluation[PHOTOGRAPHS]];
  return createList([
    text('card.caveat.digits'),
    ...(mnist.writers && pen.writers ? [text('card.caveat.people', { mnist: mnist.writers, pen: pen.writers })] : []),
    ...(pen.worst_writer ? [text('card.caveat.worst', { share: formatShare(pen.worst_writer, 2, 2) })] : []),
    text('card.caveat.tuned'),
    text('card.caveat.test'),
    ...(photographs?.taken
      ? [text('card.caveat.photographs', { dropped: photographs.dropped ?? 0, taken: photographs.taken })]
      : []),
    text('card.caveat.refusal'),
  ]);
}

/** @param {string[]} lines */
const createList = (lines) =>
  build('ul', { className: 'card-list' }, ...lines.map((line) => build('li', { textContent: line })));

/** @param {number} value 0 to 1 @returns {string} in percentage points */
const formatPoints = (value) => formatNumber(100 * value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
