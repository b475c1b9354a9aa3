import { PIXELS, rasterize } from '../../reader/ink/rasterize.js';
import { NOT_A_DIGIT } from '../../reader/network/classes.js';
import { isCoordinate } from '../../shared/shapes.js';
import { MOST_IMAGES, problemOf } from './content.js';

/**
 * Strokes with labels, one digit a line, as the history saves them and `python -m training train --data` takes them
 * (docs/training.md).
 *
 * @import { Stroke } from '../../reader/ink/rasterize.js'
 * @import { Labeled } from './pairs.js'
 */

/** Characters of a label that stand in a message. */
const SHOWN = 20;

/** Lines between two reports of how far it is. */
const PACE = 200;

/**
 * @param {Uint8Array} bytes JSON lines
 * @param {string} name
 * @param {(share: number) => void} [onShare] 0..1
 * @returns {Labeled}
 * @throws {Problem} with the line that is wrong
 */
export function readStrokes(bytes, name, onShare = () => {}) {
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/, '')
    .split('\n');
  const filled = lines.flatMap((content, at) => (content.trim() ? [{ content, line: at + 1 }] : []));
  const most = MOST_IMAGES;
  if (filled.length > most) throw problemOf('testing.problem.many', { name, count: filled.length, most });
  const images = new Uint8Array(filled.length * PIXELS);
  const labels = new Uint8Array(filled.length);
  filled.forEach(({ content, line }, at) => {
    const { strokes, label } = readLine(content, { name, line });
    images.set(
      rasterize(strokes).map((value) => Math.round(value * 255)),
      at * PIXELS,
    );
    labels[at] = label;
    if (at % PACE === 0) onShare(at / filled.length);
  });
  return { images, labels };
}

/** @param {string} content @param {{ name: string, line: number }} place */
function readLine(content, place) {
  /** @type {any} */
  let row;
  try {
    row = JSON.parse(content);
  } catch (cause) {
    throw problemOf('testing.problem.json', place, cause);
  }
  if (!Array.isArray(row?.strokes) || !('label' in row)) throw problemOf('testing.problem.strokes', place);
  const strokes = row.strokes.map((/** @type {unknown} */ stroke) => readStroke(stroke, place));
  if (!strokes.some((/** @type {Stroke} */ { length }) => length > 0))
    throw problemOf('testing.problem.strokes', place);
  const label = row.label === null ? '?' : typeof row.label === 'string' ? row.label : JSON.stringify(row.label);
  if (!/^[0-9?]$/.test(label)) {
    throw problemOf('testing.problem.lineLabel', { ...place, label: label.slice(0, SHOWN) });
  }
  return { strokes, label: label === '?' ? NOT_A_DIGIT : Number(label) };
}

/** @param {unknown} stroke @param {{ name: string, line: number }} place @returns {Stroke} */
function readStroke(stroke, place) {
  if (!Array.isArray(stroke)) throw problemOf('testing.problem.strokes', place);
  return stroke.map((point) => {
    const [x, y] = Array.isArray(point) ? point : [point?.x, point?.y];
    if (!isCoordinate(x) || !isCoordinate(y)) throw problemOf('testing.problem.strokes', place);
    return { x, y };
  });
}
