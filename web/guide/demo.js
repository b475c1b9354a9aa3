import './demo.css';
import { answerOf, sureWords } from './answer.js';
import { createPlayer } from './player.js';
import { createTimeline, STEPS } from './timeline.js';
import { latestJob } from '../shared/latest-job.js';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { createDemoPad } from './demo-pad.js';
import { thresholdOf } from '../shared/reading/sureness.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Shown } from './player.js'
 */

/**
 * Makes a pad of its own that writes by itself and is read by the page's reader.
 *
 * @param {import('./panel.js').Page} page
 */
export function createDemo({ reader, say }) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const player = createPlayer(createTimeline(STEPS), { isStill: () => still.matches, onMoment: render });
  const pad = createDemoPad();
  const figure = build('span', { className: 'demo-figure' });
  const words = build('span', { className: 'demo-words' });
  const steps = createSteps();
  const controls = createControls({
    toggle: () => (player.isPlaying() ? player.pause() : player.play()),
    restart: player.restart,
    move: (by) => goTo(player.now().step + by),
  });
  const answer = build('p', { className: 'demo-answer' }, figure, words);
  const element = build('section', { className: 'demo', ariaLabel: text('guide.watch') });
  element.append(pad.element, answer, controls.element, steps.element);

  /** The ink that the answer in sight is of. @type {Ink | null} */
  let answered = null;
  /** A step that was turned to by a button is said once it is read. */
  let isUnsaid = false;
  const read = latestJob(
    async (/** @type {Ink} */ ink) => {
      const ready = await reader();
      return { ink, reading: await ready.readInk(ink), unsureBelow: thresholdOf(ready.info) };
    },
    {
      done({ ink, reading, unsureBelow }) {
        const found = answerOf(reading, unsureBelow);
        pad.renderBoxes(reading, unsureBelow);
        setText(figure, found.text);
        figure.dataset.kind = found.kind;
        tell(ink, sureWords(found));
      },
      failed: (error) => tell(player.now().ink, text('guide.failed', { reason: wordsOf(error) })),
    },
  );

  document.addEventListener('visibilitychange', () => document.hidden && player.pause());
  still.addEventListener('change', player.pause);
  return { element, open: player.restart, pause: player.pause };

  /** @param {Shown} moment */
  function render(moment) {
    const { ink, step, isPlaying } = moment;
    pad.renderInk(ink, moment);
    steps.render(step);
    controls.render({ step, isPlaying, isStill: still.matches });
    if (ink.length > 0) return read.ask(ink);
    answered = null;
    pad.renderBoxes(null);
    setText(figure, '');
    setText(words, text('guide.waiting'));
  }

  /** @param {number} step */
  function goTo(step) {
    if (!(step in STEPS)) return;
    isUnsaid = true;
    player.goTo(step);
    if (answered === player.now().ink) tell(answered, words.textContent ?? '');
  }

  /** @param {Ink} ink @param {string} said */
  function tell(ink, said) {
    const { ink: inSight, step } = player.now();
    answered = ink;
    setText(words, said);
    if (!isUnsaid || ink !== inSight) return;
    isUnsaid = false;
    say(text('guide.said', { step: steps.textOf(step), answer: `${figure.textContent} ${said}` }));
  }
}

/** @param {{ toggle: () => void, restart: () => void, move: (by: number) => void }} on */
function createControls({ toggle, restart, move }) {
  const play = buildButton('', toggle, { className: 'demo-play' });
  const previous = buildButton(text('guide.previous'), () => move(-1));
  const next = buildButton(text('guide.next'), () => move(1));
  const row = build('div', { className: 'demo-controls', role: 'group', ariaLabel: text('guide.watch') });
  row.append(play, buildButton(text('guide.restart'), restart), previous, next);
  return {
    element: row,
    /** @param {{ step: number, isPlaying: boolean, isStill: boolean }} state */
    render({ step, isPlaying, isStill }) {
      setText(play, isPlaying ? text('guide.pause') : text('guide.play'));
      play.hidden = isStill;
      previous.ariaDisabled = String(step === 0);
      next.ariaDisabled = String(step === STEPS.length - 1);
    },
  };
}

/** Lists the guide's four steps; the one that the demonstration shows is marked. */
function createSteps() {
  const items = [
    [text('guide.write'), text('guide.write.words')],
    [text('guide.read'), text('guide.read.words')],
    [text('guide.doubt'), text('guide.doubt.words')],
    [text('guide.correct'), text('guide.correct.words')],
  ].map(([name, words]) => build('li', {}, build('strong', { textContent: name }), ` ${words}`));
  return {
    element: build('ol', { className: 'demo-steps', role: 'list', ariaLabel: text('guide.steps') }, ...items),
    /** @param {number} step */
    render: (step) => items.forEach((item, place) => (item.ariaCurrent = place === step ? 'step' : null)),
    /** @param {number} step */
    textOf: (step) => items[step].textContent ?? '',
  };
}
