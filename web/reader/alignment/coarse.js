import { after, shift } from './homography.js';
import { resample } from './pyramid.js';

/**
 * @typedef {import('../image/planes.js').Plane} Plane
 * @typedef {import('./homography.js').Homography} Homography
 * @typedef {import('../ink/rasterize.js').Box} Box
 */

/** From which sides a sheet may be seen, how far it may be turned besides, in degrees, and how large beside the sample. */
const SIDES = [0, 90, 180, 270];
const TURNS = [-8, -4, 0, 4, 8];
const SCALES = [0.62, 0.69, 0.77, 0.86, 0.95, 1.06, 1.18, 1.31];

/** By how much of the longer side its middle may lie elsewhere. */
const FARTHEST = 0.22;

/** Every second place is tried: maps are so soft that the next one is as good. */
const STEP = 2;

/** So many places are worth a closer look. */
const MOST = 24;

/**
 * Where in a picture the sample may lie: everything is tried, on maps of some thirty pixels.
 *
 * @param {Plane} sample of the coarsest level
 * @param {Plane} picture
 * @param {Box} whole of which the sample is a part, in the sample's pixels: it fills its picture about as this one is filled
 * @returns {Homography[]} from the sample's pixels to the picture's, best first
 */
export function findStarts(sample, picture, whole) {
  const reach = Math.round(FARTHEST * Math.max(sample.width, sample.height));
  const looks = createLook(sample, reach);
  const found = [];
  const usual = Math.sqrt((picture.width * picture.height) / (whole.width * whole.height));
  for (const side of SIDES) {
    for (const turn of TURNS) {
      for (const scale of SCALES) {
        const view = around(whole, picture, { degrees: side + turn, scale: scale * usual });
        const { likeness, x, y } = looks(picture, view);
        found.push({ likeness, view: after(view, shift({ x, y })) });
      }
    }
  }
  found.sort((a, b) => b.likeness - a.likeness);
  return found.slice(0, MOST).map(({ view }) => view);
}

/** @param {Box} whole @param {Plane} picture @param {{ degrees: number, scale: number }} how @returns {Homography} */
function around(whole, picture, { degrees, scale }) {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => scale * of((degrees * Math.PI) / 180));
  const turned = [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
  const toMiddle = shift({ x: -whole.x - whole.width / 2, y: -whole.y - whole.height / 2 });
  return after(shift({ x: picture.width / 2, y: picture.height / 2 }), after(turned, toMiddle));
}

/**
 * @param {Plane} sample
 * @param {number} reach
 */
function createLook({ data, width, height }, reach) {
  const [wide, high] = [width + 2 * reach, height + 2 * reach];
  const seen = new Float32Array(wide * high);
  const [mean, deviation] = momentsOf(data);
  const expected = data.map((value) => (value - mean) / deviation / data.length);

  /**
   * @param {Plane} picture
   * @param {Homography} view
   * @returns {{ likeness: number, x: number, y: number }} the shift that is most like the sample
   */
  return (picture, view) => {
    resample(picture, after(view, shift({ x: -reach, y: -reach })), { data: seen, width: wide, height: high });
    let best = { likeness: -1, x: 0, y: 0 };
    for (let y = 0; y <= 2 * reach; y += STEP) {
      for (let x = 0; x <= 2 * reach; x += STEP) {
        let [product, sum, squares] = [0, 0, 0];
        for (let row = 0, at = 0; row < height; row++) {
          for (let from = (y + row) * wide + x, end = from + width; from < end; from++, at++) {
            const value = seen[from];
            product += value * expected[at];
            sum += value;
            squares += value * value;
          }
        }
        const spread = Math.sqrt(Math.max(1e-9, squares / data.length - (sum / data.length) ** 2));
        const likeness = product / spread;
        if (likeness > best.likeness) best = { likeness, x: x - reach, y: y - reach };
      }
    }
    return best;
  };
}

/** @param {Float32Array} data @returns {[number, number]} mean and deviation */
function momentsOf(data) {
  let [sum, squares] = [0, 0];
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return [mean, Math.sqrt(Math.max(1e-12, squares / data.length - mean * mean))];
}
