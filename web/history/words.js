import { text } from '../texts/texts.js';
import { wordsOf } from '../texts/problems.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';

/**
 * What is said where the list has nothing to show.
 * @param {() => void} onEverything
 */
export function createEmptyWords(onEverything) {
  const words = build('p', {});
  const everything = buildButton(text('history.everything'), onEverything);
  const element = build('div', { className: 'history-empty', hidden: true }, words, everything);
  return {
    element,
    /** @param {'nothing' | 'empty' | 'empty.off' | null} which */
    render(which) {
      element.hidden = which === null;
      everything.hidden = which !== 'nothing';
      setText(words, which === null ? '' : text(`history.${which}`));
    },
  };
}

/** @param {() => void} onMore */
export function createMore(onMore) {
  const element = buildButton('', onMore, { className: 'history-more' });
  return {
    element,
    /** @param {number} count that are shown next */
    render(count) {
      element.hidden = count <= 0;
      setText(element, text('history.more', { count }));
    },
  };
}

/**
 * What went wrong, and a way to try again.
 * @param {() => void} onAgain
 */
export function createProblem(onAgain) {
  const words = build('p', {});
  const again = buildButton(text('history.again'), onAgain);
  const element = build('div', { className: 'history-problem', role: 'alert', hidden: true }, words, again);
  return {
    element,
    /** @param {unknown} error */
    show(error) {
      console.info('The history:', error);
      setText(words, wordsOf(error));
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
  };
}
