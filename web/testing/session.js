import { PIXELS } from '../reader/ink/rasterize.js';
import { CLASSES } from '../reader/network/classes.js';
import { compareByHand } from './by-hand.js';
import { digitsOf, measure } from './measures.js';
import { openInWorker } from './open-in-worker.js';
import { problemOf } from './sets/content.js';

/**
 * What is tested, and how far it is. It goes on while the view is closed, and stays when the language changes.
 *
 * @import { Reader } from '../inkdigit.js'
 * @import { KnownCard } from '../card/panel.js'
 * @import { ByHand } from './by-hand.js'
 * @import { Chosen } from './sets/entries.js'
 * @import { Half, OpenedSet, OpenProgress, Wish } from './sets/open-set.js'
 * @import { Measures } from './measures.js'
 * @typedef {'files' | 'rows' | 'pictures' | 'digits' | 'hand'} Stage
 * @typedef {{ stage: Stage, done: number, count: number }} Progress of what there is to do in a stage
 * @typedef {OpenedSet & {
 *   name: string,
 *   count: number,
 *   probabilities: Float32Array,
 *   measures: Measures | null,
 *   byHand: ByHand | null,
 *   digits: Uint8Array | null,
 *   taken: number,
 *   perSecond: number,
 *   backend: string,
 *   card: KnownCard,
 * }} Result measures: null without labels; byHand: null without labels, or where no hand is weighed; digits: the likeliest ones, where there are no labels; taken: images that were there, of which those that are
 *   blank do not count; perSecond: images read
 * @typedef {{ reader: () => Promise<Reader>, hand: () => Promise<string | null> }} Readers hand: the name of the one that is weighed, where one is
 * @typedef {{ progress: Progress | null, problem: unknown, half: Half | null, result: Result | null }} State half: the other
 *   of two files is waited for; the result before stays until there is another
 */

/** Images that are sent at a time: what a person writes meanwhile waits for no more than these. */
const BATCH = 64;

/** Asked for at a time, so that the reader never waits for the page. */
const AHEAD = 2;

/** The session of the page. */
export function createSession() {
  /** @type {State} */
  let state = { progress: null, problem: null, half: null, result: null };
  /** What was chosen last, for its other parts, or its other half. @type {Chosen[]} */
  let files = [];
  let controller = new AbortController();
  /** @type {Set<() => void>} */
  const listeners = new Set();

  /** @param {Partial<State>} changed */
  function change(changed) {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  }

  /**
   * @param {Readers} readers
   * @param {Chosen[]} chosen
   * @param {Wish} [wish]
   */
  async function run(readers, chosen, wish = {}) {
    controller.abort();
    const { signal } = (controller = new AbortController());
    const onProgress = (/** @type {Progress} */ progress) => signal.aborted || change({ progress });
    change({ progress: { stage: 'files', done: 0, count: 1 }, problem: null, half: null });
    try {
      const onShare = (/** @type {OpenProgress} */ { stage, share }) => onProgress({ stage, done: share, count: 1 });
      const opened = await openInWorker(chosen, wish, { signal, onProgress: onShare });
      files = chosen;
      if ('missing' in opened) return change({ progress: null, half: opened });
      const [reader, hand] = [await readers.reader(), await readers.hand()];
      const result = await readSet(reader, opened, { hand, signal, onProgress });
      // What is measured of many takes a while, and so does showing it: a key that was pressed comes in between.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      change({ progress: null, result: { ...result, name: nameOf(chosen) } });
    } catch (problem) {
      if (signal.aborted) return;
      console.warn(problem);
      change({ progress: null, problem });
    }
  }

  return {
    get: () => state,
    /** @param {() => void} listener @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: run,
    /** Half of a pair is there already. @param {Readers} readers @param {Chosen[]} chosen the other */
    openOther: (readers, chosen) => run(readers, [...files, ...chosen]),
    /** @param {Readers} readers @param {string} part of the same files */
    openPart: (readers, part) => run(readers, files, { part }),
    /** @param {Readers} readers */
    openUnlabeled: (readers) => run(readers, files, { isUnlabeled: true }),
    /** @param {unknown} problem */
    fail: (problem) => change({ problem }),
    /** Half of a pair is given up, too. */
    cancel() {
      controller.abort();
      change({ progress: null, problem: null, half: null });
    },
  };
}

/** @param {Chosen[]} chosen */
const nameOf = (chosen) => {
  const [first, ...more] = chosen.map(({ path }) => path.split('/'));
  return first.length > 1 || more.length === 0 ? first[0] : [first, ...more].map(([name]) => name).join(', ');
};

/**
 * @param {Reader} reader
 * @param {OpenedSet} opened
 * @param {{ hand: string | null, signal: AbortSignal, onProgress: (progress: Progress) => void }} run
 * @returns {Promise<Omit<Result, 'name'>>}
 */
async function readSet(reader, opened, run) {
  const notFound = await readLarge(reader, opened, run);
  const leftOut = [...opened.leftOut, ...notFound];
  const found = opened.large.length - notFound.length;
  const { images, labels } = without(opened, new Set(leftOut.map(({ index }) => index)));
  const count = images.length / PIXELS;
  if (count === 0) throw problemOf('testing.problem.noInk', { count: opened.images.length / PIXELS });
  const start = performance.now();
  const probabilities = await classify(reader, images, run);
  const seconds = (performance.now() - start) / 1000;
  const { hand } = run;
  const byHand = hand !== null && labels ? await classify(reader, images, { ...run, stage: 'hand' }) : null;
  const { model, backend } = reader.info;
  return {
    ...opened,
    images,
    labels,
    leftOut,
    large: [],
    changes: found > 0 ? [...opened.changes, { change: 'read', count: found }] : opened.changes,
    count,
    probabilities,
    measures: labels ? measure(probabilities, labels, model.thresholds.unsure) : null,
    byHand: byHand && labels && compareByHand(hand ?? '', { alone: probabilities, byHand }, labels),
    digits: labels ? null : digitsOf(probabilities),
    taken: opened.images.length / PIXELS,
    perSecond: count / seconds,
    backend,
    card: /** @type {KnownCard} */ (model),
  };
}

/**
 * Pictures that are larger than a digit that was cut out are read as the page reads pictures. Those in which it finds no digit,
 * or several, are left out.
 *
 * @param {Reader} reader
 * @param {OpenedSet} opened whose images take what is found
 * @param {{ signal: AbortSignal, onProgress: (progress: Progress) => void }} run
 */
async function readLarge(reader, { large, images }, { signal, onProgress }) {
  const leftOut = [];
  for (const [done, { index, name, blob }] of large.entries()) {
    onProgress({ stage: 'pictures', done, count: large.length });
    const digits = await digitsIn(reader, blob, signal);
    if (digits.length !== 1) leftOut.push({ index, name });
    else
      images.set(
        digits[0].image.map((value) => Math.round(255 * value)),
        index * PIXELS,
      );
  }
  return leftOut;
}

/** @param {Reader} reader @param {Blob} blob @param {AbortSignal} signal */
async function digitsIn(reader, blob, signal) {
  try {
    const { numbers } = await reader.readImage(blob, { isNumber: true, turned: 0, signal });
    return numbers.flatMap(({ digits }) => digits);
  } catch (error) {
    signal.throwIfAborted();
    console.warn(error);
    return [];
  }
}

/** @param {OpenedSet} set @param {Set<number>} places that do not count */
function without({ images, labels }, places) {
  if (places.size === 0) return { images, labels };
  const kept = Array.from({ length: images.length / PIXELS }, (_, index) => index).filter(
    (index) => !places.has(index),
  );
  const left = new Uint8Array(kept.length * PIXELS);
  kept.forEach((index, at) => left.set(images.subarray(index * PIXELS, (index + 1) * PIXELS), at * PIXELS));
  return { images: left, labels: labels && Uint8Array.from(kept, (index) => labels[index]) };
}

/**
 * @param {Reader} reader
 * @param {Uint8Array} images n * 784
 * @param {{ stage?: 'digits' | 'hand', signal: AbortSignal, onProgress: (progress: Progress) => void }} run
 * @returns {Promise<Float32Array>} n * 11
 */
async function classify(reader, images, { stage = 'digits', signal, onProgress }) {
  const count = images.length / PIXELS;
  const probabilities = new Float32Array(count * CLASSES);
  let [next, done] = [0, 0];
  const work = async () => {
    while (next < count) {
      signal.throwIfAborted();
      const first = next;
      next += BATCH;
      const bytes = images.subarray(first * PIXELS, next * PIXELS);
      probabilities.set(await reader.classify(imagesOf(bytes), { byHand: stage === 'hand' }), first * CLASSES);
      done = Math.min(count, done + BATCH);
      onProgress({ stage, done, count });
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, work));
  return probabilities;
}

/** @param {Uint8Array} bytes @returns {Float32Array} the same as the network takes them, 0 to 1 */
export function imagesOf(bytes) {
  const images = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) images[at] = bytes[at] / 255;
  return images;
}
