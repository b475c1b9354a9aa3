import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

/** Half the width of a mark's soft edge, in pixels of the picture. */
const SOFT = 0.5;

/**
 * @typedef {[red: number, green: number, blue: number]} Color 0 to 255
 * @typedef {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number }} Pixels RGBA, as `ImageData` takes it
 * @typedef {{ for: Uint8ClampedArray, against: Uint8ClampedArray, width: number, height: number }} Marks how much of each
 *   pixel is covered by dots and by lines, 0 to 255
 */

/**
 * Turns an overlay into two patterns that nobody confuses, in any color or in none: dots speak for the digit, slanting
 * lines against it. The stronger the evidence, the larger the dots and the wider the lines.
 *
 * @param {import('./overlay.js').Overlay} overlay
 * @param {number} [cell] pixels of the result for one of the 28: a dot's place
 * @returns {Marks}
 */
export function markOverlay({ shown, scale }, cell = 10) {
  const width = SIZE * cell;
  const marks = { for: new Uint8ClampedArray(width ** 2), against: new Uint8ClampedArray(width ** 2) };
  const [fromDot, fromLine] = [distances(cell, toDot), distances(cell, toLine)];
  for (let place = 0; place < SIZE * SIZE; place++) {
    const strength = shown[place] / scale;
    if (!strength) continue;
    const corner = cell * (Math.floor(place / SIZE) * width + (place % SIZE));
    if (strength > 0) stamp(marks.for, { corner, width, cell }, dotReach(cell, strength), fromDot);
    else stamp(marks.against, { corner, width, cell }, lineReach(cell, -strength), fromLine);
  }
  return { ...marks, width, height: width };
}

/**
 * Paints marks as pixels to lay over the ink.
 *
 * @param {Marks} marks
 * @param {Color} speaksFor
 * @param {Color} speaksAgainst
 * @returns {Pixels}
 */
export function paintMarks({ for: dots, against: lines, width, height }, speaksFor, speaksAgainst) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0, at = 0; pixel < width * height; pixel++, at += 4) {
    // A pixel carries a dot or a line, never both.
    const cover = dots[pixel] || lines[pixel];
    if (!cover) continue;
    const color = dots[pixel] ? speaksFor : speaksAgainst;
    data[at] = color[0];
    data[at + 1] = color[1];
    data[at + 2] = color[2];
    data[at + 3] = cover;
  }
  return { data, width, height };
}

/**
 * Paints values of 0 to 1 as ink of one color on clear paper: the 28 x 28 image, or what a channel sees.
 *
 * @param {{ data: ArrayLike<number>, width: number, height: number }} image row by row
 * @param {Color} color
 * @returns {Pixels}
 */
export function paintInk({ data, width, height }, color) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0, at = 0; pixel < width * height; pixel++, at += 4) {
    pixels[at] = color[0];
    pixels[at + 1] = color[1];
    pixels[at + 2] = color[2];
    pixels[at + 3] = 255 * data[pixel];
  }
  return { data: pixels, width, height };
}

/** At full strength neighboring dots touch. @param {number} cell @param {number} strength 0 to 1 */
const dotReach = (cell, strength) => (cell / 2) * Math.sqrt(strength);

/** One dot in the middle of each cell. @type {Distance} */
const toDot = (x, y, cell) => Math.hypot(x - cell / 2, y - cell / 2);

/** At full strength two thirds are covered. @param {number} cell @param {number} strength 0 to 1 */
const lineReach = (cell, strength) => ((cell * Math.SQRT1_2) / 3) * strength;

/** Lines up to the right, one a cell. @type {Distance} */
const toLine = (x, y, cell) => Math.SQRT1_2 * Math.abs(((x + y) % cell) - cell / 2);

/**
 * @callback Distance from a pixel to the middle of its mark
 * @param {number} x in the cell
 * @param {number} y
 * @param {number} cell
 * @returns {number}
 */

/** The same in every cell. @param {number} cell @param {Distance} distance @returns {Float32Array} [cell, cell] */
const distances = (cell, distance) =>
  Float32Array.from({ length: cell * cell }, (_, pixel) =>
    distance((pixel % cell) + 0.5, Math.floor(pixel / cell) + 0.5, cell),
  );

/**
 * Draw a mark into its cell.
 *
 * @param {Uint8ClampedArray} mark
 * @param {{ corner: number, width: number, cell: number }} where the index of the cell's first pixel
 * @param {number} reach from the mark's middle
 * @param {Float32Array} from how far each pixel of the cell is from that middle
 */
function stamp(mark, { corner, width, cell }, reach, from) {
  for (let y = 0; y < cell; y++) {
    for (let x = 0; x < cell; x++) mark[corner + y * width + x] = 255 * covered(reach, from[y * cell + x]);
  }
}

/** A mark with soft edges; one that is thinner than a pixel covers no pixel fully. @param {number} reach @param {number} distance */
const covered = (reach, distance) => Math.min(1, 2 * reach, Math.max(0, (reach - distance + SOFT) / (2 * SOFT)));
