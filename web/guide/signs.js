/**
 * Signs as a hand writes them, for the demonstration and for the page of limits: written down by looking at how people
 * write, and left so whatever the reader makes of them.
 *
 * @import { Ink } from '../shared/strokes.js'
 * @typedef {[number, number]} Pair
 */

/**
 * Follows an ellipse; 0 degrees is to the right, 90 is down.
 *
 * @param {Pair} center
 * @param {Pair} radii
 * @param {Pair} turn from and to, in degrees
 * @returns {Pair[]}
 */
function arc(center, radii, [from, to]) {
  const steps = Math.max(4, Math.round(Math.abs(to - from) / 15));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return [center[0] + radii[0] * Math.cos(angle), center[1] + radii[1] * Math.sin(angle)];
  });
}

/** The strokes of each sign, in a box of height 1, y down. @type {Record<string, Pair[][]>} */
// prettier-ignore
const SIGNS = {
  0: [arc([0.5, 0.5], [0.32, 0.49], [-75, -440])],
  2: [[...arc([0.48, 0.28], [0.29, 0.27], [-170, 30]), [0.6, 0.58], [0.4, 0.78], [0.2, 0.96], [0.5, 0.94], [0.84, 0.95]]],
  3: [[...arc([0.46, 0.26], [0.28, 0.25], [-150, 80]), ...arc([0.46, 0.74], [0.33, 0.25], [-85, 145])]],
  4: [[[0.5, 0.03], [0.36, 0.3], [0.17, 0.62], [0.5, 0.61], [0.86, 0.6]], [[0.66, 0.36], [0.64, 0.66], [0.61, 0.99]]],
  7: [[[0.2, 0.07], [0.5, 0.08], [0.81, 0.05], [0.66, 0.32], [0.52, 0.62], [0.42, 0.98]]],
  // This is between a 7 and a 1 with a long flag; the bar below decides it.
  'hasty 7': [[[0.17, 0.3], [0.42, 0.17], [0.68, 0.05], [0.6, 0.34], [0.53, 0.66], [0.46, 0.98]]],
  bar: [[[0.32, 0.54], [0.53, 0.52], [0.76, 0.49]]],
  'closed 4': [[[0.62, 0.06], [0.4, 0.2], [0.22, 0.48], [0.44, 0.54], [0.7, 0.5], [0.64, 0.06], [0.66, 0.5], [0.66, 0.98]]],
  '€': [arc([0.56, 0.5], [0.36, 0.46], [-50, -310]), [[0.06, 0.42], [0.32, 0.42], [0.62, 0.41]], [[0.05, 0.59], [0.3, 0.59], [0.56, 0.58]]],
  S: [[...arc([0.5, 0.27], [0.27, 0.25], [-40, -250]), ...arc([0.46, 0.73], [0.3, 0.26], [-70, 140])]],
  O: [arc([0.5, 0.5], [0.42, 0.49], [-75, -440])],
  one: [[
    ...arc([0.24, 0.68], [0.2, 0.28], [-60, -420]), [0.5, 0.42], [0.62, 0.48], [0.63, 0.95], [0.66, 0.6], [0.78, 0.42],
    [0.92, 0.52], [0.94, 0.85], [1.02, 0.94], [1.2, 0.74], ...arc([1.3, 0.66], [0.17, 0.24], [-10, -300]), [1.5, 0.86],
  ]],
  '५': [[[0.25, 0.1], [0.24, 0.5], [0.5, 0.52], [0.74, 0.48], [0.74, 0.1], [0.74, 0.55], [0.6, 0.98]]],
  '٥': [arc([0.5, 0.55], [0.36, 0.4], [-90, -450])],
};

/**
 * Writes signs beside each other.
 *
 * @param {string[]} signs from left to right
 * @param {{ pitch?: number, turn?: number }} [how] pitch: from one sign to the next, in heights; turn: of the line, in
 *   degrees, above 0 downhill
 * @returns {Ink} in heights of a sign
 */
export function writeSigns(signs, { pitch = 0.9, turn = 0 } = {}) {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return signs.flatMap((sign, place) =>
    SIGNS[sign].map((stroke) =>
      stroke.map(([left, y]) => {
        const x = left + place * pitch;
        return { x: x * cos - y * sin, y: x * sin + y * cos };
      }),
    ),
  );
}

/** @param {Ink} ink @returns {Ink} the same, written without lifting the pen */
export const joinStrokes = (ink) => [ink.flat()];
