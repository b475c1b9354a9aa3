import './panel.css';
import detailsUrl from '../model/details.json?url';
import { text } from '../texts/texts.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { formatShare } from '../shared/numbers.js';
import { barsOf, createChart, sorted } from '../shared/measured/chart.js';
import { kindName, setName } from '../shared/measured/names.js';
import { createConfusion } from './confusion.js';
import { createCaveats, createFacts, createSources, createSureness } from './facts.js';

/**
 * @import { Reader } from '../inkdigit.js'
 * @import { Bar, Measured } from '../shared/measured/chart.js'
 * @typedef {Measured & { calibration_error: number, not_sure: number, writers?: number, worst_writer?: number,
 *   taken?: number, dropped?: number }} MeasuredSet
 * @typedef {import('../reader/network/model-files.js').Card & {
 *   parameters: number,
 *   evaluation: Record<string, MeasuredSet>,
 *   corruptions: { n: number, mean: number },
 *   refusal: { accepted: number, together: { n: number, refused: number } },
 *   libraries: Record<string, string>,
 *   training: { seed: number },
 *   commits: string[] | null,
 * }} KnownCard
 * @typedef {{
 *   version: string,
 *   confusion: Record<string, number[][]>,
 *   corruptions: Record<string, { accuracy: number, interval: [number, number], refused: number }>,
 * }} Details as export_model.py writes them beside the card
 */

/**
 * Shows what is known about the network: who made it and of what, how well it reads, and what its figures do not say.
 *
 * @param {HTMLElement} root
 * @param {{ reader: () => Promise<Reader>, openPanel: (name: 'testing') => void }} page
 */
export function createCardPanel(root, page) {
  const panel = build('div', { className: 'card-panel' });
  root.append(panel);
  /** The card and its details are there or still come, and need not be asked for again. */
  let isAsked = false;
  const openTesting = () => page.openPanel('testing');

  return {
    show() {
      if (!isAsked) void load();
    },
  };

  async function load() {
    isAsked = true;
    panel.replaceChildren(build('p', { textContent: text('card.waiting') }));
    try {
      const { info } = await page.reader();
      const card = /** @type {KnownCard} */ (info.model);
      panel.replaceChildren(...contents(card, info.backend, await loadDetails(card.version), openTesting));
    } catch (error) {
      console.warn(error);
      isAsked = false;
      const problem = build('p', { textContent: text('card.failed') });
      panel.replaceChildren(
        problem,
        buildButton(text('card.again'), () => void load()),
      );
    }
  }
}

/**
 * Loads what only who looks at the card needs.
 *
 * @param {string} version of the card
 * @returns {Promise<Details>}
 * @throws {Error} where they cannot be fetched, or are another model's
 */
async function loadDetails(version) {
  const response = await fetch(detailsUrl);
  if (!response.ok) throw new Error(`The card's details could not be fetched (${response.status}).`);
  /** @type {Details} */
  const details = await response.json();
  if (details.version !== version) throw new Error(`The details are of model ${details.version}, not of ${version}.`);
  return details;
}

/** @param {KnownCard} card @param {string} backend @param {Details} details @param {() => void} onTest */
function contents(card, backend, details, onTest) {
  const { digits, noDigits } = barsOf(card.evaluation);
  const named = (/** @type {Bar} */ bar) => ({ ...bar, name: setName(bar.name) });
  return [
    part('what', text('card.what'), build('p', { textContent: text('card.what.words') }), createFacts(card, backend)),
    part(
      'accuracy',
      text('card.accuracy'),
      createChart(digits.map(named), text('card.digits'), 'card.bar.digits'),
      createChart(noDigits.map(named), text('card.noDigits'), 'card.bar.noDigits'),
      build('p', { className: 'measured-note', textContent: text('card.interval') }),
      build('p', { textContent: refusalWords(card) }),
      spoiled(card, details),
    ),
    part(
      'test',
      text('testing.title'),
      build('p', { textContent: text('card.test') }),
      buildButton(text('card.test.open'), onTest, { className: 'panel-button' }),
    ),
    part('mistakes', text('card.mistakes'), createConfusion(details.confusion)),
    part('sure', text('card.sureness'), createSureness(card)),
    part('caveats', text('card.caveats'), createCaveats(card)),
    part('sources', text('card.sources'), createSources()),
  ];
}

/** @param {KnownCard} card */
function refusalWords({ refusal: { accepted, together } }) {
  return text('card.refusal', {
    accepted: formatShare(accepted, 1, 1),
    refused: formatShare(together.refused, 2, 2),
    count: together.n,
  });
}

/** @param {KnownCard} card @param {Details} details */
function spoiled({ corruptions: { n, mean } }, { corruptions }) {
  const bars = Object.entries(corruptions).map(([kind, each]) => ({ ...each, n, name: kindName(kind) }));
  const count = bars.length;
  return build(
    'details',
    {},
    build('summary', { textContent: text('card.spoiled.more', { count, mean: formatShare(mean, 2, 2) }) }),
    createChart(sorted(bars), text('card.spoiled'), 'card.bar.digits'),
  );
}

/** @param {string} name @param {string} title @param {...HTMLElement} content */
const part = (name, title, ...content) =>
  build(
    'section',
    { className: `card-${name}` },
    build('h3', { className: 'card-head', textContent: title }),
    ...content,
  );
