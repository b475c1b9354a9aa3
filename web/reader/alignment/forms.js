import { resize } from '../image/resize.js';
import { turn } from '../image/turn.js';
import { align, cornersIn } from './align.js';
import { pack, unpack } from './landmarks.js';
import { PIXELS, printMap } from './print-map.js';

/**
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {import('../ink/rasterize.js').Point} Point
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {import('./landmarks.js').Landmarks} Landmarks
 * @typedef {{ corners: Point[], likeness: number }} Alignment `corners`: where in the picture those of the sample are, in its
 *   pixels, clockwise from the sample's left top; `likeness`: how well print and rules fit, up to 1
 */

/** Print and rules are seen in a picture so long. */
const LONG = 1000;

/**
 * Of fifty photographs of ten composed forms none was less like its sample than 0.79, and of ninety others none was more than
 * 0.64.
 */
const LEAST_LIKENESS = 0.7;

/** A picture is looked at as it lies, then from its side: labels of what lies on its side are worse. */
const SIDES = [0, 90];

/**
 * @param {Picture} picture the sample of a form
 * @param {(picture: Picture) => Labels} label
 * @returns {Landmarks | null} null where it has too little print and too few rules to find them elsewhere
 */
export function findLandmarks(picture, label) {
  const { map, across, down } = mapOf(picture, label);
  return pack(map, { width: picture.width * across, height: picture.height * down });
}

/**
 * @param {Picture} picture
 * @param {Landmarks} landmarks
 * @param {(picture: Picture) => Labels} label
 * @returns {Alignment | null} null where the picture does not show the form
 */
export function alignForm(picture, landmarks, label) {
  const { scale, x: left = 0, y: top = 0 } = picture;
  const sample = unpack(landmarks);
  for (const degrees of SIDES) {
    const { picture: seen, toSource } = turn(picture, degrees);
    const { map, across, down } = mapOf(seen, label);
    const { view, likeness } = align(sample, map, landmarks.area);
    if (likeness < LEAST_LIKENESS) continue;
    const corners = cornersIn(view, landmarks.area, sample).map(({ x, y }) => {
      const place = toSource({ x: x / across, y: y / down, width: 0, height: 0 });
      return { x: left + place.x / scale, y: top + place.y / scale };
    });
    return { corners, likeness };
  }
  return null;
}

/**
 * @param {Picture} picture
 * @param {(picture: Picture) => Labels} label
 * @returns {{ map: import('../image/planes.js').Plane, across: number, down: number }} and pixels of it for each of the picture
 */
function mapOf(picture, label) {
  const seen = resize(picture, LONG / Math.max(picture.width, picture.height));
  const across = seen.width / picture.width / PIXELS;
  return { map: printMap(label(seen)), across, down: seen.height / picture.height / PIXELS };
}
