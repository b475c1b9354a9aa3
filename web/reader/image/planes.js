/**
 * @typedef {{ data: Float32Array, width: number, height: number }} Plane values of pixels, row by row
 */

/**
 * The averages of blocks of pixels; blocks at the right and lower border may be smaller.
 *
 * @param {Plane} plane
 * @param {number} factor pixels along a block's side
 * @returns {Plane}
 */
export function reduce({ data, width, height }, factor) {
  if (factor === 1) return { data, width, height };
  const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const sums = new Float32Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / factor) * columns;
    for (let column = 0; column < columns; column++) {
      const end = at + Math.min(factor, width - column * factor);
      let sum = 0;
      for (; at < end; at++) sum += data[at];
      sums[row + column] += sum;
    }
  }
  for (let row = 0, index = 0; row < rows; row++) {
    const high = Math.min(factor, height - row * factor);
    for (let column = 0; column < columns; column++, index++) {
      sums[index] /= high * Math.min(factor, width - column * factor);
    }
  }
  return { data: sums, width: columns, height: rows };
}

/**
 * Call back with a reduced plane's values between its blocks' middles (linear), row by row.
 *
 * @param {Plane} plane made by `reduce`
 * @param {number} factor
 * @param {{ width: number, height: number }} size of the plane before
 * @param {(row: Float32Array, y: number) => void} take the same array each time
 */
export function enlarge({ data, width: columns, height: rows }, factor, { width, height }, take) {
  const line = new Float32Array(columns);
  const row = new Float32Array(width);
  const [lefts, shares] = [new Int32Array(width), new Float32Array(width)];
  for (let x = 0; x < width; x++) [lefts[x], shares[x]] = between(x, factor, columns);
  for (let y = 0; y < height; y++) {
    const [above, share] = between(y, factor, rows);
    const [first, second] = [above * columns, Math.min(rows - 1, above + 1) * columns];
    for (let x = 0; x < columns; x++) line[x] = data[first + x] * (1 - share) + data[second + x] * share;
    for (let x = 0; x < width; x++) {
      const left = lefts[x];
      const right = left + 1 < columns ? left + 1 : left;
      row[x] = line[left] + (line[right] - line[left]) * shares[x];
    }
    take(row, y);
  }
}

/**
 * @param {number} place @param {number} factor @param {number} count
 * @returns {[number, number]} the block whose middle lies before a pixel, and how far it is on to the next, 0..1
 */
function between(place, factor, count) {
  const exact = Math.min(count - 1, Math.max(0, (place + 0.5) / factor - 0.5));
  const whole = Math.floor(exact);
  return [whole, exact - whole];
}

/**
 * The plane without its dark marks that are narrower than a square of 2 * radius + 1 (gray-scale closing); larger dark
 * things stay, and grow by one so that what is mixed at their edges belongs to them.
 *
 * @param {Plane} plane
 * @param {number} radius
 * @returns {Plane}
 */
export const close = (plane, radius) => negate(dilate(negate(dilate(plane, radius)), radius + 1));

/**
 * The same without its light marks (gray-scale opening); larger light things grow by one.
 *
 * @param {Plane} plane
 * @param {number} radius
 * @returns {Plane}
 */
export const open = (plane, radius) => negate(close(negate(plane), radius));

/** @param {Plane} plane @returns {Plane} */
const negate = ({ data, width, height }) => ({ data: data.map((value) => -value), width, height });

/** @param {Plane} plane @param {number} radius */
const dilate = (plane, radius) => turn(dilateRows(turn(dilateRows(plane, radius)), radius));

/**
 * The largest value within reach along each row, in three comparisons a pixel (van Herk 1992): of each block the
 * largest so far from its left and from its right.
 *
 * @param {Plane} plane
 * @param {number} radius
 * @returns {Plane}
 */
function dilateRows({ data, width, height }, radius) {
  const block = 2 * radius + 1;
  const length = Math.ceil((width + 2 * radius) / block) * block;
  const fromLeft = new Float32Array(length);
  const fromRight = new Float32Array(length);
  const result = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += width) {
    fromLeft.fill(-Infinity);
    fromLeft.set(data.subarray(start, start + width), radius);
    fromRight.set(fromLeft);
    for (let at = 1; at < length; at++) if (at % block) fromLeft[at] = Math.max(fromLeft[at], fromLeft[at - 1]);
    for (let at = length - 2; at >= 0; at--) {
      if ((at + 1) % block) fromRight[at] = Math.max(fromRight[at], fromRight[at + 1]);
    }
    for (let x = 0; x < width; x++) result[start + x] = Math.max(fromRight[x], fromLeft[x + 2 * radius]);
  }
  return { data: result, width, height };
}

/** @param {Plane} plane @returns {Plane} its columns as rows */
function turn({ data, width, height }) {
  const turned = new Float32Array(data.length);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) turned[x * height + y] = data[at];
  return { data: turned, width: height, height: width };
}

/**
 * The sum over a square around each pixel, cut off at the border.
 *
 * @param {Plane} plane
 * @param {number} radius
 * @returns {Plane}
 */
export function sumAround(plane, radius) {
  return turn(sumRows(turn(sumRows(plane, radius)), radius));
}

/** @param {Plane} plane @param {number} radius @returns {Plane} */
function sumRows({ data, width, height }, radius) {
  const result = new Float32Array(data.length);
  const until = new Float64Array(width + 1);
  for (let start = 0; start < data.length; start += width) {
    for (let x = 0; x < width; x++) until[x + 1] = until[x] + data[start + x];
    for (let x = 0; x < width; x++) {
      result[start + x] = until[Math.min(width, x + radius + 1)] - until[Math.max(0, x - radius)];
    }
  }
  return { data: result, width, height };
}

/**
 * Measures how wide the strokes of a mask are: along half of their length they are at most so wide. A pixel's stroke is
 * as wide as the shorter of the runs of ink through it, across and down; the wider, the less of a stroke's length it
 * is.
 *
 * @param {Uint8Array} mask 0 = paper
 * @param {number} width of the mask, in pixels
 * @returns {number} in pixels, 1 or more
 */
export function strokeWidth(mask, width) {
  const across = new Uint16Array(mask.length);
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    const start = at;
    const end = start - (start % width) + width;
    while (at < end && mask[at]) at++;
    across.fill(at - start, start, at);
  }
  return middleWidth(lengthByWidth(mask, width, across));
}

/**
 * @param {Uint8Array} mask
 * @param {number} width
 * @param {Uint16Array} across the run through each pixel
 */
function lengthByWidth(mask, width, across) {
  const lengths = new Float64Array(Math.max(width, mask.length / width) + 1);
  const above = new Uint16Array(width);
  for (let at = 0; at < mask.length; at++) {
    const x = at % width;
    if (mask[at]) above[x]++;
    const ends = at + width >= mask.length || !mask[at + width];
    if (!mask[at] || !ends) {
      if (!mask[at]) above[x] = 0;
      continue;
    }
    const down = above[x];
    for (let pixel = at - (down - 1) * width; pixel <= at; pixel += width) {
      const run = Math.min(down, across[pixel]);
      // A single pixel is noise more often than a stroke.
      if (run > 1) lengths[run] += 1 / run;
    }
    above[x] = 0;
  }
  return lengths;
}

/** @param {Float64Array} lengths by width */
function middleWidth(lengths) {
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let sum = 0;
  for (let width = 1; width < lengths.length; width++) {
    sum += lengths[width];
    // Within the step of one pixel, as if widths were spread evenly over it.
    if (sum >= half && lengths[width] > 0) return Math.max(1, width + 0.5 - (sum - half) / lengths[width]);
  }
  return 1;
}
