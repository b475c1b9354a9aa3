import { cornersOf } from '../reader/alignment/homography.js';
import { cellsOf } from '../shared/forms/read-form.js';
import { reasonFrom } from '../texts/problems.js';

/**
 * @import { Area, Size } from '../shared/frame/area.js'
 * @import { Field, Landmarks } from '../shared/forms/form.js'
 * @import { Cell, Read } from '../shared/forms/read-form.js'
 * @import { Reason } from '../texts/problems.js'
 * @typedef {{ cell: Cell } | { error: Reason }} Result
 * @typedef {{ blob: Blob, size: Size, landmarks?: Landmarks | null }} Sample landmarks: its own, by which its print is taken out of
 *   its fields, as it is of other pictures'
 */

/** Long enough for an arrow key that is held down, or a number that is typed. */
const QUIET_MS = 250;

/**
 * Reads the fields on the sample while they are being drawn, so that one sees at once what each will give.
 *
 * @param {Read} read
 * @param {() => void} onResult
 */
export function createSampleReader(read, onResult) {
  /** Results are known by the area, which is a new object whenever it changes. @type {WeakMap<Area, { of: Field, blob: Blob, result: Result }>} */
  const known = new WeakMap();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let control = new AbortController();
  /** These fields are being read, or will be. @type {{ sample: Blob | null, fields: ReadonlyArray<Field> }} */
  let asked = { sample: null, fields: [] };

  /** @param {Field} field @param {Blob} sample */
  const isKnown = (field, sample) => {
    const { of, blob } = known.get(field.area) ?? {};
    return of !== undefined && blob === sample && isSameReading(of, field);
  };

  /** @param {ReadonlyArray<Field>} fields @param {Sample} sample @param {AbortSignal} signal */
  async function run(fields, { blob, size, landmarks }, signal) {
    const picture = landmarks ? { blob, size, corners: cornersOf(size) } : { blob, size };
    let at = 0;
    const take = (/** @type {Result} */ result) => {
      known.set(fields[at].area, { of: fields[at], blob, result });
      at += 1;
      onResult();
    };
    while (at < fields.length && !signal.aborted) {
      try {
        const form = { name: '', fields: fields.slice(at), ...(landmarks && { landmarks }) };
        for await (const cell of cellsOf(read, picture, form, signal)) {
          if (signal.aborted) return;
          take({ cell });
        }
      } catch (error) {
        if (!signal.aborted) take({ error: reasonFrom(error) });
      }
    }
  }

  return {
    /**
     * @param {Field} field
     * @param {Blob | null} sample
     * @returns {Result | null} null as long as it is not read
     */
    resultOf: (field, sample) => (sample && isKnown(field, sample) ? (known.get(field.area)?.result ?? null) : null),

    /**
     * Read what is not read yet, soon; what is no longer asked for is given up.
     * @param {ReadonlyArray<Field>} fields
     * @param {Sample | null} sample
     */
    ask(fields, sample) {
      const blob = sample?.blob ?? null;
      const unread = blob ? fields.filter((field) => !isKnown(field, blob)) : [];
      const isUnderWay =
        asked.sample === blob && unread.every((field) => asked.fields.some((other) => isSameReading(field, other)));
      if (isUnderWay && !control.signal.aborted) return;
      asked = { sample: blob, fields: unread };
      clearTimeout(timer);
      control.abort();
      if (!sample || unread.length === 0) return;
      control = new AbortController();
      const { signal } = control;
      timer = setTimeout(() => run(unread, sample, signal), QUIET_MS);
    },
  };
}

/** A name changes nothing. @param {Field} one @param {Field} other */
function isSameReading(one, other) {
  return one.area === other.area && one.pattern === other.pattern && one.cells === other.cells;
}
