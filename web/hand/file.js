import { PIXELS } from '../reader/ink/rasterize.js';
import { isInk } from '../shared/shapes.js';
import { errorOf } from '../texts/problems.js';

/**
 * A hand as a file: strokes with labels, one a line, as `python -m training train --data` takes them, too
 * (docs/training.md). What was learned from those that were taught is learned anew from them where the file is opened.
 *
 * @import { KeptExample } from './kept-hands.js'
 * @typedef {Pick<KeptExample, 'label' | 'strokes' | 'image' | 'time' | 'taught'>} Line
 */

/** Each line says which form it has; a later one may have another. Of a picture it has its ink's 784 bytes in base64. */
const FORMAT = { strokes: 1, image: 2 };

const LABELS = [...'0123456789', '?'];

/** A hand holds no more: the oldest leave it first. */
export const MOST_EXAMPLES = 1000;

const MOST_BYTES = 10_000_000;

/**
 * @param {ReadonlyArray<KeptExample>} examples
 * @param {string} writer a name, which training keeps one person's digits together by; '' for none
 */
export function toHandFile(examples, writer) {
  return examples
    .map(({ strokes, image, label, time, taught }) => ({
      ...(image ? { image: btoa(String.fromCharCode(...toBytes(image))) } : { strokes }),
      label: LABELS[label],
      ...(writer && { writer }),
      ...(taught && { taught }),
      time: new Date(time).toISOString(),
      format: image ? FORMAT.image : FORMAT.strokes,
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/**
 * @param {Blob} file
 * @returns {Promise<{ name: string, examples: Line[] }>}
 * @throws {Error} with a code, where any of it cannot be used; `line` of its values tells where
 */
export async function fromHandFile(file) {
  if (file.size > MOST_BYTES) throw errorOf('hands.file.large');
  const lines = (await file.text()).split('\n').flatMap((text, at) => (text.trim() ? [{ text, line: at + 1 }] : []));
  if (lines.length === 0) throw errorOf('hands.file.empty');
  if (lines.length > MOST_EXAMPLES) throw errorOf('hands.file.many', { values: { count: MOST_EXAMPLES } });
  const read = lines.map(readLine);
  return { name: read.find(({ writer }) => writer)?.writer ?? '', examples: read };
}

/** @param {{ text: string, line: number }} given @returns {Line & { writer: string }} */
function readLine({ text, line }) {
  const { strokes = [], image, label, writer = '', taught = false, time, format } = parse(text, line);
  const refuse = (/** @type {string} */ what) => errorOf(`hands.file.${what}`, { values: { line } });
  if (format !== FORMAT.strokes && format !== FORMAT.image) throw refuse('format');
  const pixels = format === FORMAT.image ? pixelsOf(image) : null;
  if (!isInk(strokes) || strokes.length > 0 === (pixels !== null)) throw refuse('strokes');
  if (!LABELS.includes(label)) throw refuse('label');
  const when = typeof time === 'string' ? Date.parse(time) : NaN;
  if (Number.isNaN(when) || typeof writer !== 'string' || typeof taught !== 'boolean') throw refuse('broken');
  const points = strokes.map((/** @type {any[]} */ stroke) => stroke.map(({ x, y }) => ({ x, y })));
  const ink = { strokes: points, ...(pixels && { image: pixels }) };
  return { ...ink, label: LABELS.indexOf(label), time: when, writer: writer.trim(), ...(taught && { taught }) };
}

/** @param {unknown} image @returns {Float32Array | null} */
function pixelsOf(image) {
  try {
    const bytes = Uint8Array.from(atob(/** @type {string} */ (image)), (sign) => sign.charCodeAt(0));
    return bytes.length === PIXELS ? fromBytes(bytes) : null;
  } catch {
    return null;
  }
}

/** @param {string} text @param {number} line @returns {any} */
function parse(text, line) {
  try {
    return JSON.parse(text) ?? {};
  } catch (cause) {
    throw errorOf('hands.file.broken', { values: { line }, cause });
  }
}

/** @param {ArrayLike<number>} image 0 to 1 @returns {Uint8Array<ArrayBuffer>} */
export const toBytes = (image) => Uint8Array.from(image, (value) => Math.round(255 * value));

/** @param {Uint8Array} bytes */
export const fromBytes = (bytes) => Float32Array.from(bytes, (value) => value / 255);
