/**
 * Spares a frame what it would only repeat: a pen move paints the pad before there is an answer, and an answer comes
 * when the pad is painted already.
 * @template {unknown[]} Views
 * @param {(...views: Views) => void} render
 * @returns {(...views: Views) => void} renders only views that are not the very ones of the last time
 */
export function whenChanged(render) {
  /** @type {Views | undefined} */
  let last;
  return (...views) => {
    if (last && views.every((view, index) => view === last?.[index])) return;
    last = views;
    render(...views);
  };
}
