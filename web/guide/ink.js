/**
 * Ink as an SVG draws it.
 * @param {import('../shared/strokes.js').Ink} ink
 * @returns {string} the `d` of a path
 */
export const inkPath = (ink) =>
  ink.map((stroke) => `M${stroke.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}`).join('');

/**
 * @param {import('../shared/strokes.js').Ink} ink
 * @param {number} room around it
 * @returns {string} the `viewBox` that shows all of it
 */
export function viewAround(ink, room) {
  const points = ink.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
  const [width, height] = [Math.max(...xs) + room - left, Math.max(...ys) + room - top];
  return [left, top, width, height].map((value) => value.toFixed(3)).join(' ');
}
