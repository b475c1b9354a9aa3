import { readForm } from '../shared/forms/read-form.js';
import { CLASSES } from '../reader/network/classes.js';
import { leastOf } from '../shared/reading/sureness.js';
import { errorOf } from '../texts/problems.js';

/**
 * @import { Box, Cell } from './rows/rows.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { Read } from '../picture/pictures.js'
 * @import { Reader } from '../inkdigit.js'
 * @typedef {{
 *   text: string,
 *   numbers: ReadonlyArray<import('../shared/reading/sureness.js').Judged & { box: Box | null }>,
 *   skipped?: import('../reader/reading.js').Reading['skipped'],
 *   tables?: import('../reader/reading.js').Reading['tables'],
 *   turned?: number,
 * }} Reading the parts of a reading that a batch keeps
 */

const PIXELS = 28 * 28;

/**
 * @param {Read} read
 * @param {Blob} blob
 * @param {{ signal: AbortSignal, onShare: (share: number) => void }} options onShare is told what the reader tells
 * @returns {Promise<Cell[]>} the one cell of a picture without a form
 */
export async function readWhole(read, blob, { signal, onShare }) {
  return [cellOfReading(await read(blob, { signal, onProgress: ({ share }) => onShare(share) }))];
}

/**
 * @param {{ read: Read, reader: () => Promise<Pick<Reader, 'alignForm' | 'classify'>> }} readers
 * @param {{ blob: Blob, sizeOf: (blob: Blob) => Promise<{ width: number, height: number }> }} picture
 * @param {Form} form with those fields only that are to be read
 * @param {{ signal: AbortSignal, onShare: (share: number) => void }} options
 * @returns {Promise<Cell[]>} one a field
 * @throws {Error} with a code, where the picture does not show the form; as the reader does
 */
export async function readFields({ read, reader }, { blob, sizeOf }, form, { signal, onShare }) {
  let started = -1;
  /** @type {import('../shared/forms/read-form.js').Read} one field after another, so that each is an equal share of the whole */
  const readNext = async (source, options) => {
    started += 1;
    const before = started;
    const onProgress = (/** @type {{ share: number }} */ { share }) => onShare((before + share) / form.fields.length);
    onProgress({ share: 0 });
    return withSecondOpinion(await read(source, { ...options, signal, onProgress }), await reader());
  };
  // A reader says best what is wrong with a file that is no picture.
  const size = await sizeOf(blob).catch(async (error) => {
    await read(blob, { signal, onProgress: () => {} });
    throw error;
  });
  const { landmarks } = form;
  const found = landmarks && (await (await reader()).alignForm(blob, { landmarks, signal }));
  if (found === null) throw errorOf('form.problem.other');
  return readForm(readNext, { blob, size, corners: found?.corners }, form, signal);
}

/**
 * Nobody may look at what is read off forms by the hundred: the network that reads single digits has to agree with that for
 * strings of them, to which a printed word that touches a 0 is part of an 8.
 *
 * @template {{ numbers: ReadonlyArray<{ confidence: number, digits: ReadonlyArray<import('../reader/reading.js').DigitReading> }> }} Read
 * @param {Read} reading
 * @param {Pick<Reader, 'classify'>} reader
 * @returns {Promise<Read>} in which a number is not surer than the other network is of each of its digits
 */
async function withSecondOpinion(reading, reader) {
  const digits = reading.numbers.flatMap((number) => number.digits.filter(({ digit }) => digit !== null));
  if (digits.length === 0) return reading;
  const images = new Float32Array(digits.length * PIXELS);
  digits.forEach(({ image }, at) => images.set(image, at * PIXELS));
  const likely = await reader.classify(images);
  const agreed = new Map(digits.map((each, at) => [each, likely[at * CLASSES + Number(each.digit)]]));
  const numbers = reading.numbers.map((number) => {
    const others = number.digits.map((digit) => agreed.get(digit) ?? 1);
    return { ...number, confidence: Math.min(number.confidence, ...others) };
  });
  return { ...reading, numbers };
}

/**
 * @param {any} error of the reader
 * @param {Blob} blob that it did not read
 * @returns {Promise<unknown>} the same, or one that says what to do with a file of that kind
 */
export async function reasonOfKind(error, blob) {
  if (error?.code !== 'picture-kind') return error;
  const head = await blob.slice(0, 12).text();
  return head.includes('ftyp') ? errorOf('batch.look.heic', { cause: error }) : error;
}

/**
 * A picture's reading as one cell. Its text is the reading's own: the numbers of a line with a space between them, one
 * line below the other, which is what a spreadsheet shows in one cell. Its confidence is that of its least sure number:
 * that is the one to look at. Images and probabilities of digits are left behind; a hundred pictures of them would cost
 * megabytes.
 *
 * @param {Reading} reading
 * @returns {Cell}
 */
export function cellOfReading({ text, numbers, skipped = [], tables = [], turned = 0 }) {
  const confidence = numbers.length > 0 ? Math.min(...numbers.map((number) => number.confidence)) : 0;
  return {
    text,
    confidence,
    ...keptLeast(confidence, numbers),
    problem: null,
    box: null,
    ...(turned > 0 && { turned }),
    marks: numbers.map((number, index) => ({
      text: number.text,
      confidence: number.confidence,
      ...keptLeast(number.confidence, [number]),
      box: number.box,
      ...placeIn(tables, index),
    })),
    skipped: skipped.map(({ box, kind }) => ({ ...box, kind })),
  };
}

/**
 * @param {NonNullable<Reading['tables']>} tables
 * @param {number} number its place in the reading
 * @returns {Partial<import('./rows/rows.js').TablePlace>} the cell that it begins in; nothing where it is in none
 */
function placeIn(tables, number) {
  const table = tables.findIndex(({ cells }) => cells.some((cell) => cell.number === number));
  const cell = tables[table]?.cells.find((each) => each.number === number);
  return cell ? { table, row: cell.row, column: cell.column } : {};
}

/**
 * @param {number} confidence
 * @param {Reading['numbers']} numbers
 * @returns {{ least?: number }} only where a sign is less sure than that
 */
function keptLeast(confidence, numbers) {
  const least = Math.min(...numbers.map(leastOf));
  return least < confidence ? { least } : {};
}
