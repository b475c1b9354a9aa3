import { markOverlay, paintInk, paintMarks } from './pixels.js';

/** @import { Color, Pixels } from './pixels.js' */

/** One of the 28 is so many pixels of the picture wide: more is hardly finer to the eye, and takes longer than a frame. */
const CELL = 10;

/** Ink lies gray under its marks, this opaque. */
const UNDER = 0.45;

/** Reads the color that an element's text has now, whatever the theme. @param {Element} element @returns {Color} */
function colorOf(element) {
  const [red, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/**
 * @param {HTMLCanvasElement} canvas takes the picture's size
 * @param {{ data: ArrayLike<number>, width: number, height: number }} image 0 to 1
 */
export function drawInk(canvas, image) {
  drawPixels(canvas, paintInk(image, colorOf(canvas)));
}

/**
 * Draws the evidence over the ink, in the colors that elements have.
 *
 * @param {HTMLCanvasElement} canvas whose color is the ink's
 * @param {{ data: Float32Array, width: number, height: number }} image
 * @param {import('./overlay.js').Overlay} overlay
 * @param {{ speaksFor: Element, against: Element }} marks elements with the marks' colors
 */
export function drawEvidence(canvas, image, overlay, { speaksFor, against }) {
  const marks = paintMarks(markOverlay(overlay, CELL), colorOf(speaksFor), colorOf(against));
  const ink = drawPixels(document.createElement('canvas'), paintInk(image, colorOf(canvas)));
  const dots = drawPixels(document.createElement('canvas'), marks);
  resize(canvas, marks);
  const context = contextOf(canvas);
  context.clearRect(0, 0, marks.width, marks.height);
  context.imageSmoothingEnabled = false; // the 28 x 28 are to be told apart
  context.globalAlpha = UNDER;
  context.drawImage(ink, 0, 0, marks.width, marks.height);
  context.globalAlpha = 1;
  context.drawImage(dots, 0, 0);
}

/** @param {HTMLCanvasElement} canvas @param {Pixels} pixels */
function drawPixels(canvas, { data, width, height }) {
  resize(canvas, { width, height });
  contextOf(canvas).putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

/**
 * A size that is set, even to what it was, has the page styled anew when a color is next asked for: at each of nine
 * tiles.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ width: number, height: number }} size
 */
function resize(canvas, { width, height }) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
}

/** @param {HTMLCanvasElement} canvas */
const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
