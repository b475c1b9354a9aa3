import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { points, share } from './numbers.js';

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
      threshold: share(thresholds.unsure, 0),
      mnist: share(mnist.not_sure),
      pen: share(pen.not_sure),
    }),
  ]);
}

/** What the figures do not say. @param {KnownCard} card */
export function createCaveats({ evaluation }) {
  const [mnist, pen, photographs] = [evaluation[MNIST], evaluation[PEN], evaluation[PHOTOGRAPHS]];
  return lines([
    text('card.caveat.digits'),
    ...(mnist.writers && pen.writers ? [text('card.caveat.people', { mnist: mnist.writers, pen: pen.writers })] : []),
    ...(pen.worst_writer ? [text('card.caveat.worst', { share: share(pen.worst_writer) })] : []),
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
