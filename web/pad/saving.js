import { build, buildButton } from '../shared/dom/elements.js';
import { createDialog } from '../shared/dom/dialog.js';
import { saveFile } from '../shared/dom/files.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { shownReading } from '../shared/reading/shown-reading.js';
import { text as textOf } from '../texts/texts.js';

/**
 * The drawing as a file, and its number for another program.
 *
 * @import { Reading } from '../reader/reading.js'
 * @import { Drawing, Ink } from '../shared/strokes.js'
 */

/** Pixels of the picture's longer side. */
const LONGEST_SIDE = 2048;
/** In sides of the pad, as the pad shows a medium pen. */
const PEN_WIDTH = 0.02;
/** Around the ink, in its longer sides. */
const MARGIN = 0.08;
const INK = '#15254b';
const PAPER = '#fff';
const NOTHING = { text: '', numbers: [], skipped: [] };

/**
 * @param {Drawing} drawing at least a stroke
 * @param {Reading | null} reading of it; null before there is one
 */
export function openSaving({ ink, corrections }, reading) {
  const { text } = shownReading(reading ?? NOTHING, corrections);
  const { element, open, close } = createDialog('ask', () => element.remove());
  const name = `inkdigit ${text.replaceAll(/[^\d.,+-]+/g, ' ').trim()}`.trim();
  const offer = (/** @type {string} */ key, /** @type {() => unknown} */ act) =>
    buildButton(textOf(key), async () => {
      await act();
      close();
    });
  const heading = build('h2', { id: 'saving-title', textContent: textOf('saving.title') });
  const offers = [
    offer('saving.png', async () => saveFile(`${name}.png`, await pngOf(ink), 'image/png')),
    offer('saving.svg', () => saveFile(`${name}.svg`, svgOf(ink), 'image/svg+xml')),
    ...(navigator.canShare?.({ text }) ? [offer('saving.share', () => share(text))] : []),
  ];
  const away = buildButton(textOf('page.message.close'), () => close());
  element.setAttribute('aria-labelledby', heading.id);
  element.append(
    build('div', { className: 'ask-content' }, heading, ...offers, build('div', { className: 'ask-buttons' }, away)),
  );
  open();
}

/** @param {string} text */
const share = (text) =>
  // Whoever thinks better of it has not met a fault.
  navigator.share({ text }).catch((error) => console.info('Not shared:', error));

/** @param {Ink} ink @returns {string} on no paper, to be laid over anything */
function svgOf(ink) {
  const { viewBox, paths } = pathsOfInk(ink, { margin: MARGIN });
  const drawn = paths.map((path) => `<path d="${path}"/>`).join('');
  const style = `fill="none" stroke="${INK}" stroke-width="${PEN_WIDTH}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><g ${style}>${drawn}</g></svg>\n`;
}

/** @param {Ink} ink @returns {Promise<Blob>} on white paper */
async function pngOf(ink) {
  const { viewBox, paths } = pathsOfInk(ink, { margin: MARGIN });
  const [x, y, width, height] = viewBox.split(' ').map(Number);
  const scale = LONGEST_SIDE / Math.max(width, height);
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  Object.assign(context, { fillStyle: PAPER, strokeStyle: INK, lineWidth: PEN_WIDTH });
  Object.assign(context, { lineCap: 'round', lineJoin: 'round' });
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  context.fillRect(x, y, width, height);
  for (const path of paths) context.stroke(new Path2D(path));
  return canvas.convertToBlob({ type: 'image/png' });
}
