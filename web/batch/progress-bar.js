import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';

/**
 * @typedef {{ words: string, all: number, done: number, isWaiting: boolean, isPaused: boolean, failed: number }}
 *   ProgressView done: pictures, with the share of the one that is read now
 */

/**
 * How far the batch has come, and what stops it or lets it go on.
 *
 * @param {{ onPause: () => void, onResume: () => void, onRetry: () => void }} events
 */
export function createBatchProgress({ onPause, onResume, onRetry }) {
  const bar = build('progress', { ariaLabel: text('batch.progress'), max: 1 });
  const words = build('p', { className: 'batch-progress-words' });
  let isPaused = false;
  // One button, so that the focus stays on it.
  const toggle = buildButton('', () => (isPaused ? onResume() : onPause()));
  const retry = buildButton('', onRetry);
  const root = build('div', { className: 'batch-progress' }, bar, words, toggle, retry);
  return {
    element: root,
    /** @param {ProgressView} view */
    render(view) {
      isPaused = view.isPaused;
      root.hidden = view.all === 0;
      bar.max = Math.max(1, view.all);
      bar.value = view.done;
      setText(words, view.words);
      setText(toggle, text(isPaused ? 'batch.goOn' : 'batch.stop'));
      toggle.hidden = !view.isWaiting;
      setText(retry, text('batch.retry', { count: view.failed }));
      retry.hidden = view.failed === 0 || view.isWaiting;
    },
  };
}
