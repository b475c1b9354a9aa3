import { load } from '../inkdigit.js';
import { pointsOf } from './segments.js';

/**
 * A ponyfill in the shape of the Handwriting Recognition API (https://wicg.github.io/handwriting-recognition/), for numbers:
 * what navigator offers there is exported here, and needs no secure context.
 *
 * @import { Reader } from '../inkdigit.js'
 * @typedef {{ languages: string[] }} HandwritingModelConstraint
 * @typedef {{ x: number, y: number, t?: number }} HandwritingPoint t: milliseconds since any moment, the same for a drawing
 * @typedef {{ recognitionType?: string, inputType?: string, textContext?: string, alternatives?: number }} HandwritingHints
 *   alternatives: at most so many predictions, 3 unless told
 * @typedef {{ strokeIndex: number, beginPointIndex: number, endPointIndex: number }} HandwritingDrawingSegment the end is
 *   where the next one begins
 * @typedef {{
 *   grapheme: string,
 *   beginIndex: number,
 *   endIndex: number,
 *   drawingSegments: HandwritingDrawingSegment[],
 * }} HandwritingSegment
 * @typedef {{ text: string, segmentationResult: HandwritingSegment[] | null }} HandwritingPrediction the segmentation is
 *   that of the first one alone
 */

const ALTERNATIVES = 3;
/** Numbers are written with the same ten digits by most; Arabic's and Indian scripts' own digits are not read. */
const OTHER_DIGITS = /-u-.*\bnu-(?!latn\b)/;

/**
 * @param {HandwritingModelConstraint} constraint
 * @returns {boolean} whether numbers of all its languages are read
 * @throws {TypeError} without languages
 */
function isMet({ languages } = /** @type {any} */ ({})) {
  if (!languages) throw new TypeError('The constraint has no languages.');
  const tags = [...languages];
  return tags.length > 0 && tags.every((tag) => isLanguage(tag) && !OTHER_DIGITS.test(tag));
}

/** @param {string} tag */
function isLanguage(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * @param {HandwritingModelConstraint} constraint
 * @returns {Promise<object | null>} what a recognizer for it can do; null where there is none
 * @throws {TypeError} without languages
 */
export async function queryHandwritingRecognizer(constraint) {
  if (!isMet(constraint)) return null;
  return {
    textAlternatives: true,
    textSegmentation: true,
    hints: { recognitionType: null, inputType: null, textContext: null, alternatives: true },
  };
}

/**
 * @param {HandwritingModelConstraint} constraint
 * @returns {Promise<HandwritingRecognizer>}
 * @throws {TypeError} without languages
 * @throws {DOMException} NotSupportedError for a language of which no numbers are read, UnknownError where the reader does not start
 */
export async function createHandwritingRecognizer(constraint) {
  if (!isMet(constraint)) throw new DOMException('Numbers of these languages are not read.', 'NotSupportedError');
  try {
    return new HandwritingRecognizer(await load());
  } catch (error) {
    throw new DOMException(error instanceof Error ? error.message : String(error), 'UnknownError');
  }
}

/** Made by `createHandwritingRecognizer`. */
export class HandwritingRecognizer {
  #reader;
  #isActive = true;

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
  }

  /**
   * @param {HandwritingHints} [hints]
   * @returns {HandwritingDrawing}
   * @throws {DOMException} InvalidStateError once it is finished
   */
  startDrawing({ alternatives = ALTERNATIVES } = {}) {
    if (!this.#isActive) throw finished();
    return new HandwritingDrawing((ink) => {
      if (!this.#isActive) throw finished();
      return predict(this.#reader, ink, alternatives);
    });
  }

  /** Frees the reader: its drawings get no prediction any more. */
  finish() {
    this.#isActive = false;
    this.#reader.close();
  }
}

const finished = () => new DOMException('The recognizer is finished.', 'InvalidStateError');

/** Made by a recognizer's `startDrawing`. */
export class HandwritingDrawing {
  /** @type {HandwritingStroke[]} */
  #strokes = [];
  #predict;

  /** @param {(ink: HandwritingPoint[][]) => Promise<HandwritingPrediction[]>} read throws once nothing is read any more */
  constructor(read) {
    this.#predict = read;
  }

  /** @param {HandwritingStroke} stroke */
  addStroke(stroke) {
    if (!(stroke instanceof HandwritingStroke)) throw new TypeError('addStroke takes a HandwritingStroke.');
    this.#strokes.push(stroke);
  }

  /** @param {HandwritingStroke} stroke */
  removeStroke(stroke) {
    if (!(stroke instanceof HandwritingStroke)) throw new TypeError('removeStroke takes a HandwritingStroke.');
    this.#strokes = this.#strokes.filter((each) => each !== stroke);
  }

  clear() {
    this.#strokes = [];
  }

  /** @returns {HandwritingStroke[]} a new list of the strokes themselves */
  getStrokes() {
    return [...this.#strokes];
  }

  /**
   * @returns {Promise<HandwritingPrediction[]>} the likeliest first; none where there is nothing to read
   * @throws {DOMException} InvalidStateError once the recognizer is finished
   */
  async getPrediction() {
    return this.#predict(this.#strokes.map((stroke) => stroke.getPoints()));
  }
}

/** What a pen did from down to up. */
export class HandwritingStroke {
  /** @type {HandwritingPoint[]} */
  #points = [];

  /** @param {HandwritingPoint} point is copied */
  addPoint({ x, y, t } = /** @type {any} */ ({})) {
    const isRight = typeof x === 'number' && typeof y === 'number' && (t === undefined || typeof t === 'number');
    if (!isRight) throw new TypeError('addPoint takes { x, y, t }, numbers; t may be left out.');
    this.#points.push(t === undefined ? { x, y } : { x, y, t });
  }

  /** @returns {HandwritingPoint[]} copies */
  getPoints() {
    return this.#points.map((point) => ({ ...point }));
  }

  clear() {
    this.#points = [];
  }
}

/**
 * @param {Reader} reader
 * @param {HandwritingPoint[][]} ink
 * @param {number} alternatives
 * @returns {Promise<HandwritingPrediction[]>}
 */
async function predict(reader, ink, alternatives) {
  const { numbers, text } = await reader.readInk(ink);
  if (numbers.length === 0) return [];
  /** @type {HandwritingPrediction} */
  const first = { text, segmentationResult: segmentsOf(numbers, text, ink) };
  // One number has other readings; of several, each has its own, and no one says which go together.
  const others = numbers.length === 1 ? numbers[0].alternatives : [];
  const rest = others.map((other) => ({ text: other.text, segmentationResult: null }));
  return [first, ...rest].slice(0, Math.max(1, alternatives));
}

/**
 * @param {ReadonlyArray<import('../inkdigit.js').NumberReading>} numbers
 * @param {string} text
 * @param {HandwritingPoint[][]} ink
 * @returns {HandwritingSegment[]}
 */
function segmentsOf(numbers, text, ink) {
  let at = 0;
  const signs = numbers.flatMap((number) => {
    at = text.indexOf(number.text, at);
    const begins = at;
    at += number.text.length;
    return boxesOf(number).map((box, place) => ({ box, beginIndex: begins + place }));
  });
  const drawn = pointsOf(
    signs.map(({ box }) => box),
    ink,
  );
  return signs.map(({ beginIndex }, index) => ({
    grapheme: text[beginIndex],
    beginIndex,
    endIndex: beginIndex + 1,
    drawingSegments: drawn[index],
  }));
}

/** @param {import('../inkdigit.js').NumberReading} number @returns {import('../inkdigit.js').NumberReading['box'][]} of its signs, as they follow each other in its text */
function boxesOf({ digits, separators }) {
  return digits
    .map(({ box }, index) => ({ box, place: index + 0.5 }))
    .concat(separators.map(({ box, after }) => ({ box, place: after })))
    .sort((one, other) => one.place - other.place)
    .map(({ box }) => box);
}
