import preprocessing from '../ink/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

/** Half the width of a mark's soft edge, in pixels of the picture. */
const SOFT = 0.5;

/**
 * @typedef {[red: number, green: number, blue: number]} Color 0 to 255
 * @typedef {{ for: Uint8ClampedArray, against: Uint8ClampedArray, width: number, height: number }} Marks how much of each
 *   pixel is covered, 0 to 255
 */

/**
 * An overlay as two patterns that nobody confuses, in any color or in none: dots speak for the digit, slanting lines
 * against it. The stronger the evidence, the larger the dots and the wider the lines.
 *
 * @param {import('./overlay.js').Overlay} overlay
 * @param {number} [cell] pixels of the result for one of the 28: a dot's place
 * @returns {Marks}
 */
export function markOverlay({ shown, scale }, cell = 10) {
  const width = SIZE * cell;
  const marks = { for: new Uint8ClampedArray(width ** 2), against: new Uint8ClampedArray(width ** 2) };
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const strength = shown[Math.floor(y / cell) * SIZE + Math.floor(x / cell)] / scale;
      if (!strength) continue;
      const [mark, drawn] = strength > 0 ? [marks.for, dot] : [marks.against, line];
      mark[y * width + x] = 255 * drawn(x + 0.5, y + 0.5, cell, Math.abs(strength));
    }
  }
  return { ...marks, width, height: width };
}

/**
 * Marks as pixels to lay over the ink.
 *
 * @param {Marks} marks
 * @param {Color} speaksFor
 * @param {Color} speaksAgainst
 * @returns {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number }} RGBA, as `ImageData` takes it
 */
export function paintMarks({ for: dots, against: lines, width, height }, speaksFor, speaksAgainst) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    // A pixel carries a dot or a line, never both.
    const color = dots[pixel] ? speaksFor : speaksAgainst;
    data.set([...color, dots[pixel] || lines[pixel]], 4 * pixel);
  }
  return { data, width, height };
}

/** One dot in the middle of each cell; at full strength neighbors touch. @type {Mark} */
function dot(x, y, cell, strength) {
  const fromMiddle = Math.hypot((x % cell) - cell / 2, (y % cell) - cell / 2);
  return covered((cell / 2) * Math.sqrt(strength), fromMiddle);
}

/** Lines up to the right, one a cell; at full strength two thirds are covered. @type {Mark} */
function line(x, y, cell, strength) {
  const apart = cell * Math.SQRT1_2;
  const fromMiddle = Math.abs((((x + y) * Math.SQRT1_2) % apart) - apart / 2);
  return covered((apart / 3) * strength, fromMiddle);
}

/**
 * @callback Mark how much of a pixel it covers, 0 to 1
 * @param {number} x
 * @param {number} y
 * @param {number} cell
 * @param {number} strength 0 to 1
 * @returns {number}
 */

/** A mark with soft edges; one that is thinner than a pixel covers no pixel fully. @param {number} reach @param {number} distance */
const covered = (reach, distance) => Math.min(1, 2 * reach, Math.max(0, (reach - distance + SOFT) / (2 * SOFT)));
