import '../shared/panel/digit-panel.css';
import './panel.css';
import { text } from '../texts/texts.js';
import { watchColors } from '../shared/dom/appearance.js';
import { build, setText } from '../shared/dom/elements.js';
import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { formatConfidence } from '../shared/numbers.js';
import { createEvidence } from './evidence.js';
import { questionOf, sidesOf } from './question.js';

/**
 * @import { Explanation } from '../reader/network/classifier.js'
 * @import { Question, Versus } from './question.js'
 * @typedef {{ label: number, digit: string, day: string }} Example a digit that a person corrected, and when
 * @typedef {{ image: Float32Array, read: number | null, explanation: Explanation, example?: Example | null }} Explained a
 *   digit's 784 values, what it was read as, null for no digit, and the example that is weighed most
 */

/** Nats between what was read and its rival; less decides nothing, and is not told. */
const LEAST_TAUGHT = 0.3;

/**
 * The question that there is to ask about one digit, its answer, and the evidence for it.
 *
 * @param {string} [correctedKey] of the words for a digit that was read as another than is shown
 */
export function createExplained(correctedKey = 'why.lead.corrected') {
  const question = build('h3', { className: 'panel-heading' });
  const [lead, hand, taught] = ['why-lead', 'why-hand', 'why-hand'].map((className) => build('p', { className }));
  /** What a person wants compared, null for what is usual. @type {Versus | null} */
  let wish = null;
  let render = () => {};
  const evidence = createEvidence((versus) => {
    wish = versus;
    render();
  });
  watchColors(evidence.repaint);

  return {
    element: build('div', { className: 'why-body' }, question, lead, hand, taught, evidence.element),
    /** @param {Explained} digit @param {number | null} shown what a person or a label says that it is, or the same as was read */
    render({ explanation, image, read, example }, shown) {
      const asked = questionOf(explanation.probabilities, read, shown);
      render = () => {
        const versus = wish ?? asked.usual;
        setText(question, titleOf(asked, versus));
        setText(lead, leadOf(asked, explanation.probabilities, correctedKey));
        setText(hand, example ? handWords(example, read) : '');
        setText(taught, taughtWords(explanation, read, asked));
        evidence.render({ explanation, image, question: asked, versus });
      };
      render();
    },
  };
}

/** @param {Example} example @param {number | null} read */
function handWords({ label, digit, day }, read) {
  const isFor = label === (read ?? NOT_A_DIGIT);
  return text(isFor ? 'why.hand' : 'why.hand.against', { digit, day });
}

/** @param {Explanation} explanation @param {number | null} read @param {Question} question */
function taughtWords({ hand }, read, { digit, rival }) {
  if (!hand?.taught) return '';
  const other = read === digit ? rival : digit;
  const more = hand.taught[read ?? NOT_A_DIGIT] - hand.taught[other];
  if (Math.abs(more) < LEAST_TAUGHT) return '';
  return text(more > 0 ? 'why.taught' : 'why.taught.against');
}

/** @param {Question} question @param {Versus} versus */
function titleOf(question, versus) {
  const [digit, rival] = sidesOf(question, versus).map(String);
  if (question.refused !== null) return text('why.question.refused');
  return text(versus === 'others' ? 'why.question' : 'why.question.rival', { digit, rival });
}

/** @param {Question} question @param {Float32Array} probabilities @param {string} correctedKey */
function leadOf({ digit, rival, refused, likelier, corrected }, probabilities, correctedKey) {
  const values = {
    digit: String(digit),
    rival: String(rival),
    share: formatConfidence(probabilities[digit]),
    rivalShare: formatConfidence(probabilities[rival]),
    refused: formatConfidence(refused ?? 0),
  };
  if (refused !== null) return text('why.lead.refused', values);
  if (corrected !== null) return text(correctedKey, values);
  return text(likelier === null ? 'why.lead' : 'why.lead.likelier', values);
}
