import { memo } from '../shared/memo.js';

/**
 * @import { Cursor } from './keyboard-pen.js'
 * @import { Eraser } from './gesture.js'
 * @import { Placement } from './place-ink.js'
 * @import { Ink, Point, Stroke } from '../shared/strokes.js'
 */

/**
 * Only how it looks, in sides of the pad, of a medium pen; pad.css has the others. The reader rasterizes the strokes at a pen
 * width of its own.
 */
const PEN_WIDTH = 0.02;

/** How strongly ink is shown that is left out of the reading: 3:1 on the paper. */
const FAINT = 0.5;

/** @type {WeakMap<Stroke, Path2D>} strokes never change, so a path is made once for each */
const paths = new WeakMap();

/**
 * The strokes as pixels: painted all anew at each change, in the size and the color that the pad then has.
 * @param {HTMLCanvasElement} canvas its CSS `color` is the ink's, so that dark mode and forced colors work
 * @typedef {{ leftOut: ReadonlySet<Stroke>, cursor: Cursor | null, eraser: Eraser | null, placement: Placement }} Shown
 * @returns {{ render: (ink: Ink, shown: Shown, appearance: number) => void }} appearance is another number whenever size or colors
 *   may have changed
 */
export function createPadView(canvas) {
  /** @type {(ink: Ink, leftOut: Shown['leftOut'], placement: Placement, ...how: unknown[]) => void} */
  const render = memo((ink, leftOut, placement, ...how) => {
    const [cursor, eraser] = /** @type {[Shown['cursor'], Shown['eraser']]} */ (how);
    paint(canvas, ink, { leftOut, cursor, eraser, placement });
  });
  return {
    render: (ink, { leftOut, cursor, eraser, placement }, appearance) =>
      render(ink, leftOut, placement, cursor, eraser, appearance),
  };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Ink} ink
 * @param {Shown} shown
 */
function paint(canvas, ink, { leftOut, cursor, eraser, placement: { x, y, scale } }) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((length) =>
    Math.round(length * window.devicePixelRatio),
  );
  // Hidden behind a picture it has no size. Setting the size, even to the same value, clears the canvas.
  if (width === 0 || height === 0) return;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const unit = Math.min(width, height) * scale;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const style = getComputedStyle(canvas);
  const { color } = style;
  context.setTransform(unit, 0, 0, unit, -x * unit, -y * unit);
  context.clearRect(x, y, width / unit, height / unit);
  Object.assign(context, { strokeStyle: color, fillStyle: color, lineCap: 'round', lineJoin: 'round' });
  context.lineWidth = PEN_WIDTH * Number(style.getPropertyValue('--nib') || 1);
  for (const stroke of ink) {
    context.globalAlpha = leftOut.has(stroke) ? FAINT : 1;
    context.stroke(pathOf(stroke));
  }
  context.globalAlpha = 1;
  context.lineWidth = 0.005;
  if (eraser) context.stroke(circle(eraser, eraser.radius));
  if (cursor) paintCursor(context, cursor);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Cursor} cursor a filled dot while the pen is down, a ring with a cross while it is up
 */
function paintCursor(context, cursor) {
  const cross = new Path2D();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    cross.moveTo(cursor.x + dx * 0.02, cursor.y + dy * 0.02);
    cross.lineTo(cursor.x + dx * 0.045, cursor.y + dy * 0.045);
  }
  context.stroke(cross);
  if (cursor.down) context.fill(circle(cursor, PEN_WIDTH / 2));
  else context.stroke(circle(cursor, PEN_WIDTH / 2));
}

/**
 * @param {Point} center
 * @param {number} radius
 */
function circle({ x, y }, radius) {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}

/**
 * Curves through the middles of the segments: rounder than the samples of a fast hand.
 * @param {Stroke} stroke
 */
function pathOf(stroke) {
  const known = paths.get(stroke);
  if (known) return known;
  // A canvas draws nothing for a line without length, not even its round ends.
  const path = stroke.length === 1 ? circle(stroke[0], PEN_WIDTH / 1000) : new Path2D();
  const last = stroke[stroke.length - 1];
  path.moveTo(stroke[0].x, stroke[0].y);
  for (let index = 1; index < stroke.length - 1; index += 1) {
    const [here, next] = [stroke[index], stroke[index + 1]];
    path.quadraticCurveTo(here.x, here.y, (here.x + next.x) / 2, (here.y + next.y) / 2);
  }
  path.lineTo(last.x, last.y);
  paths.set(stroke, path);
  return path;
}
