import { build } from '../dom/elements.js';
import { pathOfStroke } from '../dom/ink-paths.js';
import { named } from '../dom/fill-texts.js';
import { turnedBox, turnedSize } from '../frame/turned.js';
import './enlarged-ink.css';

/**
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { Ink } from '../strokes.js'
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ box: Box, ink: Ink } | { box: Box, image: HTMLImageElement, size: Size, turned: number }} Seen box: what it is
 *   about, in units of the ink, or in pixels of the picture as it was given; size: of that picture, of which image may be a
 *   smaller copy; turned: by how many degrees, clockwise, it stands upright
 */

/** In heights of what is enlarged: so much of what is around is seen too, to tell where it stands. */
const AROUND = 0.6;

/** In sides of the pad, as wide as the pad shows its ink. */
const PEN_WIDTH = 0.02;

/** In pixels, the line around what is meant: dark beside light, so that it is seen on any picture. */
const LINES = [
  { color: '#fff', width: 4 },
  { color: '#1d57c6', width: 2 },
];

/** A window onto some ink, enlarged, with a little of what is around it. */
export function createEnlargedInk() {
  const canvas = named(build('canvas', { className: 'enlarged-ink', role: 'img' }), { textLabel: 'check.ink' });
  /** @type {Seen | null} */
  let shown = null;
  const paint = () => shown && paintInk(canvas, shown);
  new ResizeObserver(paint).observe(canvas);
  return {
    element: canvas,
    /** @param {Seen | null} seen */
    show(seen) {
      shown = seen;
      canvas.hidden = seen === null;
      paint();
    },
  };
}

/**
 * @param {Box} box
 * @param {Size} frame
 * @returns {Box} what of the sheet is seen: the box in the middle, as large as it fits with what is around it
 */
function regionAround(box, frame) {
  const around = AROUND * Math.max(box.height, 0.25 * box.width);
  const scale = Math.min(frame.width / (box.width + 2 * around), frame.height / (box.height + 2 * around));
  const [width, height] = [frame.width / scale, frame.height / scale];
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/** @param {HTMLCanvasElement} canvas @param {Seen} seen */
function paintInk(canvas, seen) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((length) =>
    Math.round(length * window.devicePixelRatio),
  );
  if (width === 0 || height === 0) return;
  Object.assign(canvas, { width, height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const isPicture = 'image' in seen;
  const box = isPicture ? turnedBox(seen.box, seen.size, seen.turned) : seen.box;
  const region = regionAround(box, { width, height });
  const scale = width / region.width;
  context.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
  if (isPicture) paintPicture(context, seen);
  else paintStrokes(context, seen.ink, getComputedStyle(canvas).color);
  const air = isPicture ? 0.08 * box.height : PEN_WIDTH;
  for (const line of LINES) {
    Object.assign(context, { strokeStyle: line.color, lineWidth: (line.width * window.devicePixelRatio) / scale });
    context.strokeRect(box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air);
  }
}

/**
 * @param {CanvasRenderingContext2D} context in the units of the picture as it stands upright
 * @param {Extract<Seen, { image: HTMLImageElement }>} seen
 */
function paintPicture(context, { image, size, turned }) {
  const upright = turnedSize(size, turned);
  context.save();
  context.translate(upright.width / 2, upright.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, -size.width / 2, -size.height / 2, size.width, size.height);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Ink} ink @param {string} color */
function paintStrokes(context, ink, color) {
  Object.assign(context, { strokeStyle: color, lineWidth: PEN_WIDTH, lineCap: 'round', lineJoin: 'round' });
  for (const stroke of ink) context.stroke(new Path2D(pathOfStroke(stroke)));
}
