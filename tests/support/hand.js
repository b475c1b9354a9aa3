/**
 * Digits and signs as a hand might write them, the digits as in tests/support/hand.py; written down by looking at how
 * people write, not by what the reader makes of them.
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {Point[]} Stroke
 * @typedef {[number, number]} Pair
 */

/**
 * Follow an ellipse; 0 degrees is to the right, 90 is down.
 *
 * @param {Pair} center
 * @param {Pair} radii
 * @param {number} start degrees
 * @param {number} end
 * @returns {Pair[]}
 */
export function arc(center, radii, start, end) {
  const steps = Math.max(4, Math.round(Math.abs(end - start) / 15));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((start + ((end - start) * step) / steps) * Math.PI) / 180;
    return [center[0] + radii[0] * Math.cos(angle), center[1] + radii[1] * Math.sin(angle)];
  });
}

/** In a box of height 1, y down: strokes of pairs. @type {Record<string, Pair[][]>} */
// prettier-ignore
export const SHAPES = {
  0: [arc([0.5, 0.5], [0.32, 0.49], -75, -440)],
  1: [[[0.36, 0.2], [0.44, 0.13], [0.52, 0.02], [0.51, 0.3], [0.5, 0.6], [0.49, 0.98]]],
  2: [[...arc([0.48, 0.28], [0.29, 0.27], -170, 30), [0.6, 0.58], [0.4, 0.78], [0.2, 0.96], [0.5, 0.94], [0.84, 0.95]]],
  3: [[...arc([0.46, 0.26], [0.28, 0.25], -150, 80), ...arc([0.46, 0.74], [0.33, 0.25], -85, 145)]],
  4: [[[0.5, 0.03], [0.36, 0.3], [0.17, 0.62], [0.5, 0.61], [0.86, 0.6]], [[0.66, 0.36], [0.64, 0.66], [0.61, 0.99]]],
  5: [
    [[0.32, 0.05], [0.28, 0.25], [0.25, 0.46], ...arc([0.44, 0.68], [0.33, 0.29], -115, 140)],
    [[0.31, 0.05], [0.78, 0.03]],
  ],
  6: [[[0.66, 0.02], [0.46, 0.2], [0.31, 0.45], ...arc([0.48, 0.71], [0.25, 0.26], -170, -520)]],
  7: [[[0.2, 0.07], [0.5, 0.08], [0.81, 0.05], [0.66, 0.32], [0.52, 0.62], [0.42, 0.98]]],
  8: [
    [
      ...arc([0.5, 0.26], [0.24, 0.24], -50, -265),
      ...arc([0.5, 0.75], [0.28, 0.24], -90, 255),
      [0.65, 0.38], [0.72, 0.22], [0.65, 0.08],
    ],
  ],
  9: [[...arc([0.48, 0.29], [0.25, 0.26], -20, -375), [0.71, 0.55], [0.68, 0.8], [0.64, 0.99]]],
  '7 crossed': [
    [[0.2, 0.07], [0.5, 0.08], [0.81, 0.05], [0.66, 0.32], [0.52, 0.62], [0.42, 0.98]],
    [[0.36, 0.52], [0.6, 0.5], [0.82, 0.49]],
  ],
  '1 plain': [[[0.5, 0.02], [0.5, 0.35], [0.49, 0.7], [0.5, 0.98]]],
  '1 slanted': [[[0.62, 0.03], [0.54, 0.35], [0.46, 0.66], [0.38, 0.98]]],
  '4 apart': [[[0.36, 0.04], [0.27, 0.35], [0.2, 0.64], [0.45, 0.63], [0.62, 0.63]], [[0.66, 0.4], [0.65, 0.7], [0.62, 1]]],
  '8 rings': [[...arc([0.5, 0.25], [0.22, 0.23], -90, -450)], [...arc([0.5, 0.74], [0.28, 0.25], -90, -450)]],
  '.': [[[0.1, 0.97], [0.12, 0.98], [0.12, 1]]],
  ',': [[[0.16, 0.93], [0.17, 1], [0.13, 1.1], [0.07, 1.18]]],
  '-': [[[0.08, 0.52], [0.28, 0.51], [0.5, 0.52]]],
  '/': [[[0.62, -0.08], [0.45, 0.3], [0.26, 0.72], [0.08, 1.12]]],
  ':': [[[0.1, 0.34], [0.11, 0.35]], [[0.1, 0.82], [0.12, 0.83]]],
};

/** A scrawl to and fro, which nobody could take for a digit. @type {Pair[][]} */
export const SCRIBBLE = [Array.from({ length: 9 }, (_, step) => [0.05 + 0.9 * (step % 2), 0.1 + 0.1 * step])];

/**
 * Strokes moved to a place.
 *
 * @param {Pair[][]} shape
 * @param {{ x?: number, y?: number, size?: number }} [place] left upper corner, and size of the box
 * @returns {Stroke[]}
 */
export const at = (shape, { x = 0, y = 0, size = 1 } = {}) =>
  shape.map((stroke) => stroke.map((point) => ({ x: x + size * point[0], y: y + size * point[1] })));

/**
 * Write shapes one after the other.
 *
 * @param {string[]} names of SHAPES
 * @param {{ x?: number, y?: number, size?: number, gap?: number, climb?: number, grow?: number }} [how] `gap` between
 *   two in sizes, below 0 where they reach over each other; each lies `climb` sizes higher and is `grow` times as large
 * @returns {Stroke[][]} of each shape
 */
export function write(names, { x = 0, y = 0, size = 1, gap = 0.2, climb = 0, grow = 1 } = {}) {
  let [left, top, now] = [x, y, size];
  return names.map((name) => {
    const xs = SHAPES[name].flat().map(([across]) => across);
    const strokes = at(SHAPES[name], { x: left - Math.min(...xs) * now, y: top, size: now });
    left += (Math.max(...xs) - Math.min(...xs) + gap) * now;
    // The baseline goes on where it is.
    top += now - now * grow - climb * now;
    now *= grow;
    return strokes;
  });
}
