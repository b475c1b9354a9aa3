import { edgesOf, toBox } from '../boxes.js';
import { countBusy } from './likeness.js';
import { pyramidOf } from './pyramid.js';

/**
 * What a form keeps of its sample, so that other pictures can be laid onto it: where print and rules are. A few kilobytes.
 *
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ version: 1, area: Box, width: number, height: number, marks: string }} Landmarks `area` of the sample has
 *   marks, in shares of its sides; `marks`: that part as a map of `width` x `height` pixels, row by row in runs of up to 64
 *   alike, each a byte: two bits for how much of a pixel is marked, in thirds, six for the length less one; in Base64
 */

/** Steps from nothing to all. */
const STEPS = 3;
const LONGEST = 64;

/** A pixel of which so much is marked tells how far the marks reach; so many more are kept around. */
const MARKED = 0.25;
const MARGIN = 4;

/** Squares with marks, of `likeness.js`, that a sample needs: fewer lie in too many ways. */
const FEWEST = 8;

/**
 * @param {Plane} map of a sample, with values of 0 to 1
 * @param {{ width: number, height: number }} size of the sample in pixels of the map, which may reach a little beyond
 * @returns {Landmarks | null} null where there is too little to go by
 */
export function pack(map, size) {
  const places = [];
  for (let at = 0; at < map.data.length; at++) {
    if (map.data[at] > MARKED) places.push({ x: at % map.width, y: Math.floor(at / map.width) });
  }
  if (places.length === 0) return null;
  const { left, right, top, bottom } = edgesOf(places);
  const box = toBox({
    left: Math.max(0, left - MARGIN),
    top: Math.max(0, top - MARGIN),
    right: Math.min(map.width, right + 1 + MARGIN),
    bottom: Math.min(map.height, bottom + 1 + MARGIN),
  });
  const part = crop(map, box);
  if (countBusy(pyramidOf(part)[0]) < FEWEST) return null;
  const area = {
    x: box.x / size.width,
    y: box.y / size.height,
    width: box.width / size.width,
    height: box.height / size.height,
  };
  return { version: 1, area, width: box.width, height: box.height, marks: toRuns(part.data) };
}

/** @param {Plane} map @param {Box} box @returns {Plane} */
function crop({ data, width: row }, { x, y, width, height }) {
  const part = new Float32Array(width * height);
  for (let line = 0; line < height; line++) {
    const from = (y + line) * row + x;
    part.set(data.subarray(from, from + width), line * width);
  }
  return { data: part, width, height };
}

/** @param {Float32Array} data @returns {string} */
function toRuns(data) {
  const levels = Uint8Array.from(data, (value) => Math.round(STEPS * Math.min(1, value)));
  /** @type {string[]} */
  const runs = [];
  for (let at = 0; at < levels.length;) {
    const start = at;
    while (at < levels.length && at - start < LONGEST && levels[at] === levels[start]) at++;
    runs.push(String.fromCharCode((levels[start] << 6) | (at - start - 1)));
  }
  return btoa(runs.join(''));
}

/**
 * @param {Landmarks} landmarks
 * @returns {Plane}
 */
export function unpack({ width, height, marks }) {
  const data = new Float32Array(width * height);
  let at = 0;
  for (const run of atob(marks)) {
    const byte = run.charCodeAt(0);
    const end = at + (byte & (LONGEST - 1)) + 1;
    data.fill((byte >> 6) / STEPS, at, end);
    at = end;
  }
  return { data, width, height };
}
