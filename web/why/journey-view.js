import './journey.css';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { captionOf, drawStep } from './steps.js';

/** @import { Step } from './journey.js' */

/**
 * The way of the ink through the network, one step at a time: by buttons, or by the arrow keys from anywhere in it.
 *
 * @param {(step: number) => void} onStep
 */
export function createJourney(onStep) {
  const stage = build('div', { className: 'why-stage' });
  const place = build('p', { className: 'why-place' });
  const caption = build('p', { className: 'why-caption' });
  let [now, last] = [0, 0];

  /** @param {number} step */
  const go = (step) => {
    if (step !== now && step >= 0 && step <= last) onStep(step);
  };
  const back = buildButton(text('why.back'), () => go(now - 1), { className: 'told-button' });
  const next = buildButton(text('why.next'), () => go(now + 1), { className: 'told-button' });

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const forward = getComputedStyle(stage).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps = { ArrowLeft: now - 1, ArrowRight: now - 1, [forward]: now + 1, Home: 0, End: last };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    go(steps[/** @type {keyof typeof steps} */ (event.key)]);
  }

  const head = build('h3', { id: 'why-journey', className: 'told-head', textContent: text('why.journey') });
  const told = build('div', { className: 'why-step', ariaLive: 'polite', ariaAtomic: 'true' }, place, caption);
  const element = build(
    'section',
    { className: 'why-journey', onkeydown: onKey },
    head,
    build('div', { className: 'why-walk' }, stage, build('div', { className: 'why-steps' }, back, next), told),
  );
  element.setAttribute('aria-labelledby', head.id);

  return {
    element,
    /** @param {Step[]} steps @param {number} step */
    render(steps, step) {
      [now, last] = [step, steps.length - 1];
      stage.replaceChildren(drawStep(steps[step]));
      setText(place, text('why.place', { step: step + 1, count: steps.length }));
      setText(caption, captionOf(steps[step]));
      // Out of use, and still in the order of the keys: whoever steps on does not lose their place.
      back.setAttribute('aria-disabled', String(step === 0));
      next.setAttribute('aria-disabled', String(step === last));
    },
    /** In the colors of now. */
    repaint() {
      for (const canvas of stage.querySelectorAll('canvas')) canvas.dispatchEvent(new Event('repaint'));
    },
  };
}
