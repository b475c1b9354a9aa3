import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { formatNumber, formatShare } from '../shared/numbers.js';

/** @import { KnownCard } from './panel.js' */

const PEN = 'pen, held-out writers';
const MNIST = 'MNIST, held-out writers';
const PHOTOGRAPHS = 'simulated photographs, held-out writers';

/** How far one may believe how sure it says it is. @param {KnownCard} card */
export function createSureness({ evaluation, thresholds }) {
  const [mnist, pen] = [evaluation[MNIST], evaluation[PEN]];
  return lines([
    text('card.sureness.error', { mnist: points(mnist.calibration_error), pen: points(pen.calibration_error) }),
    text('card.sureness.unsure', {
      threshold: formatShare(thresholds.unsure),
      mnist: formatShare(mnist.not_sure, 2, 2),
      pen: formatShare(pen.not_sure, 2, 2),
    }),
  ]);
}

/** What the figures do not say. @param {KnownCard} card */
export function createCaveats({ evaluation }) {
  const [mnist, pen, photographs] = [evaluation[MNIST], evaluation[PEN], evaluation[PHOTOGRAPHS]];
  return lines([
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

/** @param {string[]} all */
const lines = (all) =>
  build('ul', { className: 'card-list' }, ...all.map((line) => build('li', { textContent: line })));

/** @param {number} value 0 to 1 @returns {string} in percentage points */
const points = (value) => formatNumber(100 * value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
