import { around } from '../../reader/boxes.js';
import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };
import { areaInShares, pixelsOf } from '../frame/area.js';
import { leastOf } from '../reading/sureness.js';
import { asSample, byCorners } from './placement.js';
import { joinCells, masksOfCells } from './cells.js';
import { choose, masksOf, problemOf } from './pattern.js';

/**
 * @import { Area, Point, Size } from '../frame/area.js'
 * @import { Field, Form } from './form.js'
 * @import { NumberReading } from './pattern.js'
 * @import { Part, Placement } from './placement.js'
 * @import { Print } from '../../reader/alignment/without-print.js'
 * @import { Reason } from '../../texts/problems.js'
 *
 * @typedef {{ text: string, confidence: number, least?: number, problem: Reason | null, box: Area | null, area?: Area, turned?: number }} Cell of one
 *   field and one picture; `least` is the confidence of its least sure sign, where that is below its own; `problem` is what
 *   breaks the pattern; `box` is the ink's, in pixels of the picture; so is `area` the field's, and `turned` by how many degrees, clockwise, the picture stands upright, where it does not lie as the sample does
 * @typedef {{ text: string, numbers: ReadonlyArray<NumberReading & { box: Area }> }} Reading the part that matters here
 * @typedef {(picture: any, options: { area?: Area, corners?: Point[], print?: Print, masks?: string[], turned?: number, signal?: AbortSignal }) => Promise<Reading>} Read
 * @typedef {{
 *   take: (area: Area) => Promise<{ source: Blob | ImageBitmap, area?: Area, offset: { x: number, y: number } }>,
 *   close: () => void,
 * }} FieldSource `take` gives what the reader is to read, which part of it, and where in the picture that begins
 */

/** A picture's shape may differ so much from the sample's, since a hand that holds a camera crops more or less. */
const MOST_ASPECT_RATIO = 1.15;

/** Ink so small, in heights of its field, may be dirt or what is left of a frame, however much it looks like a digit. */
const SPECK = 0.15;
const SPECK_CONFIDENCE = 0.5;

/** So many pixels decoded, field by field, cost more than to read a field: the picture is then decoded once. */
const MOST_DECODED = 8e6;

/** Above, the reader refuses a picture before anything decodes it. */
const MOST_PIXELS = preprocessing.picture.mostPixels;

/**
 * Read every field of a form from one picture.
 *
 * @param {Read} read
 * @param {{ blob: Blob, size: Size, corners?: ReadonlyArray<Point> }} picture `size` as it is shown, in pixels; `corners`: where
 *   in it the corners of the form's sample are, clockwise from its left top; without them it shows the form as the sample does
 * @param {Form} form
 * @param {AbortSignal} [signal]
 * @returns {Promise<Cell[]>} in the order of the fields
 * @throws {Error} where the picture cannot be read; the signal's reason when it is aborted
 */
export async function readForm(read, picture, form, signal) {
  const filled = [];
  for await (const cell of cellsOf(read, picture, form, signal)) filled.push(cell);
  return filled;
}

/**
 * The same, one field after another, each as soon as it is read.
 *
 * @param {Read} read
 * @param {{ blob: Blob, size: Size, corners?: ReadonlyArray<Point> }} picture
 * @param {Form} form
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Cell>}
 */
export async function* cellsOf(read, { blob, size, corners }, form, signal) {
  const foreign = !corners && hasOtherShape(size, form) ? { code: 'form.problem.shape' } : null;
  const placement = corners ? { ...byCorners(corners, size), landmarks: form.landmarks } : asSample(size);
  const picture = await openFieldSource(blob, size, form.fields.length);
  const readPart = partReader(read, picture, signal);
  try {
    for (const field of form.fields) {
      const { area, isCut } = placement.partOf(pixelsOf(field.area, placement.size, 0));
      const cell = toCell(field.pattern, await readField(field, placement, readPart), area.height);
      const problem = foreign ?? (isCut ? { code: 'form.problem.cut' } : cell.problem);
      yield { ...cell, problem, ...(corners && { area, turned: turnedOf(corners) }) };
    }
  } finally {
    picture.close();
  }
}

/**
 * @param {Field} field
 * @param {Placement & Pick<Form, 'landmarks'>} placement landmarks: that it was found by
 * @param {ReturnType<typeof partReader>} readPart
 * @returns {Promise<Reading>}
 */
async function readField({ area, pattern, cells }, { size, partOf, landmarks }, readPart) {
  const pixels = pixelsOf(area, size);
  const part = partOf(pixels);
  if (cells) return joinCells(await readPart(part, { masks: masksOfCells(pattern, cells) }));
  const print = landmarks && { landmarks, area: areaInShares(pixels, size) };
  return readPart(part, { masks: masksOf(pattern), ...(print && { print }) });
}

/**
 * @param {Read} read
 * @param {FieldSource} picture
 * @param {AbortSignal} [signal]
 */
function partReader(read, picture, signal) {
  /** @param {Part} part @param {{ masks: string[] | undefined, print?: Print }} expected @returns {Promise<Reading>} boxes are in the whole picture */
  return async ({ area, corners, isBeyond }, expected) => {
    signal?.throwIfAborted();
    if (isBeyond) return { text: '', numbers: [] };
    const { source, area: part, offset } = await picture.take(area);
    const own = corners?.map(({ x, y }) => ({ x: x - offset.x, y: y - offset.y }));
    try {
      // A field stands upright, as in the sample; few digits alone may look as if they did not.
      const how = { ...(own ? { corners: own } : { area: part }), ...expected, signal, turned: 0 };
      const { text, numbers } = await read(source, how);
      const move = (/** @type {Area} */ box) => ({ ...box, x: box.x + offset.x, y: box.y + offset.y });
      return { text, numbers: numbers.map((number) => ({ ...number, box: move(number.box) })) };
    } finally {
      if ('close' in source) source.close();
    }
  };
}

/**
 * @param {Blob} blob
 * @param {Size} size
 * @param {number} parts how many of it will be read
 * @returns {Promise<FieldSource>}
 */
async function openFieldSource(blob, { width, height }, parts) {
  const pixels = width * height;
  const isDear = parts > 1 && parts * pixels > MOST_DECODED;
  const whole = isDear && pixels <= MOST_PIXELS ? await decodeWhole(blob) : null;
  if (whole?.width !== width || whole.height !== height) {
    whole?.close();
    return { take: async (area) => ({ source: blob, area, offset: { x: 0, y: 0 } }), close() {} };
  }
  return {
    async take(area) {
      const source = await createImageBitmap(whole, area.x, area.y, area.width, area.height);
      return { source, offset: { x: area.x, y: area.y } };
    },
    close: () => whole.close(),
  };
}

/** @param {Blob} blob @returns {Promise<ImageBitmap | null>} null for what the reader itself should refuse, in its words */
async function decodeWhole(blob) {
  return createImageBitmap(blob).catch(() => null);
}

/** @param {ReadonlyArray<Point>} corners @returns {number} quarters of a turn, in degrees, by which its upper side lies level */
function turnedOf([first, second]) {
  const degrees = (Math.atan2(second.y - first.y, second.x - first.x) * 180) / Math.PI;
  return (360 - 90 * Math.round(degrees / 90)) % 360;
}

/** @param {Size} size @param {Form} form */
function hasOtherShape({ width, height }, { aspect }) {
  if (aspect === undefined) return false;
  const ratio = width / height / aspect;
  return Math.max(ratio, 1 / ratio) > MOST_ASPECT_RATIO;
}

/**
 * @param {Field['pattern']} pattern
 * @param {Reading} reading of the field
 * @param {number} height of the field, in pixels of the picture
 * @returns {Cell} empty, and sure of it, for a field without ink
 */
function toCell(pattern, { text: whole, numbers }, height) {
  if (numbers.length === 0) return { text: '', confidence: 1, problem: null, box: null };
  const one = numbers.length === 1 ? choose(pattern, numbers[0]) : null;
  const text = one?.text ?? whole.replaceAll('\n', ' ');
  // All of several numbers have to be right.
  const sure = one?.confidence ?? numbers.reduce((share, number) => share * number.confidence, 1);
  // A number that was chosen instead of the reading has signs of its own.
  const least = one && one.text !== numbers[0].text ? 1 : Math.min(...numbers.map(leastOf));
  const box = around(numbers.map((number) => number.box));
  const isSpeck = Math.max(box.width, box.height) < SPECK * height;
  const confidence = isSpeck ? Math.min(sure, SPECK_CONFIDENCE) : sure;
  return { text, confidence, ...(least < confidence ? { least } : {}), problem: problemOf(pattern, text), box };
}
