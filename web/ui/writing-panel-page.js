/**
 * The page that a size is told of: the picture, or the pad. Of the pad, whose shorter side is 1, the longer one is not
 * known: it is at least as long as the ink reaches.
 *
 * @param {Pick<import('./panels.js').Snapshot, 'ink' | 'picture'>} snapshot
 * @returns {{ width: number, height: number }}
 */
export function pageOf({ ink, picture }) {
  if (picture) return { width: picture.width, height: picture.height };
  const points = (ink ?? []).flat();
  return {
    width: points.reduce((most, { x }) => Math.max(most, x), 1),
    height: points.reduce((most, { y }) => Math.max(most, y), 1),
  };
}
