import { build, buildButton, setText } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';
import { formatConfidence } from '../shared/numbers.js';
import { memo } from '../shared/memo.js';
import { text } from '../texts/texts.js';
import { createCurve, createWheel } from './pictures.js';
import { signOf } from './verdict.js';

/**
 * What is learned, while it is and after it.
 *
 * @import { Learning, Person } from './session.js'
 * @import { Verdict } from './verdict.js'
 */

/** @param {{ onCancel: () => void, onUse: () => void, onMore: () => void }} on */
export function createResult({ onCancel, onUse, onMore }) {
  const verdict = build('h3', { className: 'teach-verdict', tabIndex: -1 });
  const figures = build('p', { className: 'teach-note' });
  const progress = build('progress', { max: 1, ariaLabel: text('teach.progress') });
  const cancel = buildButton(text('page.message.cancel'), onCancel);
  const going = build('div', { className: 'teach-going' }, progress, cancel);
  const curve = createCurve();
  const wheelPlace = build('div', {});
  const step = build('input', { type: 'range', name: 'teach-step', min: '0', step: '1' });
  const stepField = build('label', { className: 'panel-field teach-step' }, text('teach.step'), step);
  const changed = build('ul', { className: 'teach-changed', role: 'list' });
  const use = buildButton(text('teach.use'), onUse);
  const more = buildButton(text('teach.more'), onMore);
  const used = build('p', { className: 'teach-note' });
  const element = build(
    'section',
    { className: 'teach-result', hidden: true },
    build('div', { className: 'teach-said', role: 'status' }, verdict, figures, used),
    going,
    build('div', { className: 'teach-buttons' }, use, more),
    changed,
    build(
      'figure',
      {},
      curve.element,
      build('figcaption', { className: 'teach-note', textContent: text('teach.curve') }),
    ),
    build(
      'figure',
      {},
      wheelPlace,
      stepField,
      build('figcaption', { className: 'teach-note', textContent: text('teach.wheel') }),
    ),
  );
  /** @type {{ digits: Person['digits'], wheel: ReturnType<typeof createWheel> } | null} */
  let drawn = null;
  /** @type {Learning | null} */
  let learning = null;

  step.addEventListener('input', () => showMoment(Number(step.value)));

  /** @param {number} at */
  function showMoment(at) {
    const moment = learning?.moments[at];
    if (!learning || !moment) return;
    drawn?.wheel.render(moment);
    curve.render(learning.moments, moment);
    progress.value = moment.step / moment.steps;
  }

  const renderChanges = memo((/** @type {Person['digits']} */ digits, /** @type {Verdict | null} */ found) =>
    changed.replaceChildren(...(found ? changesOf(digits, found) : [])),
  );

  return {
    element,
    focus: () => verdict.focus(),
    /** @param {Person} person */
    render({ digits, learning: now }) {
      element.hidden = !now;
      learning = now;
      if (!now) return;
      if (drawn?.digits !== digits) {
        drawn = { digits, wheel: createWheel(digits.map(({ label }) => label)) };
        wheelPlace.replaceChildren(drawn.wheel.element);
      }
      const last = Math.max(0, now.moments.length - 1);
      step.max = String(last);
      step.value = String(last);
      showMoment(last);
      const { verdict: found } = now;
      going.hidden = found !== null;
      for (const each of [more, stepField]) each.hidden = !found;
      use.hidden = !isBetter(found) || now.isUsed === true;
      setText(verdict, text(found ? `teach.verdict.${found.kind}` : 'teach.learning'));
      setText(figures, found ? figuresOf(found) : '');
      setText(used, now.isUsed ? text('teach.used') : '');
      renderChanges(digits, found);
    },
  };
}

/** @param {Verdict | null} verdict */
const isBetter = (verdict) => verdict?.kind === 'better' || verdict?.kind === 'surer';

/** @param {Verdict} verdict */
const figuresOf = ({ count, before, after }) =>
  text('teach.figures', {
    count,
    before: before.errors,
    after: after.errors,
    sure: formatConfidence(before.sureness),
    surer: formatConfidence(after.sureness),
  });

/** What is read wrongly, before or after. @param {Person['digits']} digits @param {Verdict} verdict */
function changesOf(digits, { before, after }) {
  return digits.flatMap(({ label, strokes }, index) => {
    const [was, is] = [before.read[index], after.read[index]];
    if (was === label && is === label) return [];
    const { viewBox, paths } = pathsOfInk(strokes, { isSquare: true, margin: 0.12 });
    const ink = drawPaths(
      viewBox,
      paths.map((d) => ({ d })),
      { className: 'teach-ink' },
    );
    const words = text('teach.changed', { digit: signOf(label), before: signOf(was), after: signOf(is) });
    return [
      build('li', { className: is === label ? '' : 'teach-misread' }, ink, build('span', { textContent: words })),
    ];
  });
}
