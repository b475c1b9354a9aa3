import preprocessing from '../preprocessing.json' with { type: 'json' };

/** Pixels of a side of the image. */
export const SIZE = preprocessing.size;
const BOX = preprocessing.box;
const PEN_RADIUS = preprocessing.penRadius;
const EDGE = preprocessing.edge;
const MIDDLE = SIZE / 2;

/** Values of one 28 x 28 image. */
export const PIXELS = SIZE ** 2;

/** The center of mass may move the box by so many pixels before ink would leave the image. */
const MOST_SHIFT = (SIZE - BOX) / 2;

/**
 * @typedef {{ x: number, y: number, t?: number, wide?: boolean, meant?: boolean }} Point any units, y down; t in milliseconds; wide:
 *   what touched was wider than a finger; meant, of a first point: its stroke was written, wherever it lies
 * @typedef {ReadonlyArray<Point>} Stroke pen down to pen up
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ scale: number, x: number, y: number }} Placement image = ink * scale + (x, y)
 */

/**
 * Draw strokes as an ink image, in MNIST's layout: the longer side fills a box of 20 pixels and the center of mass
 * lies in the middle. The reference is `rasterize` in training/ink.py.
 *
 * @param {ReadonlyArray<Stroke>} ink points that are not finite are ignored
 * @param {number} [penRadius] half the pen's width, in pixels of the result
 * @returns {Float32Array} 28 x 28, row by row, 0 = paper, 1 = ink; all zeros for ink without a point
 */
export function rasterize(ink, penRadius = PEN_RADIUS) {
  const segments = toSegments(ink);
  const box = inkBox(ink);
  if (!box) return new Float32Array(SIZE * SIZE);
  const longerSide = Math.max(box.width, box.height);
  const scale = longerSide > 0 ? (BOX - 2 * penRadius) / longerSide : 0;
  const placement = {
    scale,
    x: MIDDLE - (box.x + box.width / 2) * scale,
    y: MIDDLE - (box.y + box.height / 2) * scale,
  };
  const first = paint(segments, placement, penRadius);
  const mass = centerOfMass(first, SIZE, SIZE);
  const shifted = {
    scale,
    x: placement.x + clamp(MIDDLE - mass.x, -MOST_SHIFT, MOST_SHIFT),
    y: placement.y + clamp(MIDDLE - mass.y, -MOST_SHIFT, MOST_SHIFT),
  };
  return Float32Array.from(paint(segments, shifted, penRadius));
}

/**
 * The smallest box around the points of the ink.
 *
 * @param {ReadonlyArray<Stroke>} ink
 * @returns {Box | null} in the ink's own units; null for ink without a point
 */
export function inkBox(ink) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const stroke of ink) {
    for (const { x, y } of stroke) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right >= left ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/**
 * @param {ArrayLike<number>} image row by row, at least one value above 0
 * @param {number} width
 * @param {number} height
 * @returns {{ x: number, y: number }} in pixels, a pixel's center being at its index + 0.5
 */
export function centerOfMass(image, width, height) {
  let [total, sumX, sumY] = [0, 0, 0];
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      const value = image[index];
      total += value;
      sumX += value * (column + 0.5);
      sumY += value * (row + 0.5);
    }
  }
  return { x: sumX / total, y: sumY / total };
}

/**
 * Start and end of every piece of every stroke, four numbers each; a stroke of one point is a piece of length 0.
 *
 * @param {ReadonlyArray<Stroke>} ink
 * @returns {number[]}
 */
function toSegments(ink) {
  /** @type {number[]} */
  const segments = [];
  for (const stroke of ink) {
    const points = stroke.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
    if (points.length === 1) points.push(points[0]);
    for (let index = 1; index < points.length; index++) {
      const [from, to] = [points[index - 1], points[index]];
      segments.push(from.x, from.y, to.x, to.y);
    }
  }
  return segments;
}

/**
 * Finds how much of each pixel a round pen covers, from the distance of the pixel's center to the line. The edge falls
 * from 1 to 0 over a pixel's own width. Each piece visits only the pixels that it can reach.
 *
 * @param {number[]} segments
 * @param {Placement} placement
 * @param {number} penRadius pixels
 * @returns {Float64Array} 28 x 28
 */
function paint(segments, { scale, x: shiftX, y: shiftY }, penRadius) {
  const image = new Float64Array(SIZE * SIZE);
  const reach = penRadius + EDGE;
  for (let index = 0; index < segments.length; index += 4) {
    const startX = segments[index] * scale + shiftX;
    const startY = segments[index + 1] * scale + shiftY;
    const alongX = segments[index + 2] * scale + shiftX - startX;
    const alongY = segments[index + 3] * scale + shiftY - startY;
    const length = alongX ** 2 + alongY ** 2;
    const left = firstPixel(Math.min(startX, startX + alongX) - reach);
    const right = lastPixel(Math.max(startX, startX + alongX) + reach);
    const top = firstPixel(Math.min(startY, startY + alongY) - reach);
    const bottom = lastPixel(Math.max(startY, startY + alongY) + reach);
    for (let row = top; row <= bottom; row++) {
      const y = row + 0.5 - startY;
      for (let column = left; column <= right; column++) {
        const x = column + 0.5 - startX;
        const part = length > 0 ? clamp((x * alongX + y * alongY) / length, 0, 1) : 0;
        const distance = Math.sqrt((x - part * alongX) ** 2 + (y - part * alongY) ** 2);
        const cover = clamp((reach - distance) / (2 * EDGE), 0, 1);
        if (cover > image[row * SIZE + column]) image[row * SIZE + column] = cover;
      }
    }
  }
  return image;
}

/** @param {number} place */
const firstPixel = (place) => Math.max(0, Math.floor(place));

/** @param {number} place */
const lastPixel = (place) => Math.min(SIZE - 1, Math.ceil(place));

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
