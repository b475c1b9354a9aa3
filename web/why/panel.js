import { text } from '../texts/texts.js';
import { strokesIn } from '../shared/digit-strokes.js';
import { watchColors } from '../shared/dom/appearance.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { memo } from '../shared/memo.js';
import { chosenDigit, createDigitRow, createEmptyMessage, whenPenRests } from '../shared/panel/digit-panel.js';
import { createExplained } from './explained.js';
import { createJourney } from './journey-view.js';
import { journey } from './journey.js';

/**
 * @import { Stroke } from '../reader/ink/rasterize.js'
 * @import { Explanation } from '../reader/network/classifier.js'
 * @import { PanelPage } from '../app/panel-registry.js'
 * @import { Snapshot } from '../shared/panel/snapshot.js'
 * @import { Chosen } from '../shared/panel/digit-panel.js'
 *
 * @typedef {{
 *   image: Float32Array,
 *   read: number | null,
 *   strokes: Stroke[],
 *   explanation: Explanation,
 *   example: import('./explained.js').Example | null,
 * }} Subject a digit that was explained; example: what a person corrected and that is weighed most
 * @typedef {{
 *   subject: Subject | null,
 *   shown: number | null,
 *   isFailed: boolean,
 *   step: number,
 * }} State `shown`: what the answer says of the subject
 */

/** The pictures of a layer fill a square. */
const TILES = 9;

/**
 * Explains why a digit was read as it was.
 *
 * @param {HTMLElement} root
 * @param {PanelPage} page
 */
export function createWhyPanel(root, page) {
  /** @type {State} */
  let state = { subject: null, shown: null, isFailed: false, step: 0 };
  /** @type {Snapshot | null} */
  let snapshot = null;

  const change = (/** @type {Partial<State>} */ changed) => {
    state = { ...state, ...changed };
    render();
  };

  const digits = createDigitRow(page.select);
  const empty = createEmptyMessage('why', page.openInk);
  const explained = createExplained();
  const walk = createJourney((step) => change({ step }));
  const body = build('div', { className: 'why-body' }, explained.element, walk.element);
  const failed = build(
    'div',
    { className: 'panel-empty', role: 'alert' },
    build('p', { textContent: text('why.failed') }),
    buildButton(text('why.again'), () => snapshot && show(snapshot), { className: 'panel-button' }),
  );
  root.append(build('div', { className: 'why' }, digits.element, empty.element, failed, body));

  const renderExplained = memo((/** @type {Subject} */ subject, /** @type {State['shown']} */ shown) =>
    explained.render(subject, shown),
  );
  const stepsOf = memo((/** @type {Subject} */ { explanation, image, strokes }) =>
    journey(explanation, image, { strokes, tiles: TILES }),
  );
  const renderStep = memo((/** @type {Subject} */ subject, /** @type {number} */ step) => {
    const steps = stepsOf(subject);
    walk.render(steps, Math.min(step, steps.length - 1));
  });
  watchColors(walk.repaint);

  function render() {
    const chosen = snapshot && chosenDigit(snapshot);
    if (snapshot) digits.render(snapshot, chosen?.place ?? null);
    empty.element.hidden = chosen !== null;
    failed.hidden = !chosen || !state.isFailed;
    body.hidden = !chosen || state.isFailed || !state.subject;
    if (snapshot && !chosen) empty.render(snapshot);
    if (body.hidden || !state.subject) return;
    renderExplained(state.subject, state.shown);
    renderStep(state.subject, state.step);
  }

  /** The image that is explained, or is about to be. @type {Float32Array | null} */
  let wanted = null;

  /** @param {Snapshot} now */
  async function show(now) {
    snapshot = now;
    const chosen = chosenDigit(now);
    const image = chosen?.digit.image ?? null;
    const isNew = image !== wanted;
    wanted = image;
    if (!chosen || !image || !isNew) {
      const isExplained = chosen && image === state.subject?.image;
      return change(isExplained ? { shown: chosen.shown } : {});
    }
    render();
    try {
      const explanation = weighed(await (await page.reader()).explain(image));
      const strokes = now.ink ? strokesOf(now.ink, chosen) : [];
      const example = await weightiest(explanation, page);
      if (image !== wanted) return; // meanwhile another digit was chosen
      const subject = { image, read: chosen.digit.digit, strokes, explanation, example };
      change({ subject, shown: chosen.shown, isFailed: false });
    } catch (error) {
      if (image !== wanted) return;
      console.warn(error);
      wanted = null; // asked for again, it is tried again
      change({ isFailed: true });
    }
  }

  return { show: whenPenRests((now) => void show(now)) };
}

/**
 * @param {ReadonlyArray<Stroke> | null} ink null of a picture
 * @param {Chosen} chosen
 */
function strokesOf(ink, { number, place }) {
  if (!ink) return [];
  const boxes = number.digits.map(({ box }) => box);
  return strokesIn(ink, boxes)[place.digit];
}

/**
 * @param {Explanation} explanation
 * @returns {Explanation} whose probabilities are those of the reading, with what a person's examples say
 */
const weighed = (explanation) =>
  explanation.hand ? { ...explanation, probabilities: explanation.hand.probabilities } : explanation;

/**
 * @param {Explanation} explanation
 * @param {PanelPage} page
 * @returns {Promise<Subject['example']>} what a person corrected before that says most
 */
async function weightiest({ hand }, page) {
  const [most] = hand?.weighed ?? [];
  return most ? (await page.hands()).example(most.example) : null;
}
