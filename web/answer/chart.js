import { signWords } from '../shared/reading/spoken-lines.js';
import { currentLanguage, text } from '../texts/texts.js';
import { memo } from '../shared/memo.js';
import { formatConfidence, formatConfidenceFigure } from '../shared/numbers.js';
import { setText } from '../shared/dom/elements.js';

const LABELS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?'];

/** Pixels of the ink image. */
const SIDE = 28;

/**
 * The probabilities of the ten digits and, apart and quieter, of "not a digit".
 * @param {HTMLElement} root an empty list
 */
export function createChart(root) {
  const columns = LABELS.map((label) => createColumn(label));
  root.append(...columns.map(({ element }) => element));
  return {
    /** probabilities are of LABELS, in their order; null for none */
    render: memo((/** @type {ArrayLike<number> | null} */ probabilities) => {
      const top = probabilities ? Math.max(...Array.from(probabilities)) : null;
      columns.forEach((column, index) => {
        const share = probabilities?.[index] ?? null;
        column.render(share, share !== null && share === top);
      });
    }, currentLanguage),
  };
}

/** @param {string} label */
function createColumn(label) {
  const element = document.createElement('li');
  const [spoken, figure, bar, name] = ['spoken visually-hidden', 'figure', 'bar', 'name'].map((part) => {
    const span = document.createElement('span');
    span.className = part.replace(/^\w+/, 'chart-$&');
    span.ariaHidden = part.startsWith('spoken') ? null : 'true';
    return span;
  });
  name.textContent = label;
  element.append(spoken, figure, bar, name);
  return {
    element,
    /** @param {number | null} share @param {boolean} isTop */
    render(share, isTop) {
      const digit = signWords(label);
      element.toggleAttribute('data-top', isTop);
      setText(
        spoken,
        share === null
          ? text('answer.chart.bar.none', { digit })
          : text('answer.chart.bar', { digit, share: formatConfidence(share) }),
      );
      setText(figure, share === null || share < 0.005 ? '' : formatConfidenceFigure(share));
      element.style.setProperty('--share', String(share ?? 0));
    },
  };
}

/**
 * The ink image that the network saw, pixel by pixel.
 * @param {HTMLCanvasElement} canvas of 28 x 28; its CSS `color` is the ink's
 */
export function createPreview(canvas) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  // Asked for in the middle of every frame, it would have the page styled twice.
  /** @type {(appearance: number) => string} */
  const colorIn = memo(() => getComputedStyle(canvas).color);
  return {
    /** @type {(image: ArrayLike<number> | null, appearance: number) => void} image: 784 values row by row, 0 = paper,
     * 1 = ink, null for none; appearance: another number whenever colors may have changed */
    render: memo((image, appearance) => {
      context.clearRect(0, 0, SIDE, SIDE);
      context.fillStyle = colorIn(appearance);
      for (let index = 0; image && index < image.length; index += 1) {
        context.globalAlpha = image[index];
        if (image[index] > 0) context.fillRect(index % SIDE, Math.floor(index / SIDE), 1, 1);
      }
    }),
  };
}
